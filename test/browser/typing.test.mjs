import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';
import { copySamples } from '../../scripts/host/samples.mjs';

const folder = copySamples();
const FILE = 'typing.trail.json';
/** Without the bracket that is typed, behind `"b":  2`. */
const TEXT = `[
  {
    "eventName": "StopInstance",
    // Seen by two of us.
    "requestParameters": {"a":[1,2], /* masked */ "account": 12****34,"b":  2,
    "acsRegion":"cn-hangzhou"
  }
]
`;
const LAID_OUT = `    "requestParameters": {
      "a": [
        1,
        2
      ], /* masked */
      "account": 12****34,
      "b": 2
    },
`;

describe('laying out what is typed', () => {
  let workbench;
  before(async () => {
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    writeFileSync(join(folder, '.vscode/settings.json'), '{"editor.formatOnType": true, "editor.tabSize": 2}');
    writeFileSync(join(folder, FILE), TEXT);
    workbench = await openWorkbench({ folder, file: FILE });
    // What is typed before the extension is there is laid out by nobody.
    await workbench.status.language('Nothing in this JSON looks like');
  });
  after(async () => workbench?.close());

  const place = async () =>
    (await workbench.status.item('Ln '))
      .match(/Ln (\d+), Col (\d+)/)
      .slice(1)
      .map(Number);
  const cursorAt = (...wanted) =>
    workbench.until(`the cursor at ${wanted}`, async () => String(await place()) === String(wanted));
  const drawn = (part) => workbench.editor.waitForText(part);

  it('by a bracket: the object is laid out, masks and comments stay, the cursor stays behind the bracket', async () => {
    await workbench.editor.cursor('"b":  2', 1, 7);
    await workbench.type('}');
    await drawn('      "b": 2');
    await cursorAt(12, 6);
    const text = await workbench.editor.text();
    assert.ok(text.includes(LAID_OUT), text);
    assert.ok(text.includes('    // Seen by two of us.\n'), text);
    assert.ok(text.includes('"acsRegion":"cn-hangzhou"'), 'what was not closed stays as it is');
  });

  it('and one undo takes the layout back, the next one the bracket', async () => {
    await workbench.press('Control+Z');
    await drawn('"b":  2},');
    assert.equal(await workbench.editor.text(), TEXT.replace('"b":  2', '"b":  2}'));
    await workbench.press('Control+Z');
    await workbench.until('the text before', async () =>
      (await workbench.editor.lines()).some((line) => line.includes('"b":  2,')),
    );
    assert.equal(await workbench.editor.text(), TEXT);
  });

  it('by Enter: the line that it ends, and the cursor is on the next one', async () => {
    await workbench.editor.cursor('"b":  2', 1, 7);
    await workbench.type('}');
    await drawn('      "b": 2');
    const before = await workbench.editor.text();
    await workbench.editor.cursor('"acsRegion":"cn-hangzhou"', 1, 25);
    await workbench.press('Enter');
    await drawn('    "acsRegion": "cn-hangzhou"');
    await cursorAt(14, 5);
    await workbench.press('Control+Z');
    await drawn('    "acsRegion":"cn-hangzhou"');
    await workbench.press('Control+Z');
    await workbench.until('the line', async () => (await place())[0] === 13);
    assert.equal(await workbench.editor.text(), before);
  });

  it('while a whole object is written, with the brackets that the editor closes', async () => {
    await workbench.editor.cursor('"acsRegion":"cn-hangzhou"', 1, 25);
    await workbench.type(',');
    await workbench.press('Enter');
    await workbench.type('"additionalEventData":{"x":[1,{"y":2}],"z":3}');
    await drawn('        "y": 2');
    await drawn('      "z": 3');
    await workbench.type(',');
    await workbench.press('Enter');
    await workbench.type('"eventType":"ApiCall"');
    const text = await workbench.editor.text();
    assert.match(
      text,
      /"additionalEventData": \{\n\s+"x": \[\n\s+1,\n\s+\{\n\s+"y": 2\n\s+\}\n\s+\],\n\s+"z": 3\n\s+\},\n\s+"eventType":"ApiCall"/,
      text,
    );
    await workbench.screenshot('typing-laid-out');
  });
});
