import { until } from './wait.mjs';

/** The status bar. */
export class Status {
  constructor(workbench) {
    this.page = workbench.page;
  }

  /** The texts of all items. */
  async texts() {
    const texts = await this.page.locator('.part.statusbar .statusbar-item').allInnerTexts();
    return texts.map((text) => text.trim()).filter(Boolean);
  }

  /** Waits for a line of the pop-up behind the braces that holds a text, and gives the whole pop-up's text; the pop-up stays open. */
  async language(part) {
    const item = this.page.locator('.part.statusbar [id="status.languageStatus"]');
    const popup = this.page.locator('.hover-language-status');
    // A mouse that stands there already opens nothing.
    if (!(await popup.first().isVisible())) await this.page.mouse.move(0, 0);
    return until(`"${part}" in the language status`, async () => {
      if (!(await popup.first().isVisible())) await item.hover();
      const text = (await popup.allInnerTexts()).join('\n');
      return text.includes(part) ? text : undefined;
    });
  }

  /** Waits for an item that holds a text, and gives its whole text. */
  async item(part) {
    return until(`"${part}" in the status bar`, async () => (await this.texts()).find((text) => text.includes(part)));
  }
}
