import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, event, eventLine, FLINK, openTrail, said } from './documents';

async function outline(text: string): Promise<{ document: vscode.TextDocument; symbols: vscode.DocumentSymbol[] }> {
  const document = await openTrail(text);
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return { document, symbols: symbols ?? [] };
}

const names = (symbols: readonly vscode.DocumentSymbol[]): readonly string[] => symbols.map(({ name }) => name);
const GROUPS = ['ACTOR', 'ACTION', 'TARGET', 'CONTEXT', 'ERROR', 'REQUEST', 'RESPONSE'];

describe('outline', () => {
  afterEach(closeAll);

  it('shows an event with its groups, in the display language @words', async () => {
    const { symbols } = await outline(FLINK);
    assert.equal(symbols.length, 1);
    const [first] = symbols;
    assert.match(first?.name ?? '', /^AppendVSwitchId · 12-0[12] \d\d:54:59 · 1234xxxxxxxx5678$/);
    assert.equal(first?.detail, 'root · cn-hangzhou');
    // The empty error is none.
    assert.deepEqual(
      [...names(first?.children ?? [])].sort(),
      GROUPS.filter((name) => name !== 'ERROR')
        .map((name) => said(name))
        .sort(),
    );
  });

  it('marks failures, and leads to the name of the event @words', async () => {
    const { document, symbols } = await outline(`[\n${event({ errorCode: '"Forbidden.RAM"' })}\n]`);
    const [failed] = symbols;
    assert.match(failed?.name ?? '', /^✗ StopInstance · /);
    assert.match(failed?.detail ?? '', /^Forbidden\.RAM · /);
    assert.equal(document.getText(failed?.selectionRange), '"StopInstance"');
    assert.ok(names(failed?.children ?? []).includes(said('ERROR')));
  });

  it('works on events in strings: fields at their places @words', async () => {
    const inner = eventLine();
    const { document, symbols } = await outline(`${JSON.stringify({ __topic__: 'actiontrail_audit_event', event: inner })}\n`);
    const action = symbols[0]?.children.find(({ name }) => name === said('ACTION'));
    const field = action?.children.find(({ name }) => name === 'eventName');
    assert.equal(field?.detail, 'StopInstance');
    assert.equal(document.getText(field?.range), String.raw`\"eventName\": \"StopInstance\"`);
  });

  it('shows what is there of a damaged log', async () => {
    const { symbols } = await outline(
      '[{"eventName": "A" "acsRegion": "cn-hangzhou"},\n{"eventName": "B", "userIdentity": {"type": "root-acc',
    );
    assert.deepEqual(names(symbols), ['A', 'B']);
  });

  it('says how many events have no entry @words', async () => {
    const { symbols } = await outline(
      `[${Array.from({ length: 5_010 }, () => '{"eventName":"A","acsRegion":"x"}').join(',\n')}]`,
    );
    assert.equal(symbols.length, 5_001);
    assert.equal(symbols.at(-1)?.name, said('… and {0} more events', '10'));
  });
});
