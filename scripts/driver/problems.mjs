import { untilSteady } from './wait.mjs';

const ROW = /^(Error|Warning|Info): (.*?)(?: from (.*?))? at line (\d+) and character (\d+)/s;

/** The Problems panel. */
export class Problems {
  constructor(workbench) {
    this.workbench = workbench;
    this.page = workbench.page;
    this.panel = this.page.locator('.markers-panel');
  }

  /** Opens the panel. */
  async open() {
    if (!(await this.panel.isVisible())) await this.workbench.command('Problems: Focus on Problems View');
    await this.panel.waitFor();
  }

  /** Opens the panel and gives its rows, as far as they are drawn: `{severity, message, code, line, column}`; `label` is the whole text for a screen reader. */
  async list() {
    await this.open();
    return untilSteady('the list of problems', async () => {
      const rows = await this.panel.locator('.monaco-list-row[aria-level="2"]').evaluateAll((elements) =>
        elements.map((element) => ({
          label: element.getAttribute('aria-label') ?? '',
          code: element.querySelector('.code, .marker-code')?.textContent ?? '',
        })),
      );
      return rows.map(({ label, code }) => {
        const [, severity = '', message = '', source = '', line = '0', column = '0'] = ROW.exec(label) ?? [];
        return {
          severity: severity.toLowerCase(),
          message,
          source,
          code: code.replace(/[()]/g, '').trim(),
          line: Number(line),
          column: Number(column),
          label,
        };
      });
    });
  }
}
