import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';
import { copySamples } from '../../scripts/host/samples.mjs';

const folder = copySamples();
const FILE = 'flink.trail.json';
const text = readFileSync(join(folder, FILE), 'utf8');
const events = JSON.parse(text).map((event) => ({
  name: event.eventName ?? event.EventName,
  account: (event.userIdentity ?? event.UserIdentity)?.accountId ?? (event.UserIdentity?.AccountId || event.recipientAccountId),
}));
const NAME = 'ConsoleSignin';

const WORDS = {
  en: {
    container: 'Trail Log',
    events: (count) => `${count} events`,
    failed: /\d+ failed/,
    byAccount: 'Group by Account',
    byName: 'Group by Event Name',
    sort: 'Sort By',
    sortByName: 'Sort by Name',
    sortByCount: 'Sort by Count',
    copyName: 'Copy Event Name',
    welcome: 'Open an ActionTrail log',
    sample: 'Open Sample Log',
  },
  'zh-cn': {
    container: '操作审计日志',
    events: (count) => `${count} 个事件`,
    failed: /\d+ 失败/,
    byAccount: '按账号分组',
    byName: '按事件名称分组',
    sort: '排序方式',
    sortByName: '按名称排序',
    sortByCount: '按次数排序',
    copyName: '复制事件名称',
    welcome: '打开操作审计日志后',
    sample: '打开示例日志',
  },
};

