import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { untilSteady } from '../../scripts/driver/wait.mjs';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';
import { root } from '../../scripts/root.mjs';

/** What VS Code would make a link of that runs a command. */
const LINK = '[Fix now](command:workbench.action.toggleSidebarVisibility)';
/** How it is shown. */
const SHOWN = '[Fix now] (command:workbench.action.toggleSidebarVisibility)';
const LOG = 'log.trail.json';
const sample = readFileSync(join(root, 'samples/flink.trail.json'), 'utf8');

describe('what others have written, in notifications', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trail-notices-'));
  let workbench;
  before(async () => {
    writeFileSync(join(folder, LOG), sample);
    writeFileSync(join(folder, `cut ${LINK}.json.gz`), gzipSync(sample).subarray(0, -200));
    workbench = await openWorkbench({ folder, file: LOG });
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The notification that holds a text, in the list of all of them: toasts go away. */
  const listed = async (part) => {
    const { page } = workbench;
    const messages = page.locator('.notifications-center .notification-list-item-message', { hasText: part });
    await workbench.until(`a notification with "${part}"`, async () => {
      if (!(await page.locator('.notifications-center.visible').isVisible()))
        await workbench.command('Notifications: Show Notifications');
      return (await messages.count()) > 0;
    });
    return { text: await messages.first().innerText(), links: await messages.locator('a').count() };
  };

  /** Writes into a box that has just been opened, which may still get its first text. */
  const write = async (text) => {
    const input = workbench.palette.box.locator('input[type="text"]').first();
    await untilSteady('the text in the box', async () => {
      if ((await input.inputValue()) !== text) await workbench.palette.type(text);
      return input.inputValue();
    });
  };

  it('a value of a filter makes no link', async () => {
    await workbench.command('Trail: Query…');
    await workbench.until('the box', async () =>
      (await workbench.palette.box.innerText()).includes('Write the Filter as a Query'),
    );
    await write(`file:"${LINK}"`);
    await workbench.press('Enter');
    await workbench.palette.pick('Simple Log Service');
    const { text, links } = await listed('left out');
    await workbench.screenshot('notice-filter');
    assert.ok(text.includes(`file:"${SHOWN}"`), text);
    assert.equal(links, 0);
  });

  it('the name of a file makes no link', async () => {
    await workbench.palette.file('cut [Fix');
    // What the file holds takes the place of its tab, and the focus.
    await workbench.shown(workbench.page.locator('.tab.active', { hasText: /\.json$/ }));
    await workbench.editor.waitForText('GetBucketInfo');
    const { text, links } = await listed('.json.gz');
    await workbench.screenshot('notice-name');
    assert.ok(text.includes(`${SHOWN}.json.gz`), text);
    assert.equal(links, 0);
  });

  it('a filter draws no icon in the list that it is written in', async () => {
    await workbench.file(LOG);
    await workbench.command('Trail: Filter Events…');
    await workbench.until('the box', async () => (await workbench.palette.box.innerText()).includes('Filter Events of'));
    await write('"$(error) x"');
    const { rows } = workbench.palette;
    await workbench.until('the filter', async () => (await rows.first().innerText()).includes('$(error) x'));
    await workbench.screenshot('notice-list');
    assert.equal(await rows.locator('.codicon-error').count(), 0);
  });
});
