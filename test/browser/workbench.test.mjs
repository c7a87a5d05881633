import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';
import { copySamples } from '../../scripts/host/samples.mjs';

const folder = copySamples();
const FILE = 'flink.trail.json';
const LANGUAGE_NAMES = { en: 'Trail JSON', 'zh-cn': '操作审计 JSON' };

for (const language of ['en', 'zh-cn']) {
  describe(`workbench, ${language}`, () => {
    let workbench;
    before(async () => {
      workbench = await openWorkbench({ folder, file: FILE, language });
    });
    after(async () => workbench?.close());

    it('shows the log in its language', async () => {
      await workbench.status.item(LANGUAGE_NAMES[language]);
      await workbench.editor.waitForText('"eventTime"');
      await workbench.screenshot(`workbench-${language}`);
    });

    if (language !== 'en') return;

    it('shows the log in the dark', async () => {
      const { page } = workbench;
      await page.emulateMedia({ colorScheme: 'dark' });
      const background = () =>
        page
          .locator('.monaco-editor-background')
          .first()
          .evaluate((element) => globalThis.getComputedStyle(element).backgroundColor);
      await workbench.until('the theme', async () => Number(/\d+/.exec(await background())[0]) < 128);
      await workbench.screenshot('workbench-dark');
      await page.emulateMedia({ colorScheme: 'light' });
    });

    it('holds the text of the file, unit for unit', async () => {
      assert.equal(await workbench.editor.text(), readFileSync(join(folder, FILE), 'utf8'));
    });

    it('undoes what was typed', async () => {
      const before = await workbench.editor.text();
      await workbench.editor.cursor('"eventName"', 2, 0);
      await workbench.type('x');
      assert.notEqual(await workbench.editor.text(), before);
      await workbench.command('Undo');
      assert.equal(await workbench.editor.text(), before);
    });

    it('opens another file and lists the folder', async () => {
      await workbench.file('damaged-paste.trail.json');
      await workbench.until('the folder', async () => (await workbench.sidebar.rows()).some(({ label }) => label === FILE));
    });
  });
}
