import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowerFirst } from '../../../src/knowledge/casing';
import { columnPath, EVENT_COLUMNS, IDENTITY_COLUMNS } from '../../../src/knowledge/columnNames';
import { eventFields, identityFields } from '../../../src/knowledge/fields';
import { readCsv } from '../../../src/sources/csv';

/** What every one of the tables below holds. */
const EVENT = {
  eventTime: '2026-04-05T01:02:03Z',
  eventName: 'CreateVSwitch',
  serviceName: 'Vpc',
  acsRegion: 'cn-beijing',
  userIdentity: { accountId: '1200000000000012', userName: 'li ming' },
};
const VALUES = ['2026-04-05T01:02:03Z', 'CreateVSwitch', 'Vpc', 'cn-beijing', '1200000000000012', 'li ming'];

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'as events have them': [
    'eventTime',
    'eventName',
    'serviceName',
    'acsRegion',
    'userIdentity.accountId',
    'userIdentity.userName',
  ],
  capitalised: ['EventTime', 'EventName', 'ServiceName', 'AcsRegion', 'UserIdentity.AccountId', 'UserIdentity.UserName'],
  'in lower case': ['eventtime', 'eventname', 'servicename', 'acsregion', 'useridentity.accountid', 'useridentity.username'],
  'in upper case': ['EVENTTIME', 'EVENTNAME', 'SERVICENAME', 'ACSREGION', 'ACCOUNTID', 'USERNAME'],
  'in snake case': [
    'event_time',
    'event_name',
    'service_name',
    'acs_region',
    'user_identity_account_id',
    'user_identity_user_name',
  ],
  'behind a prefix': [
    'event.eventTime',
    'event.eventName',
    'event.serviceName',
    'event.acsRegion',
    'event.userIdentity.accountId',
    'event.userIdentity.userName',
  ],
  'joined by _': [
    'event_eventtime',
    'event_eventname',
    'event_servicename',
    'event_acsregion',
    'event_useridentity_accountid',
    'event_useridentity_username',
  ],
  'with their types': [
    'eventTime_t',
    'eventName_s',
    'serviceName_s',
    'acsRegion_s',
    'userIdentity_accountId_s',
    'userIdentity_userName_s',
  ],
  'of an identity alone': ['eventTime', 'eventName', 'serviceName', 'acsRegion', 'accountId', 'userName'],
};

const FORMS: Readonly<Record<string, (rows: readonly (readonly string[])[]) => string>> = {
  'with commas': (rows) => rows.map((row) => row.join(',')).join('\n'),
  quoted: (rows) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'),
  'with blanks behind commas': (rows) => rows.map((row) => row.map((cell) => `"${cell}"`).join(', ')).join('\n'),
  'unquoted, with blanks behind commas': (rows) => rows.map((row) => row.join(', ')).join('\n'),
  'with tabs': (rows) => rows.map((row) => row.join('\t')).join('\n'),
  "with Excel's line": (rows) => `sep=;\r\n${rows.map((row) => row.join(';')).join('\r\n')}`,
  'behind a byte order mark': (rows) => `\ufeff${rows.map((row) => row.join(',')).join('\n')}`,
  'behind a title': (rows) => `Audit events of April\n\n${rows.map((row) => row.join(',')).join('\n')}`,
  'in Markdown': ([names = [], ...rows]) =>
    [names, names.map(() => ':---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
};

for (const [spelling, names] of Object.entries(NAMES))
  test(`a table with columns ${spelling}, in every form`, () => {
    for (const [form, write] of Object.entries(FORMS)) {
      const text = write([names, VALUES, VALUES]);
      const table = readCsv(text);
      const lines = table?.text
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line));
      assert.deepEqual(lines, [EVENT, EVENT], form);
      for (const { start, end } of table?.rows ?? []) assert.match(text.slice(start, end), /2026-04-05.*li ming/, form);
    }
  });

test('cells of a Markdown table: bars within them, code', () => {
  const text = '|eventName|acsRegion|errorMessage|\n|---|---|---|\n|`A`|cn-beijing|x \\| y|\n';
  assert.equal(readCsv(text)?.text, '{"eventName":"A","acsRegion":"cn-beijing","errorMessage":"x | y"}\n');
});

test('a column that holds whole events', () => {
  assert.equal(
    readCsv('event\n"{""eventName"":""A"",""acsRegion"":""cn-beijing""}"\n')?.text,
    '{"event":{"eventName":"A","acsRegion":"cn-beijing"}}\n',
  );
});

test('commas, quotes and line ends within quoted cells stay, also where blanks stand behind the separators', () => {
  const text = '"eventName", "acsRegion", "errorMessage"\n"A", "cn-beijing", "a, ""b"", \n c"\n';
  assert.deepEqual(JSON.parse(readCsv(text)?.text ?? ''), {
    eventName: 'A',
    acsRegion: 'cn-beijing',
    errorMessage: 'a, "b", \n c',
  });
});

test('what no event has is no column of one', () => {
  for (const name of ['type', 'id', 'name', 'time', 'event', 'constructor', '__proto__', 'events', 'source'])
    assert.equal(columnPath(name), undefined, name);
});

test('the columns are the fields that are known', () => {
  assert.deepEqual(
    [...EVENT_COLUMNS].sort(),
    eventFields()
      .map(({ name }) => lowerFirst(name))
      .sort(),
  );
  assert.deepEqual(
    [...IDENTITY_COLUMNS].sort(),
    identityFields()
      .map(({ name }) => lowerFirst(name))
      .sort(),
  );
});
