import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';
import { copySamples } from '../../scripts/host/samples.mjs';
import { root } from '../../scripts/root.mjs';

const FILE = 'flink.trail.json';
const DAMAGED = 'damaged-paste.trail.json';
const ESCAPED = /"VSwitchIds": "(\[\\\\\\".*)",?$/m;
const text = readFileSync(join(root, 'samples', FILE), 'utf8');
const [LINE, VALUE] = ESCAPED.exec(text) ?? [];
const MENDED = `"VSwitchIds": ${JSON.stringify(JSON.parse(VALUE.replaceAll('\\\\\\"', '"'))).replaceAll(',', ', ')}`;

const bundle = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.zh-cn.json'), 'utf8'));
const COMMANDS = JSON.parse(readFileSync(join(root, 'package.nls.zh-cn.json'), 'utf8'));
const ENGLISH_COMMANDS = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));

for (const language of ['en', 'zh-cn']) {
  const said = (english) => (language === 'en' ? english : bundle[english]);
  const command = (key) => (language === 'en' ? ENGLISH_COMMANDS : COMMANDS)[key];

  describe(`problems, ${language}`, () => {
    let workbench;
    before(async () => {
      workbench = await openWorkbench({ folder: copySamples(), file: FILE, language });
    });
    after(async () => workbench?.close());

    it('shows the quick fix of a parameter that was escaped too often, and takes it', async () => {
      const { editor } = workbench;
      const titles = await editor.fixes(VALUE.slice(0, 12));
      assert.ok(titles.includes(said('Unescape parameter')), titles.join(' | '));
      await workbench.screenshot(`fix-before-${language}`);
      await workbench.press('Escape');
      await editor.fix(said('Unescape parameter'), VALUE.slice(0, 12));
      await editor.waitForText(MENDED);
      await workbench.screenshot(`fix-after-${language}`);
      assert.equal(await editor.text(), text.replace(LINE, LINE.replace(LINE.replace(/,$/, ''), MENDED)));
      await workbench.command('Undo');
      assert.equal(await editor.text(), text);
    });

    it('unescapes at the cursor by the palette', async () => {
      const { editor } = workbench;
      await editor.cursor(VALUE.slice(0, 12), 1);
      await workbench.command(`${command('category')}: ${command('command.unescape')}`);
      await editor.waitForText(MENDED);
      await workbench.command('Undo');
      assert.equal(await editor.text(), text);
    });

    it('lists the problems of a damaged paste', async () => {
      await workbench.file(DAMAGED);
      const problems = await workbench.until('the problems', async () => {
        const list = await workbench.problems.list(DAMAGED);
        const codes = new Set(list.map(({ code }) => code));
        return ['syntax', 'truncated', 'comment', 'unquoted-mask'].every((code) => codes.has(code)) && list;
      });
      assert.ok(problems.some(({ message }) => message.includes(said('JSON has no comments.'))));
      await workbench.screenshot(`problems-${language}`);
    });
  });
}
