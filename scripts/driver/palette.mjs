import { actUntil, until } from './wait.mjs';

/** The box at the top: commands, files and whatever an extension offers to choose from. */
export class Palette {
  constructor(workbench) {
    this.page = workbench.page;
    this.box = this.page.locator('.quick-input-widget:visible');
    this.rows = this.box.locator('.monaco-list-row');
  }

  /** Runs a command by its title. */
  async command(title) {
    await this.open('F1', `>${title}`);
    await this.pick(title);
  }

  /** Opens a file of the folder by its name. */
  async file(name) {
    await this.open('Control+P', name);
    await this.pick(name);
  }

  /** Opens the box with a key and replaces what is in it. */
  async open(key, text) {
    await actUntil(
      'the palette',
      () => this.page.keyboard.press(key),
      () => this.box.isVisible(),
    );
    await this.type(text);
  }

  /** Replaces what is in the box. */
  async type(text) {
    await this.box.locator('input[type="text"]').first().fill(text);
  }

  /** The labels to choose from, as far as they are drawn. */
  async labels() {
    // A row may have a second line, which is a label as well.
    return this.rows.evaluateAll((rows) =>
      rows.map((row) => row.querySelector('.monaco-icon-label .label-name')?.textContent ?? ''),
    );
  }

  /** Chooses the row whose label is or starts with a text, and waits until the box is gone or shows something else. */
  async pick(label) {
    const before = await until(`"${label}" to choose`, async () => {
      const labels = (await this.labels()).map((text) => text.trim().toLowerCase());
      const wanted = label.toLowerCase();
      const exact = labels.indexOf(wanted);
      const index = exact >= 0 ? exact : labels.findIndex((text) => text.startsWith(wanted));
      if (index < 0) return undefined;
      const [text] = await this.box.allInnerTexts();
      // The first row is taken by Enter, which needs no list that stands still; for any other one the list may have changed: then it is looked for again.
      if (index === 0) await this.page.keyboard.press('Enter');
      else await this.rows.nth(index).click({ timeout: 5_000 });
      return text;
    });
    await until('the palette to go on', async () => (await this.box.allInnerTexts())[0] !== before);
  }
}
