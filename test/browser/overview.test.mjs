import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';
import { copySamples } from '../../scripts/host/samples.mjs';

const folder = copySamples();
const FILE = 'flink.trail.json';
const events = JSON.parse(readFileSync(join(folder, FILE), 'utf8')).map((event) => ({
  time: Date.parse(event.eventTime ?? event.EventTime),
  name: event.eventName ?? event.EventName,
  hasFailed: !['', 'success', undefined].includes(event.errorCode ?? event.ErrorCode),
}));
const failures = events.filter(({ hasFailed }) => hasFailed).length;

/** The last one is that of the other tests. */
const THEMES = {
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
  'contrast-light': { colorScheme: 'light', forcedColors: 'active' },
  light: { colorScheme: 'light', forcedColors: 'none' },
};

const WORDS = {
  en: {
    open: 'Trail: Open Overview',
    counts: (count, failed) => `${count} events, ${failed} failed`,
    selected: 'Selected:',
    of: (place, count) => `Event ${place} of ${count}:`,
    tables: 'Tables',
    pin: 'Pin',
    failures: 'Failures',
    zoomIn: 'Zoom In',
    zoomOut: 'Whole Log',
    copy: 'Copy as Markdown',
    save: 'Save Picture…',
    saved: 'The picture was saved as',
    copied: 'The overview was copied',
    title: 'Overview: ',
    names: 'Event names',
  },
  'zh-cn': {
    open: '操作审计: 打开概览',
    counts: (count, failed) => `${count} 个事件，${failed} 失败`,
    selected: '选中：',
    of: (place, count) => `第 ${place} 个事件，共 ${count} 个`,
    tables: '表格',
    pin: '固定',
    failures: '失败',
    zoomIn: '放大选区',
    zoomOut: '全部时间',
    copy: '复制为 Markdown',
    save: '保存图片…',
    saved: '图片已保存为',
    copied: '概览已复制',
    title: '概览：',
    names: '事件名称',
  },
};

