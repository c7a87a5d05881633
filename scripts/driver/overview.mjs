import { until, untilSteady } from './wait.mjs';

/** An overview panel: a page within a frame within a frame. Pages come and go with their tabs, so the frame is looked for at each step. */
export class Overview {
  constructor(workbench) {
    this.workbench = workbench;
    this.page = workbench.page;
  }

  /** The page of the panel whose heading starts with `title`, or of the only one. */
  async frame(title = '') {
    return until(`the overview "${title}"`, async () => {
      for (const frame of this.page.frames()) {
        // A frame may go while it is asked.
        const [heading] = await frame
          .locator('main h1')
          .allTextContents()
          .catch(() => []);
        if (heading?.startsWith(title) && (await frame.locator('body').isVisible())) return frame;
      }
      return undefined;
    });
  }

  /** The page once it shows figures. */
  async ready(title) {
    return until('figures', async () => {
      const frame = await this.frame(title);
      return (await frame.locator('.summary').isVisible()) && (await frame.locator('.timeline canvas').isVisible()) && frame;
    });
  }

  /** The line that says how many events of which time are shown. */
  async summary(frame) {
    return untilSteady('the summary', () => frame.locator('.summary').innerText());
  }

  /** A list as `{value, count}`. */
  async list(frame, facet) {
    return untilSteady(`the list ${facet}`, () =>
      frame.locator(`[data-facet="${facet}"] .row:visible`).evaluateAll((rows) =>
        rows.map((row) => ({
          value: row.querySelector('.value').textContent,
          count: Number(row.querySelector('.number').textContent.replace(/[,\s]|\D.*/g, '')),
        })),
      ),
    );
  }

  /** Drags over the timeline from one share of its width to another. */
  async drag(frame, from, to) {
    const { x, y, width, height } = await frame.locator('.u-over').boundingBox();
    await this.page.mouse.move(x + width * from, y + height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width * ((from + to) / 2), y + height / 2, { steps: 4 });
    await this.page.mouse.move(x + width * to, y + height / 2, { steps: 4 });
    await this.page.mouse.up();
  }
}
