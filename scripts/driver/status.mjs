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

  /** Waits for an item that holds a text, and gives its whole text. */
  async item(part) {
    return until(`"${part}" in the status bar`, async () => (await this.texts()).find((text) => text.includes(part)));
  }
}
