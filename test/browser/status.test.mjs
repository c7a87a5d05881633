import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';
import { root } from '../../scripts/root.mjs';

const bundle = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.zh-cn.json'), 'utf8'));
const FILE = 'evidence.trail.json';
const MIXED = 'mixed.trail.json';
const BYTES = 'bytes.trail.json';
const sample = readFileSync(join(root, 'samples/flink.trail.json'), 'utf8');
/** What a folder of logs may come with to hide what is in them. */
const SETTINGS = {
  'trail.severity.over-escaped-json': 'off',
  'trail.severity.secret': 'off',
  'trail.severity.mixed-casing': 'hint',
  'trail.detect': 'off',
};

/** A folder of logs with settings of its own. */
function evidence() {
  const folder = mkdtempSync(join(tmpdir(), 'trail-evidence-'));
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(SETTINGS));
  writeFileSync(join(folder, FILE), sample);
  writeFileSync(join(folder, MIXED), sample.replace('\n', '\r\n'));
  // In GBK, as somebody's script wrote it.
  const [before, after] = sample.split('partner', 2);
  writeFileSync(join(folder, BYTES), Buffer.concat([Buffer.from(before), Buffer.from([0xd0, 0xc2]), Buffer.from(after)]));
  return folder;
}

const hasOverEscaped = (problems) => problems.some(({ code }) => code === 'over-escaped-json');

for (const language of ['en', 'zh-cn']) {
  const said = (english, ...args) =>
    (language === 'en' ? english : bundle[english]).replace(/\{(\d)\}/g, (_, index) => args[Number(index)]);

  describe(`the language status, ${language}`, () => {
    const folder = evidence();
    let workbench;
    before(async () => {
      workbench = await openWorkbench({ folder, file: FILE, language });
    });
    after(async () => {
      await workbench?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('says how many checks the workspace switches off', async () => {
      const text = await workbench.status.language(said('Checks switched off by the workspace: {0}', '2'));
      await workbench.screenshot(`status-switched-off-${language}`);
      assert.ok(text.includes(said('hints only: {0}', '1')), text);
      assert.ok(!text.includes(said('Mixed line ends ({0}): saving makes all of them {1}', 'CRLF, LF', 'LF')), text);
      assert.ok(!hasOverEscaped(await workbench.problems.list(FILE)));
    });

    it('offers to move settings of old, one for each check, into the one of today', async () => {
      const { page } = workbench;
      const button = page.locator('.notifications-center .monaco-button', { hasText: said('Move to trail.severity') });
      await workbench.until('the offer', async () => {
        if (!(await page.locator('.notifications-center.visible').isVisible()))
          await workbench.command('Notifications: Show Notifications');
        return button.first().isVisible();
      });
      const offer = said('The checks have one setting now, trail.severity. Old ones still count: {0}.', '3');
      assert.equal(await page.locator('.notifications-center .notification-list-item-message', { hasText: offer }).count(), 1);
      await workbench.screenshot(`status-move-severities-${language}`);
      await button.first().click();
      const settings = () => JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'));
      const moved = {
        'trail.severity': { 'over-escaped-json': 'off', secret: 'off', 'mixed-casing': 'hint' },
        'trail.detect': 'off',
      };
      await workbench.until('the settings to be moved', () => {
        try {
          return isDeepStrictEqual(settings(), moved);
        } catch {
          return false;
        }
      });
      const text = await workbench.status.language(said('Checks switched off by the workspace: {0}', '2'));
      assert.ok(text.includes(said('hints only: {0}', '1')), text);
      assert.ok(!hasOverEscaped(await workbench.problems.list(FILE)));
    });

    it('says that bytes are no text', async () => {
      await workbench.file(BYTES);
      const text = await workbench.status.language(said('Bytes that are no text: saving replaces them'));
      assert.ok(!text.includes('CRLF'), text);
      await workbench.screenshot(`status-bytes-${language}`);
    });

    it('says that line ends are mixed, until the log is saved', async () => {
      const mixed = said('Mixed line ends ({0}): saving makes all of them {1}', 'CRLF, LF', 'LF');
      await workbench.file(MIXED);
      await workbench.status.language(mixed);
      await workbench.screenshot(`status-mixed-${language}`);
      await workbench.editor.focus();
      await workbench.press('Control+S');
      await workbench.until('the log to be saved', () => readFileSync(join(folder, MIXED), 'utf8') === sample);
      await workbench.until('nothing to say of line ends', async () => {
        const text = await workbench.status.language(said('Checks switched off by the workspace: {0}', '2'));
        return !text.includes(mixed);
      });
    });
  });
}

describe('a folder that is not trusted', () => {
  const folder = evidence();
  let workbench;
  before(async () => {
    workbench = await openWorkbench({ folder, file: FILE, isTrusting: false });
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('hides no finding by its settings', async () => {
    await workbench.until('the problem', async () => hasOverEscaped(await workbench.problems.list(FILE)));
    const text = await workbench.status.language('JSON');
    await workbench.screenshot('status-untrusted');
    assert.ok(!text.includes('switched off'), text);
  });
});
