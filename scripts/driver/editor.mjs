import { actUntil, steadyText, until, untilClicked, untilHidden, untilShown, untilSteady } from './wait.mjs';

/** Fixed spaces that Monaco draws in place of blanks. */
const plain = (text) => text.replaceAll('\u00a0', ' ');

/** The active text editor. */
export class Editor {
  constructor(workbench) {
    this.workbench = workbench;
    this.page = workbench.page;
    this.root = this.page
      .locator(
        '.editor-group-container.active .monaco-editor[role="code"], .editor-group-container.active .editor-instance .monaco-editor',
      )
      .first();
  }

  /** Waits until a file is open, drawn and has the keyboard focus. */
  async waitFor(name) {
    await untilShown(this.page.locator('.editor-group-container.active .tab.active', { hasText: name }));
    await untilShown(this.root.locator('.view-line').first());
    await this.focus();
  }

  /** Gives the editor the keyboard focus without moving the cursor. */
  async focus() {
    await actUntil(
      'the focus in the editor',
      () => this.workbench.press('Control+1'),
      () => this.isFocused(),
    );
  }

  async isFocused() {
    return this.root.evaluate((element) => element.contains(globalThis.document.activeElement));
  }

  /** The lines that are drawn on the screen, from top to bottom. */
  async lines() {
    const lines = await this.root
      .locator('.view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ top: parseFloat(element.style.top), text: element.textContent ?? '' }))
          .sort((a, b) => a.top - b.top),
      );
    return lines.map(({ text }) => plain(text));
  }

  /** Waits until a text is drawn in the editor. */
  async waitForText(part) {
    return until(`"${part}" in the editor`, async () => (await this.lines()).some((line) => line.includes(part)));
  }

  /** Waits until the text has colours; gives whether it got some. */
  async coloured() {
    const kinds = () =>
      this.root
        .locator('.view-line span[class^="mtk"]')
        .evaluateAll((spans) => new Set(spans.map((span) => span.className)).size);
    return until('colours', async () => (await kinds()) > 1).catch(() => false);
  }

  /** The whole text of the document, by the clipboard; the cursor is at its start afterwards. */
  async text() {
    const marker = `nothing ${String(performance.now())}`;
    await this.focus();
    await this.page.evaluate((text) => globalThis.navigator.clipboard.writeText(text), marker);
    await this.workbench.press('Control+A', 'Control+C');
    const text = await until('the clipboard', async () => {
      const copied = await this.page.evaluate(() => globalThis.navigator.clipboard.readText());
      return copied !== marker && copied;
    });
    await this.workbench.press('Control+Home');
    return text;
  }

  /** Where the nth occurrence (from 1) of a text starts in the document: `{line, column}`, both from 1. */
  async find(text, nth = 1) {
    const document = await this.text();
    let at = -1;
    for (let count = 0; count < nth; count++) {
      at = document.indexOf(text, at + 1);
      if (at < 0) throw new Error(`"${text}" stands ${String(count)} times in the document, not ${String(nth)}.`);
    }
    const before = document.slice(0, at).split(/\r?\n/);
    return { line: before.length, column: before.at(-1).length + 1 };
  }

  /** Moves the cursor to a line and column, both from 1, and scrolls to it. */
  async goto(line, column = 1) {
    await this.workbench.palette.open('Control+G', `:${String(line)}:${String(column)}`);
    await this.workbench.press('Enter');
    await untilHidden(this.workbench.palette.box);
    await this.workbench.status.item(`Ln ${String(line)}, Col `);
    await this.focus();
  }

  /** Puts the cursor into the nth occurrence of a text, `offset` characters after its start. */
  async cursor(text, nth = 1, offset = 1) {
    const { line, column } = await this.find(text, nth);
    await this.goto(line, column + offset);
  }

  /** Selects the nth occurrence of a text, as a user does with Shift and the arrow keys. */
  async select(text, nth = 1) {
    await this.cursor(text, nth, 0);
    await this.workbench.press(...Array.from(text, () => 'Shift+ArrowRight'));
  }

  /** Moves the mouse onto the nth occurrence of a text and gives what the hover says, once it says `part`: it comes in parts. */
  async hover(text, part, nth = 1) {
    await this.cursor(text, nth);
    const hover = this.page.locator('.monaco-hover:not(.hidden):not(.workbench-hover) .monaco-hover-content:visible').first();
    return actUntil(
      `a hover on "${text}"`,
      async () => {
        // Looked for at each try: a lens that comes up moves the line.
        const { x, y, height } = await untilSteady(
          'the cursor',
          async () => (await this.root.locator('.cursors-layer .cursor').first().boundingBox()) ?? undefined,
        );
        // From far away: a mouse that is there already does not hover.
        await this.page.mouse.move(x + 200, 1);
        await this.page.mouse.move(x + 3, y + height / 2, { steps: 5 });
      },
      steadyText(hover, (said) => said.includes(part)),
    );
  }

  /** The titles in the quick fix menu at the nth occurrence of a text; the menu stays open. */
  async fixes(text, nth = 1) {
    await this.cursor(text, nth);
    const rows = this.page.locator('.action-widget:visible .monaco-list-row.action');
    // A menu that is closed just then takes the key with it; before the problems are known there is none.
    await actUntil(
      'the quick fix menu',
      () => this.workbench.press('Control+Period'),
      async () => (await rows.count()) > 0,
    );
    return untilSteady('its rows', async () => {
      const titles = (await rows.locator('.title').allInnerTexts()).map((title) => plain(title).trim());
      return titles.length > 0 ? titles : undefined;
    });
  }

  /** Opens the quick fix menu at the nth occurrence of a text and takes the fix with a title. */
  async fix(title, text, nth = 1) {
    const titles = await this.fixes(text, nth);
    const index = titles.findIndex((one) => one.includes(title));
    if (index < 0) throw new Error(`No fix "${title}" at "${text}", only: ${titles.join(' | ') || 'none'}`);
    await untilClicked(this.page.locator('.action-widget:visible .monaco-list-row.action').nth(index));
    await untilHidden(this.page.locator('.action-widget').first());
    await this.focus();
  }

  /** How many squiggles are drawn, by severity: `error`, `warning`, `info`, `hint`. */
  async squiggles() {
    const count = (kind) => this.root.locator(`.view-overlays .squiggly-${kind}`).count();
    return { error: await count('error'), warning: await count('warning'), info: await count('info'), hint: await count('hint') };
  }
}
