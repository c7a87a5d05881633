import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';
import { copySamples } from '../../scripts/host/samples.mjs';

const WORDS = {
  en: { wrong: 'This is no time', right: 'First event from then on' },
  'zh-cn': { wrong: '无法识别的时间', right: '此后的第一个事件' },
};

for (const [language, words] of Object.entries(WORDS)) {
  describe(`ways through a log by keyboard, ${language}`, () => {
    let workbench;
    before(async () => {
      workbench = await openWorkbench({ folder: copySamples(), file: 'console-export.trail.jsonl', language });
    });
    after(async () => workbench?.close());

    const chord = async (letter) => {
      await workbench.press("Control+'");
      await workbench.press(letter);
    };
    const input = () => workbench.page.locator('.quick-input-widget input').first();
    const message = () => workbench.page.locator('.quick-input-message').innerText();

    it('says what it understands of a time while it is typed, and marks what it does not', async () => {
      await workbench.click(workbench.page.locator('.monaco-editor .view-line').nth(3));
      await chord('t');
      await workbench.shown(input());
      await input().fill('-15x');
      await workbench.until('the mark', async () => (await message()).includes(words.wrong));
      await input().fill('+1h30m');
      await workbench.until('the time', async () => (await message()).includes(words.right));
      await workbench.screenshot(`go-to-time-${language}`);
      await workbench.press('Enter');
      await workbench.until('the event', async () => !(await input().isVisible()));
    });

    it('opens an event decoded beside the log, and comes back', async () => {
      await chord('d');
      const focused = (name) => workbench.page.locator('.editor-group-container.active .tab.active', { hasText: name });
      await workbench.shown(focused('.decoded.trail.json'));
      await workbench.screenshot(`decoded-${language}`);
      await chord('d');
      await workbench.shown(focused('console-export.trail.jsonl'));
      assert.equal(await workbench.page.locator('.editor-group-container').count(), 2);
    });
  });
}
