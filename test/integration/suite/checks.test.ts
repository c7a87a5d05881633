import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, codesOf, eventLine, fileWith, openTrail, problemsOf, published, said, setSeverity } from './documents';
import { until } from './wait';

const ID = { eventId: '"A-1"', requestId: '"A-1"' };
const PASSWORDS = { requestParameters: '{"Password":"p-1","NewPassword":"p-2"}' };

async function fixes(document: vscode.TextDocument, part: string): Promise<readonly vscode.CodeAction[]> {
  const at = document.positionAt(document.getText().indexOf(part) + 1);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
  );
}

async function take(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((one) => one.title === title);
  assert.ok(action?.command, `no command "${title}" among: ${actions.map((one) => one.title).join(' | ')}`);
  await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

describe('checks across events and of secrets', function () {
  afterEach(closeAll);

  it('marks a duplicate with the place of the first event, and follows edits', async () => {
    const lines = [eventLine(ID), eventLine({ eventId: '"A-2"' }), eventLine(ID)];
    const document = await openTrail(lines.join('\n'));
    const editor = await vscode.window.showTextDocument(document);
    const found = problemsOf(document).filter(({ code }) => codeOf(code) === 'duplicate-event');
    assert.deepEqual(
      found.map(({ range, relatedInformation }) => [
        document.getText(range),
        range.start.line,
        relatedInformation?.[0]?.location.range.start.line,
      ]),
      [['A-1', 2, 0]],
    );
    await editor.edit((edit) => {
      edit.delete(new vscode.Range(0, 0, 1, 0));
    });
    await until('the duplicate to go', () => !codesOf(document).includes('duplicate-event'));
    await vscode.commands.executeCommand('undo');
    await until('the duplicate to come back', () => codesOf(document).includes('duplicate-event'));
  });

  it('compares with what the name of a delivered file says', async () => {
    const name = 'Actiontrail_cn-shanghai_20200109121300_1002_1_900_0123456789abcdef0123456789abcdef';
    const uri = fileWith(eventLine(), `/../${name}`);
    const document = await published(() => vscode.workspace.openTextDocument(uri));
    const [problem] = problemsOf(document);
    assert.equal(codeOf(problem?.code), 'other-region');
    assert.ok(problem?.message.includes('cn-shanghai'));
  });

  it('masks all secrets of an event, and of the document; saving changes nothing @words', async () => {
    const text = [eventLine(PASSWORDS), eventLine({ ...PASSWORDS, eventId: '"A-2"' })].join('\n');
    const document = await openTrail(text);
    await vscode.window.showTextDocument(document);
    await take(await fixes(document, '"p-1"'), said('Fix all of this kind in this event ({0})', 'secret'));
    const once = text.replace('"p-1"', '"***"').replace('"p-2"', '"***"');
    await until('the event to change', () => document.getText() === once);
    await until('two findings to be left', () => codesOf(document).filter((code) => code === 'secret').length === 2);
    await document.save();
    assert.equal(document.getText(), once);
    await take(await fixes(document, '"p-2"'), said('Mask all secrets in this document'));
    await until('no secret to be left', () => !codesOf(document).includes('secret'));
    await vscode.commands.executeCommand('undo');
    await until('the secrets to be back', () => codesOf(document).includes('secret'));
  });

  it('masks all secrets of the document in one step', async () => {
    const text = [1, 2, 3]
      .map((count) => eventLine({ requestParameters: '{"Password":"p-1"}', eventId: `"A-${count}"` }))
      .join('\n');
    const document = await openTrail(text);
    await vscode.window.showTextDocument(document);
    await take(await fixes(document, '"p-1"'), said('Mask all secrets in this document'));
    await until('all to be masked', () => !document.getText().includes('p-1'));
    assert.equal(document.getText(), text.replaceAll('"p-1"', '"***"'));
  });

  it("a finding's code leads to its page, which is in the extension", async () => {
    const document = await openTrail(eventLine(PASSWORDS));
    const code = problemsOf(document)[0]?.code;
    assert.ok(typeof code === 'object');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# secret\n\n/);
    assert.ok(page.getText().includes('"trail.severity": { "secret": "off" }'));
    await vscode.commands.executeCommand('vscode.open', code.target);
    const inputOf = (): unknown => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    await until('the preview', () => inputOf() instanceof vscode.TabInputCustom);
    assert.equal((inputOf() as vscode.TabInputCustom).viewType, 'vscode.markdown.preview.editor');
  });

  it('a severity that is set to off hides a finding', async () => {
    const document = await openTrail(eventLine(PASSWORDS));
    assert.ok(codesOf(document).includes('secret'));
    await setSeverity({ secret: 'off' });
    try {
      await until('the finding to go', () => !codesOf(document).includes('secret'));
    } finally {
      await setSeverity(undefined);
    }
    await until('the finding to come back', () => codesOf(document).includes('secret'));
  });
});
