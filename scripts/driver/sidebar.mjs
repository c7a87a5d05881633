import { actUntil, steadyText, until, untilClicked, untilShown, untilSteady } from './wait.mjs';

/** The side bar: view containers of the activity bar and the trees in their views. */
export class Sidebar {
  constructor(workbench) {
    this.page = workbench.page;
    this.root = this.page.locator('.part.sidebar');
  }

  /** Shows a view container by its title in the activity bar. */
  async open(title) {
    const item = this.page
      .locator('.part.activitybar .action-item', { has: this.page.locator(`.action-label[aria-label^="${title}"]`) })
      .first();
    await untilShown(item);
    await until(`the view container "${title}"`, async () => {
      if (!(await item.evaluate((element) => element.classList.contains('checked')))) await item.click();
      return item.evaluate((element) => element.classList.contains('checked'));
    });
  }

  /** The rows of the trees as far as they are drawn: `{label, description, level, expanded, selected, tooltip}`; `expanded` is undefined for a leaf. */
  async rows() {
    return untilSteady('the tree', () =>
      this.root.locator('.pane-body .monaco-list-row').evaluateAll((elements) =>
        elements
          .map((element) => ({ element, top: parseFloat(element.style.top) }))
          .sort((a, b) => a.top - b.top)
          .map(({ element }) => ({
            label: element.querySelector('.label-name')?.textContent ?? '',
            description: element.querySelector('.label-description')?.textContent ?? '',
            level: Number(element.getAttribute('aria-level')),
            expanded: { true: true, false: false }[element.getAttribute('aria-expanded') ?? ''],
            selected: element.classList.contains('selected'),
            aria: element.getAttribute('aria-label') ?? '',
          })),
      ),
    );
  }

  /** The text of the whole side bar, welcome views included. */
  async text() {
    return untilSteady('the side bar', () => this.root.innerText());
  }

  row(label) {
    return this.root
      .locator('.pane-body .monaco-list-row', {
        has: this.page.locator('.label-name', { hasText: new RegExp(`^${escaped(label)}$`) }),
      })
      .first();
  }

  /** Clicks a row by its label. */
  async click(label) {
    await untilClicked(this.row(label));
  }

  /** Opens a row by its label and waits until it is open. */
  async expand(label) {
    const row = this.row(label);
    await untilShown(row);
    await until(`"${label}" to open`, async () => {
      if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
      return (await row.getAttribute('aria-expanded')) === 'true';
    });
  }

  /** Moves the mouse onto a row and gives its tooltip. */
  async tooltip(label) {
    const hover = this.page.locator('.monaco-hover.workbench-hover:visible').last();
    const name = this.row(label).locator('.label-name');
    return actUntil(
      `a tooltip on "${label}"`,
      async () => {
        const { x, y, height } = await name.boundingBox();
        // From elsewhere and over some way: a mouse that is there already, or all at once, does not hover.
        await this.page.mouse.move(x + 300, y + 200);
        await this.page.mouse.move(x + 3, y + height / 2, { steps: 5 });
      },
      // It says that it is loading at first, and goes away when the tree is drawn anew.
      steadyText(hover, (said) => said !== '' && !said.startsWith('Loading')),
    );
  }
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
