import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCsv } from '../../../src/sources/csv';
import { hasFailed } from '../../../src/trail/group/failures';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { FAILURES, NO_FAILURES } from '../knowledge/errorTexts';
import { event } from './logs';

type Errors = readonly Readonly<Record<string, unknown>>[];

const lines = (records: readonly unknown[]): string => records.map((one) => `${JSON.stringify(one)}\n`).join('');
const cell = (value: unknown): string => `"${String(value).replaceAll('"', '""')}"`;

/** Logs of events with such errors, in the ways in which stores and answers hold them. */
const FORMS: Readonly<Record<string, (errors: Errors) => string>> = {
  lines: (errors) => lines(errors.map((error, number) => event(number, error))),
  'the error first': (errors) => lines(errors.map((error, number) => ({ ...error, ...event(number) }))),
  'laid out': (errors) =>
    JSON.stringify(
      errors.map((error, number) => event(number, error)),
      null,
      2,
    ),
  'in Log Service': (errors) =>
    lines(errors.map((error, number) => ({ __topic__: 'actiontrail_audit_event', event: JSON.stringify(event(number, error)) }))),
  'in CloudEvents': (errors) => lines(errors.map((error, number) => ({ specversion: '1.0', data: event(number, error) }))),
  'last used': (errors) =>
    JSON.stringify({
      Events: errors.map((error, number) => ({ Detail: JSON.stringify(event(number, error)), UsedTimestamp: 1 })),
    }),
  flattened: (errors) =>
    lines(
      errors.map((error, number) => ({
        'event.eventName': 'RunInstances',
        'event.eventId': String(number),
        ...Object.fromEntries(Object.entries(error).map(([key, value]) => [`event.${key}`, value])),
      })),
    ),
  'a table': (errors) =>
    readCsv(
      `eventId,eventName,acsRegion,errorMessage,errorCode\n${errors
        .map(({ errorCode, errorMessage }, number) =>
          [number, 'RunInstances', 'cn-hangzhou', errorMessage ?? '', errorCode ?? ''].map(cell).join(),
        )
        .join('\n')}`,
    )?.text ?? '',
};

const ERRORS: readonly (readonly [Record<string, unknown>, string])[] = [
  ...[...NO_FAILURES, null, 0, 200, false].flatMap((none) => [
    [{ errorCode: none }, ''] as const,
    [{ errorMessage: none }, ''] as const,
    [{ errorCode: none, errorMessage: none }, ''] as const,
    [{ errorCode: none, errorMessage: 'The instance is locked.' }, 'The instance is locked.'] as const,
    [{ errorMessage: none, errorCode: 'Forbidden' }, 'Forbidden'] as const,
  ]),
  ...FAILURES.flatMap((some) => [
    [{ errorCode: some }, some] as const,
    [{ errorMessage: some }, some] as const,
    [{ errorMessage: 'No.', errorCode: some }, some] as const,
  ]),
];

describe('an event failed if its error code or its error message is a real value', () => {
  for (const [form, write] of Object.entries(FORMS))
    it(form, () => {
      const trail = Trail.of(new StringSource(write(ERRORS.map(([error]) => error))));
      assert.equal(trail.events, ERRORS.length);
      ERRORS.forEach(([error, expected], row) => {
        // Cells lose the blanks around them.
        assert.equal(trail.value(row, Column.ErrorCode).trim(), expected.trim(), JSON.stringify(error));
        assert.equal(hasFailed(trail, row), expected !== '', JSON.stringify(error));
      });
    });
});

describe('texts for no value', () => {
  const TEXTS = ['', 'null', 'NULL', 'None', 'nil', 'undefined', 'N/A', '-', '--'];

  it('are none in flattened rows and in tables', () => {
    for (const text of TEXTS) {
      const flat = {
        'event.eventName': 'A',
        'event.acsRegion': text,
        'event.eventId': text,
        'event.userIdentity.userName': text,
      };
      const table = readCsv(`eventName,eventId,acsRegion,userIdentity.userName\nA,${text},${text},${text}`)?.text ?? '';
      for (const log of [lines([flat, flat]), table]) {
        const trail = Trail.of(new StringSource(log));
        assert.equal(trail.value(0, Column.EventName), 'A');
        for (const column of [Column.Region, Column.User]) assert.equal(trail.value(0, column), '', `${text} ${log}`);
        assert.equal(trail.rows.eventId(0), 0);
      }
    }
  });

  it('are values in JSON as it was delivered, and longer texts are everywhere', () => {
    const named = (userName: string): string => JSON.stringify(event(1, { userIdentity: { userName }, acsRegion: userName }));
    for (const text of TEXTS) {
      const trail = Trail.of(new StringSource(named(text)));
      assert.equal(trail.value(0, Column.User), text);
      assert.equal(trail.value(0, Column.Region), text);
    }
    const trail = Trail.of(new StringSource(lines([{ 'event.eventName': 'A', 'event.userIdentity.userName': 'Nonesuch' }])));
    assert.equal(trail.value(0, Column.User), 'Nonesuch');
  });
});
