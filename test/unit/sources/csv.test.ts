import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCsv } from '../../../src/sources/csv';
import { event } from '../trail/logs';

const linesOf = (text: string): unknown[] | undefined =>
  readCsv(text)
    ?.text.trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

test('cells with JSON are values, empty cells are members that are not there, others are text', () => {
  const text =
    'eventName,isGlobal,userIdentity,requestParameters,requestParameterJson,errorCode,eventVersion,note\r\n' +
    'CreateUser,true,"{""accountId"": ""11"", ""n"": 1187000000004544000}","[1]","{""a"":1}",,1,175***657\r\n';
  assert.equal(
    readCsv(text)?.text,
    '{"eventName":"CreateUser","isGlobal":true,"userIdentity":{"accountId": "11", "n": 1187000000004544000},' +
      '"requestParameters":[1],"requestParameterJson":"{\\"a\\":1}","eventVersion":"1","note":"175***657"}\n',
  );
});

test('rows know where they stand, also behind cells of several lines', () => {
  const text = 'eventId,eventName,errorMessage\n1,A,"two\nlines"\n\n2,B,x\n';
  const table = readCsv(text);
  assert.deepEqual(
    table?.rows.map(({ start, end }) => text.slice(start, end)),
    ['1,A,"two\nlines"', '2,B,x'],
  );
  assert.deepEqual(table?.starts, [0, '{"eventId":"1","eventName":"A","errorMessage":"two\\nlines"}\n'.length]);
});

test('any separator; names as collectors write them', () => {
  assert.deepEqual(linesOf('eventId;eventName\n1;A\n'), [{ eventId: '1', eventName: 'A' }]);
  assert.deepEqual(linesOf('eventId\teventName\n1\tA; b, c\n'), [{ eventId: '1', eventName: 'A; b, c' }]);
  const text = 'TimeGenerated [UTC],eventName_s,userIdentity.accountId,acsRegion\n2026-01-01T00:00:00Z,A,11,cn-beijing';
  const identity = { accountId: '11' };
  assert.deepEqual(linesOf(text), [
    { eventTime: '2026-01-01T00:00:00Z', eventName: 'A', acsRegion: 'cn-beijing', userIdentity: identity },
  ]);
});

test('columns as a query of Log Service names them', () => {
  const names =
    'event.eventId,event.eventName,event.recipientAccountId,event.userIdentity.type,event.userIdentity.sessionContext.attributes.mfaAuthenticated';
  assert.deepEqual(linesOf(`__topic__,${names}\nx,E-1,A,11,ram-user,false\n`), [
    {
      __topic__: 'x',
      eventId: 'E-1',
      eventName: 'A',
      recipientAccountId: '11',
      userIdentity: { type: 'ram-user', sessionContext: { attributes: { mfaAuthenticated: 'false' } } },
    },
  ]);
  assert.deepEqual(linesOf('eventId,eventName,userIdentity.type,userIdentity,userIdentity.type\n1,A,x,"{""type"":""y""}",z\n'), [
    { eventId: '1', eventName: 'A', userIdentity: { type: 'y' } },
  ]);
});

test('a log is no table, and neither is a table of something else', () => {
  for (const text of [
    '',
    '{"eventName":"a","eventId":1}\n',
    '[{"eventName":1,',
    'name,age\nA,1\n',
    'the event, and others\n',
    'eventName\nA\n',
  ])
    assert.equal(readCsv(text), undefined, text);
});

test('a table that ends inside a cell says so', () => {
  assert.equal(readCsv('eventId,eventName\n1,"A')?.isTruncated, true);
  assert.equal(readCsv('eventId,eventName\n1,"A"')?.isTruncated, false);
});

test('any event survives the way through a table', () => {
  const one = event(3);
  const quote = (value: unknown): string =>
    `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
  const text = `${Object.keys(one).join(',')}\n${Object.values(one).map(quote).join(',')}\n`;
  assert.deepEqual(linesOf(text), [one]);
});