for (const [language, words] of Object.entries(WORDS)) {
  describe(`explorer, ${language}`, () => {
    /** What looks at no words is done in one language. */
    const itOnce = language === 'en' ? it : () => {};
    let workbench;
    let sidebar;

    before(async () => {
      workbench = await openWorkbench({ folder, file: FILE, language });
      ({ sidebar } = workbench);
      await sidebar.open(words.container);
      await workbench.shown(sidebar.row(NAME));
    });
    after(async () => workbench?.close());

    const selected = async () => (await sidebar.rows()).find((row) => row.selected);
    const selection = async () =>
      workbench.until('a selection in the editor', async () =>
        (await workbench.status.texts()).map((one) => /(\d+)\D+(\d+) ?[(（].*?(\d+)/.exec(one)).find(Boolean),
      );
    const title = (name) => sidebar.root.locator('.title-actions, .actions').locator(`[aria-label="${name}"]`).first();

    it('shows every event name with its count', async () => {
      const all = await sidebar.text();
      assert.ok(all.includes(words.events(events.length)), all);
      assert.match(all, words.failed);
      const [first] = await sidebar.rows();
      const count = events.filter(({ name }) => name === first.label).length;
      assert.match(first.description, new RegExp(`^${count}\\b`));
      assert.ok(first.aria.includes(words.events(count)));
    });

    itOnce('a click on an event selects it in the editor and leaves the focus in the tree', async () => {
      await sidebar.expand(NAME);
      const drawn = (wanted) =>
        workbench.until(`rows of level ${String(wanted)}`, async () => {
          const rows = (await sidebar.rows()).filter(({ level }) => level === wanted);
          return rows.length > 1 && rows;
        });
      const [account] = await drawn(2);
      await sidebar.expand(account.label);
      const leaves = await drawn(3);
      await sidebar.click(leaves[0].label);
      const first = await selection();
      assert.equal((await selected()).label, leaves[0].label);
      assert.equal(await workbench.editor.isFocused(), false);
      await workbench.screenshot(`explorer-${language}`);

      await workbench.press('ArrowDown', 'Enter');
      await workbench.until('the next event', async () => (await selection())[1] !== first[1]);
      assert.equal((await selected()).label, leaves[1].label);
      assert.equal(await workbench.editor.isFocused(), false);
      await workbench.press('Enter');
      await workbench.until('the focus in the editor', () => workbench.editor.isFocused());
    });

    it('the meaning stands in the tooltip, in both languages', async () => {
      await workbench.page.mouse.move(900, 500);
      const tooltip = await sidebar.tooltip(NAME);
      assert.match(tooltip, /[\u4e00-\u9fff]{3}/);
      assert.match(tooltip, /Logs on to the console/);
      await workbench.screenshot(`explorer-tooltip-${language}`);
      await workbench.page.mouse.move(900, 500);
    });

    itOnce('follows the cursor', async () => {
      await workbench.editor.goto(1);
      await workbench.editor.cursor('"eventName"', 3);
      const third = events[2];
      await workbench.until('the event of the cursor in the tree', async () => {
        const rows = await sidebar.rows();
        const at = rows.findIndex((row) => row.selected);
        const above = rows.slice(0, at).reverse();
        return (
          above.find(({ level }) => level === 1)?.label === third.name &&
          above.find(({ level }) => level === 2)?.label === third.account
        );
      });
      assert.equal(await workbench.editor.isFocused(), true);
      await workbench.screenshot(`explorer-follow-${language}`);
    });

    itOnce('goes to the next event of a name by keyboard', async () => {
      const before = (await workbench.status.texts()).join();
      await workbench.press('Control+F7');
      await workbench.until('the cursor to move', async () => (await workbench.status.texts()).join() !== before);
      await workbench.status.item(events[2].name);
    });

    it('copies an event name from the menu', async () => {
      await workbench.click(sidebar.row(NAME), { button: 'right' });
      await workbench.choose(words.copyName);
      await workbench.until(
        'the name in the clipboard',
        async () => (await workbench.page.evaluate(() => globalThis.navigator.clipboard.readText())) === NAME,
      );
    });

    it('groups by account at the press of a button, and back', async () => {
      await workbench.click(title(words.byAccount));
      const accounts = new Set(events.map(({ account }) => account));
      await workbench.until('accounts', async () => accounts.has((await sidebar.rows())[0]?.label));
      await workbench.screenshot(`explorer-accounts-${language}`);
      await workbench.click(title(words.byName));
      const names = new Set(events.map(({ name }) => name));
      await workbench.until('names', async () => names.has((await sidebar.rows())[0]?.label));
    });

    it('sorts by name, and marks it in the menu', async () => {
      const open = async () => {
        // A menu that did not take its click is still up, and would take this one.
        await workbench.until('no menu', async () => {
          if ((await workbench.page.locator('.monaco-menu').count()) === 0) return true;
          await workbench.press('Escape');
          return false;
        });
        await workbench.click(title(words.sort));
        await workbench.shown(workbench.page.locator('.monaco-menu .action-label', { hasText: words.sortByName }).first());
      };
      await open();
      await workbench.choose(words.sortByName);
      const least = events.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en'))[0];
      await workbench.page.mouse.move(900, 500);
      await workbench.until('the least name first', async () => {
        await sidebar.root
          .locator('.pane-body .monaco-list')
          .first()
          .evaluate((list) => list.scrollTo?.(0, 0));
        return (await sidebar.rows()).some(({ label, level }) => level === 1 && label === least);
      });
      await open();
      await workbench.shown(workbench.page.locator('.monaco-menu .action-label', { hasText: `✓ ${words.sortByName}` }).first());
      await workbench.screenshot(`explorer-sort-${language}`);
      // The choice is remembered: leave the next window of this server as it was.
      await workbench.choose(words.sortByCount);
    });

    it('says what to do when no log is open', async () => {
      await workbench.command('View: Close All Editors');
      await workbench.until('the welcome', async () => (await sidebar.text()).includes(words.welcome));
      await workbench.screenshot(`explorer-welcome-${language}`);
      await workbench.click(sidebar.root.locator('.monaco-button', { hasText: words.sample }));
      await workbench.until('the sample', async () => (await sidebar.text()).includes(words.events(40)));
      // It would come back in the next window of this server.
      await workbench.command('View: Revert and Close Editor');
      await workbench.until('the welcome', async () => (await sidebar.text()).includes(words.welcome));
    });
  });
}