/** How many events the summary says there are, and of which time. */
function read(summary) {
  const count = Number(/(\d[\d,]*)/.exec(summary.replace(/^[^\d]*/, ''))[1].replaceAll(',', ''));
  const [, from, to] = /(\d{4}-\d\d-\d\d [\d:]+) – ([\d: -]+?) ?\(/.exec(summary);
  const end = to.length < 10 ? `${from.slice(0, 10)} ${to}` : to;
  return { count, from: Date.parse(`${from.replace(' ', 'T')}Z`), to: Date.parse(`${end.replace(' ', 'T')}Z`) };
}

for (const [language, words] of Object.entries(WORDS)) {
  describe(`overview, ${language}`, () => {
    /** What looks at no words is done in one language. */
    const itOnce = language === 'en' ? it : () => {};
    let workbench;
    let overview;
    let frame;

    before(async () => {
      workbench = await openWorkbench({ folder, file: FILE, language, width: 1700, height: 1000 });
      ({ overview } = workbench);
      await workbench.command(words.open);
      frame = await overview.ready(FILE);
    });
    after(async () => workbench?.close());

    const button = (name) => frame.getByRole('button', { name, exact: true });
    const selects = (part) => workbench.until(`"${part}"`, async () => (await overview.summary(frame)).includes(part));
    const isWhole = () =>
      workbench.until('the whole log', async () =>
        (await overview.summary(frame)).startsWith(words.counts(events.length, failures)),
      );

    it('shows all events, and the most frequent names with their numbers', async () => {
      await isWhole();
      const [first] = await overview.list(frame, 'name');
      const countOf = (wanted) => events.filter(({ name }) => name === wanted).length;
      assert.equal(first.count, countOf(first.value));
      assert.equal(first.count, Math.max(...events.map(({ name }) => countOf(name))));
      assert.equal(await frame.locator('[data-facet="name"] h2').innerText(), words.names);
      await workbench.screenshot(`overview-${language}`);
    });

    it('a drag selects a span of time, and everything counts it', async () => {
      await overview.drag(frame, 0.5, 0.8);
      await selects(words.selected);
      const { count, from, to } = read(await overview.summary(frame));
      const inside = events.filter(({ time }) => time >= from && time < to);
      assert.equal(count, inside.length);
      assert.ok(count > 0 && count < events.length);
      await workbench.until('the names of the span', async () => {
        const [first] = await overview.list(frame, 'name');
        return first.count === inside.filter(({ name }) => name === first.value).length;
      });
      await workbench.screenshot(`overview-selected-${language}`);
      await workbench.click(button(words.zoomIn));
      await workbench.until('a part', () => button(words.zoomOut).isVisible());
      await workbench.screenshot(`overview-zoomed-${language}`);
      await workbench.click(button(words.zoomOut));
      await frame.locator('.timeline').press('Escape');
      await isWhole();
    });

    itOnce('the keyboard goes over the bars, selects and clears', async () => {
      const slider = frame.getByRole('slider');
      await slider.press('Home');
      const first = await slider.getAttribute('aria-valuetext');
      assert.match(first, /^\d{4}-\d\d-\d\d \d\d:\d\d – /);
      await slider.press('ArrowRight');
      await workbench.until('the next bar', async () => (await slider.getAttribute('aria-valuetext')) !== first);
      await slider.press('Shift+End');
      await selects(words.selected);
      await slider.press('Escape');
      await isWhole();
      assert.equal(await button(words.failures).getAttribute('aria-pressed'), 'false');
      await button(words.failures).press('Enter');
      await workbench.until('failures', async () => (await button(words.failures).getAttribute('aria-pressed')) === 'true');
      await workbench.screenshot(`overview-failures-${language}`);
    });

    it('a click goes from event to event of a name', async () => {
      const [{ value, count }] = await overview.list(frame, 'name');
      const row = frame.locator('[data-facet="name"] .row').first();
      const status = frame.getByRole('status');
      await workbench.click(row);
      await workbench.until('the first', async () => (await status.innerText()).includes(words.of(1, count)));
      await workbench.click(row);
      await workbench.until('the second', async () => (await status.innerText()).includes(words.of(2, count)));
      await workbench.until('the event in the editor', async () => {
        const lines = await workbench.page.locator('.editor-group-container .monaco-editor .view-line').allInnerTexts();
        return lines.some((line) => line.includes(value));
      });
    });

    it('the tables hold the same figures', async () => {
      await workbench.click(button(words.tables));
      const table = frame.locator('.tables table').first();
      await workbench.shown(table);
      const counts = await table.locator('tbody tr td:nth-child(2)').allInnerTexts();
      assert.equal(
        counts.reduce((sum, text) => sum + Number(text), 0),
        events.length,
      );
      await workbench.screenshot(`overview-tables-${language}`);
      await workbench.click(button(words.tables));
      await workbench.shown(frame.locator('.timeline'));
    });

    it('is copied as Markdown', async () => {
      await workbench.click(button(words.copy));
      const copied = await workbench.until('the clipboard', async () => {
        const text = await workbench.page.evaluate(() => globalThis.navigator.clipboard.readText());
        return text.startsWith('# ') && text;
      });
      const [first] = await overview.list(frame, 'name');
      assert.ok(copied.includes(`| \`${first.value}\` |`), copied);
    });

    itOnce('takes on the colours of another theme at once', async () => {
      const { page } = workbench;
      const drawn = () => frame.locator('.timeline canvas').evaluate((canvas) => canvas.toDataURL());
      await overview.drag(frame, 0.3, 0.6);
      await selects(words.selected);
      for (const [name, media] of Object.entries(THEMES)) {
        const before = await drawn();
        await page.emulateMedia(media);
        await workbench.until('the theme', async () => {
          const background = await frame.locator('body').evaluate((body) => globalThis.getComputedStyle(body).backgroundColor);
          return Number(/\d+/.exec(background)[0]) > 128 === (media.colorScheme === 'light');
        });
        await workbench.until('other colours', async () => (await drawn()) !== before);
        await workbench.screenshot(`overview-${name}-${language}`);
      }
      await frame.locator('.timeline').press('Escape');
      await isWhole();
    });

    it('is saved as a picture', async () => {
      for (const kind of ['png', 'svg']) {
        const path = join(folder, `picture-${language}.${kind}`);
        await workbench.click(button(words.save));
        const field = workbench.palette.box.locator('input[type="text"]').first();
        // The dialog comes up empty and then writes its own proposal over what was typed.
        await workbench.until('the proposal', async () => (await field.inputValue()).includes('.'));
        await workbench.until('the dialog to take it', async () => {
          if (!(await workbench.palette.box.isVisible())) return true;
          if ((await field.inputValue()) !== path) await workbench.palette.type(path);
          else await workbench.press('Enter');
          await workbench.page.waitForTimeout(1_000);
          return false;
        });
        await workbench.until(`the ${kind}`, () => existsSync(path) && readFileSync(path).length > 1_000);
        const bytes = readFileSync(path);
        if (kind === 'png') {
          assert.deepEqual([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
          assert.equal(bytes.readUInt32BE(16), 2_400);
          writeFileSync(await workbench.screenshot(`overview-saved-${language}`), bytes);
        } else assert.match(bytes.toString('utf8'), /^<svg xmlns=/);
        const said = `${words.saved} picture-${language}.${kind}`;
        await workbench.until('the word of it', async () => (await frame.getByRole('status').innerText()).includes(said));
      }
    });
  });
}
