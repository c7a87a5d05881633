import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';
import { copySamples } from '../../scripts/host/samples.mjs';

const folder = copySamples();
const FILE = 'flink.trail.json';
const LOG = `${FILE} (${String(JSON.parse(readFileSync(join(folder, FILE), 'utf8')).length)} events)`;

describe('questions about a log name it and its number of events', () => {
  let workbench;
  before(async () => {
    workbench = await openWorkbench({ folder, file: FILE });
    await workbench.status.language('events');
  });
  after(async () => workbench?.close());

  const title = () => workbench.page.locator('.quick-input-titlebar:visible .quick-input-title');
  /** The title of the question that is asked, once it is another one. */
  const titleAfter = (old) =>
    workbench.until('a question', async () => {
      const [text = ''] = await title().allInnerTexts();
      return text !== '' && text !== old && text;
    });
  const names = (text) => assert.ok(text.includes(LOG), text);

  for (const command of ['Trail: Export…', 'Trail: Redact…'])
    it(command, async () => {
      await workbench.command(command);
      names(await titleAfter(''));
      await workbench.press('Escape');
      await workbench.hidden(workbench.palette.box);
    });

  it('Trail: Query…, in both steps', async () => {
    await workbench.command('Trail: Query…');
    names(await titleAfter(''));
    await workbench.palette.type('error:*');
    await workbench.press('Enter');
    await workbench.until('the second step', async () => (await workbench.palette.labels()).includes('MaxCompute: SQL'));
    names(await titleAfter(''));
    await workbench.press('Escape');
    await workbench.hidden(workbench.palette.box);
  });

  it('Trail: Export Marks…', async () => {
    await workbench.editor.cursor('"eventName"');
    await workbench.command('Trail: Mark Event…');
    await workbench.until('the marks', async () => (await workbench.palette.labels()).includes('Suspicious'));
    const asked = await titleAfter('');
    await workbench.palette.pick('Suspicious');
    assert.equal(await titleAfter(''), asked);
    await workbench.press('Enter');
    await workbench.hidden(workbench.palette.box);
    await workbench.command('Trail: Export Marks…');
    names(await titleAfter(''));
    await workbench.press('Escape');
  });
});
