import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';
import { copySamples } from '../../scripts/host/samples.mjs';

const folder = copySamples();
const FILE = 'flink.trail.json';
const OPEN = 'Trail: Open Overview';

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '"><iframe src=https://example.invalid>',
  '\u202e\u0000 $(zap) `x` {{1}}',
];

describe('overview, more logs and hostile ones', () => {
  let workbench;
  let overview;

  before(async () => {
    const lines = Array.from({ length: 40 }, (_, at) =>
      JSON.stringify({
        eventName: HOSTILE[at % HOSTILE.length],
        eventTime: new Date(Date.UTC(2026, 2, 2, at)).toISOString(),
        eventType: 'ApiCall',
        acsRegion: 'cn-hangzhou',
        errorCode: HOSTILE[(at + 1) % HOSTILE.length],
        sourceIpAddress: HOSTILE[(at + 2) % HOSTILE.length],
        userIdentity: { type: 'ram-user', accountId: HOSTILE[(at + 3) % HOSTILE.length] },
      }),
    );
    writeFileSync(join(folder, 'hostile.trail.jsonl'), lines.join('\n'));
    workbench = await openWorkbench({ folder, file: 'hostile.trail.jsonl', width: 1700, height: 1000 });
    ({ overview } = workbench);
    await workbench.command(OPEN);
  });
  after(async () => workbench?.close());

  it('text of a log is text, whatever it holds', async () => {
    const frame = await overview.ready('hostile');
    const names = (await overview.list(frame, 'name')).map(({ value }) => value);
    assert.deepEqual(new Set(names), new Set([...HOSTILE.slice(0, 3), '\\u202e\\u0000 $(zap) `x` {{1}}']));
    await workbench.click(frame.getByRole('button', { name: 'Tables', exact: true }));
    await workbench.shown(frame.locator('.tables table').first());
    const strangers = await frame.locator('main :is(img, script, iframe, link, object, svg, a)').count();
    assert.equal(strangers, 0);
    const handlers = await frame.evaluate(
      () =>
        [...globalThis.document.querySelectorAll('*')].flatMap((element) =>
          [...element.attributes].filter(({ name }) => name.startsWith('on')),
        ).length,
    );
    assert.equal(handlers, 0);
    await workbench.screenshot('overview-hostile');
    await workbench.click(frame.getByRole('button', { name: 'Tables', exact: true }));
  });

  it('the page may make no markup out of strings, and load nothing', async () => {
    const frame = await overview.ready('hostile');
    const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy, /^default-src 'none'; script-src 'nonce-\w+';/);
    assert.doesNotMatch(policy, /unsafe/);
    const refused = await frame.evaluate(() => {
      try {
        globalThis.document.createElement('div').innerHTML = '<b>x</b>';
        return false;
      } catch {
        return true;
      }
    });
    assert.equal(refused, true);
  });

  it('follows the active editor; a pinned one stays, and another stands beside it', async () => {
    await overview.ready('hostile');
    await workbench.press('Control+1');
    await workbench.file(FILE);
    await overview.ready(FILE);
    await workbench.file('hostile.trail.jsonl');
    const frame = await overview.ready('hostile');
    await workbench.click(frame.getByRole('button', { name: 'Pin', exact: true }));
    await workbench.until(
      'the pin',
      async () => (await frame.getByRole('button', { name: 'Pin', exact: true }).getAttribute('aria-pressed')) === 'true',
    );
    await workbench.press('Control+1');
    await workbench.file(FILE);
    await workbench.command(OPEN);
    await overview.ready(FILE);
    await overview.ready('hostile');
    await workbench.screenshot('overview-two');
  });

  it('both come back after a reload of the window; the pinned one reads its log, whose tab stands behind another', async () => {
    const pinned = await overview.ready('hostile');
    const before = await overview.summary(pinned);
    // Pinned only just before.
    const pin = pinned.getByRole('button', { name: 'Pin', exact: true });
    await workbench.click(pin);
    await workbench.until('no pin', async () => (await pin.getAttribute('aria-pressed')) === 'false');
    await workbench.click(pin);
    await workbench.reload();
    const frame = await overview.ready('hostile');
    await workbench.until('the same figures', async () => (await overview.summary(frame)) === before);
    const again = frame.getByRole('button', { name: 'Pin', exact: true });
    await workbench.until('the pin', async () => (await again.getAttribute('aria-pressed')) === 'true');
    // The other one follows the active editor again.
    await workbench.press('Control+1');
    await overview.ready(FILE);
    await workbench.screenshot('overview-reloaded');
  });

  it('tells how many pictures a second there are while a selection is dragged', async () => {
    const frame = await overview.ready(FILE);
    const { frames, seconds, changes } = await frame.evaluate(brushFor, 120);
    console.log(
      `${(frames / seconds).toFixed(0)} pictures a second over ${seconds.toFixed(1)} s, ${changes} of them with other numbers`,
    );
    assert.ok(changes > 10);
  });
});

/** Runs in the page: moves a pointer over the timeline at every picture, as fast as pictures come, until there were so many. */
async function brushFor(count) {
  const over = globalThis.document.querySelector('.u-over');
  const summary = globalThis.document.querySelector('.summary');
  const { left, width, top } = over.getBoundingClientRect();
  const fire = (type, share) =>
    over.dispatchEvent(
      new globalThis.PointerEvent(type, {
        clientX: left + width * share,
        clientY: top + 20,
        button: 0,
        bubbles: true,
        pointerId: 1,
      }),
    );
  over.setPointerCapture = () => {};
  fire('pointerdown', 0.1);
  const start = globalThis.performance.now();
  let frames = 0;
  let changes = 0;
  let last = '';
  for (; frames < count; frames++) {
    await new Promise((resolve) => globalThis.requestAnimationFrame(resolve));
    fire('pointermove', 0.15 + 0.8 * Math.abs(Math.sin(frames / 40)));
    if (summary.textContent !== last) changes++;
    last = summary.textContent;
  }
  const seconds = (globalThis.performance.now() - start) / 1_000;
  fire('pointerup', 0.5);
  return { frames, seconds, changes };
}
