import { mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { root } from '../root.mjs';
import { workbenchAddress } from '../host/address.mjs';
import { openPage } from '../host/browser.mjs';
import { startServer } from '../host/server.mjs';
import { Editor } from './editor.mjs';
import { Overview } from './overview.mjs';
import { Palette } from './palette.mjs';
import { Problems } from './problems.mjs';
import { Sidebar } from './sidebar.mjs';
import { Status } from './status.mjs';
import { failures, moved, until, untilClicked, untilHidden, untilShown } from './wait.mjs';

/** Where screenshots go; git ignores the folder. */
export const SCREENSHOTS = join(root, 'test/browser/screenshots');

/** A VS Code in a browser with the extension in it, driven by mouse and keyboard. Everything waits for its condition; nothing sleeps. */
export class Workbench {
  constructor(page, stop) {
    /** Playwright's page, for what the driver lacks. */
    this.page = page;
    this.stop = stop;
    this.palette = new Palette(this);
    this.editor = new Editor(this);
    this.problems = new Problems(this);
    this.sidebar = new Sidebar(this);
    this.status = new Status(this);
    this.overview = new Overview(this);
    this.tellFailure = (what) =>
      this.screenshot(
        `failed ${what
          .replace(/[^\w-]+/g, ' ')
          .slice(0, 60)
          .trim()}`,
      );
    failures.add(this.tellFailure);
  }

  /** Presses keys, as in `press('Control+S')` or `press('Escape')`. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types text at the keyboard focus. */
  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Runs a command by its title in the command palette, as in `command('Trail: Refresh')`. */
  async command(title) {
    await this.palette.command(title);
  }

  /** Opens a file of the folder by quick open, and waits for its text. */
  async file(name) {
    await this.palette.file(name);
    await this.editor.waitFor(name);
  }

  /** The texts of the notifications that are shown. */
  async notifications() {
    return this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  /** Waits for a notification that holds a text, and gives its whole text. */
  async notification(part) {
    return until(`a notification with "${part}"`, async () => (await this.notifications()).find((text) => text.includes(part)));
  }

  /** Clicks an element once it is there and stands still. */
  async click(locator, options) {
    await untilClicked(locator, options);
  }

  /** Chooses an entry of the menu that is up, and waits until the menu is gone: it takes no click in the moment that it comes up. */
  async choose(label) {
    const item = this.page.locator('.monaco-menu .action-label', { hasText: label }).first();
    await this.shown(item);
    await until(`"${label}" of the menu`, async () => {
      if ((await item.count()) === 0) return true;
      await item.click({ timeout: 1_000 }).catch(() => undefined);
      return false;
    });
  }

  /** Waits until a probe gives something; see wait.mjs. */
  async until(what, probe) {
    return until(what, probe);
  }

  /** Waits until an element of the page is there and visible. */
  async shown(locator) {
    return untilShown(locator);
  }

  /** Waits until an element of the page is gone or hidden. */
  async hidden(locator) {
    return untilHidden(locator);
  }

  /** Takes a screenshot as NAME.png among the screenshots and gives its path; a path is taken as it is. */
  async screenshot(name) {
    const path = name.endsWith('.png') ? resolve(name) : join(SCREENSHOTS, `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }

  /** Loads the window again as a user does, with the editors that are open; the file that it was started with is not opened once more. */
  async reload() {
    await until('the editors to be saved', async () => {
      const tabs = await this.page.locator('.tab .label-name').allInnerTexts();
      const { text, count } = await this.page.evaluate(savedEditors);
      // An older state may know all names as well.
      return count === tabs.length && tabs.every((name) => text.includes(name));
    });
    const address = new URL(this.page.url());
    const payload = JSON.parse(address.searchParams.get('payload')).filter(([key]) => key !== 'openFile');
    address.searchParams.set('payload', JSON.stringify(payload));
    await this.goto(address.href);
  }

  /** Loads an address and waits until a workbench is drawn. */
  async goto(address) {
    await until('the page', () => this.page.goto(address, { waitUntil: 'commit', timeout: 0 }));
    await untilShown(this.page.locator('.monaco-workbench .statusbar-item').first());
  }

  /** Closes the browser, and the server where it was started for this workbench. */
  async close() {
    failures.delete(this.tellFailure);
    await this.page.context().browser()?.close();
    await this.stop();
  }
}

/** Runs in the page: what the workbench has saved of its editors, which it does now and then, when it has nothing else to do; a window that is loaded before has forgotten the newest. */
async function savedEditors() {
  const { indexedDB } = globalThis;
  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const editorsIn = (value) =>
    Object.entries(value ?? {}).reduce(
      (sum, [key, item]) => sum + (key === 'editors' ? item.length : typeof item === 'object' ? editorsIn(item) : 0),
      0,
    );
  const texts = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db-')) continue;
    const database = await answer(indexedDB.open(name));
    const items = database.transaction('ItemTable').objectStore('ItemTable');
    texts.push(await answer(items.get('memento/workbench.parts.editor')));
    database.close();
  }
  const known = texts.filter((text) => text !== undefined);
  return { text: known.join('\n'), count: known.reduce((sum, text) => sum + editorsIn(JSON.parse(text)), 0) };
}

/**
 * Opens a workbench on `folder` with `file` (a name in it, or a full path) open.
 * `language` is `en` or `zh-cn`; `theme` is `light`, `dark`, `contrast` or `contrast-light`; `width` and `height` of the window.
 * `settings` are VS Code settings, `environment` variables of the server; with `isTrusting: false` the folder is not trusted, `data` is the folder for user data. With any of them it has a server of its own, else the one of the test run
 * where there is one.
 */
export async function openWorkbench({
  folder,
  file,
  language = 'en',
  theme = 'light',
  settings,
  environment,
  data,
  isTrusting = true,
  width,
  height,
} = {}) {
  const shared = settings || environment || data || !isTrusting ? undefined : process.env.TRAIL_SERVER;
  const own = shared ? undefined : await startServer({ settings, environment, data, isTrusting });
  const origin = shared ?? own.origin;
  const stop = async () => own?.stop();
  let workbench;
  try {
    workbench = new Workbench(await openPage({ language, theme, width, height, onMove: moved }), stop);
    const path = file && resolve(folder ?? '', file);
    await workbench.goto(workbenchAddress(origin, { folder, file: path }));
    if (path) await workbench.editor.waitFor(basename(path));
    // The extension's language comes a moment after the text; a file without one stays black.
    if (/\.jsonl?$/.test(path ?? '')) await workbench.editor.coloured();
    return workbench;
  } catch (error) {
    await workbench?.page.context().browser()?.close();
    await stop();
    throw error;
  }
}
