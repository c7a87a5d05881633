import { resolveService } from '../knowledge/resolveService';
import { serviceOf } from '../knowledge/services';
import { hashRange } from '../trail/hash';
import { Column, Flag } from '../trail/scan/row';
import { type Steps } from '../trail/steps';
import { type Trail } from '../trail/trail';
import { type Expression, type Term, type Value } from './expression';
import { FIRST_COLUMNS, WEEKDAYS } from './field';
import { FirstSeen } from './firstSeen';
import { isAnything, isLiteral, longestText, matchPart, matchWhole } from './glob';
import { kindOf, rememberedByMeaning, sensitivityOf } from './meaning';
import { mayHold } from './mayHold';
import { hoursOf, momentRange, momentsOf } from './moment';
import { isIn, isNetworkText, networkFrom } from './network';
import { memberTexts } from '../event/texts';
import { ANY, byColumn, NONE, type RowTest } from './rowTest';
import { holdsInText } from './text';

/** A filter as a test of the rows of one trail. */
export interface RowFilter {
  /** Whether the event of a row matches; rows that are no events never do. */
  readonly test: RowTest;
  /** Whether the text of records is read, which takes longer than looking at columns. */
  readonly readsText: boolean;
  /** Does in steps what has to be known of all rows before one is judged; without it, the first test does that at once. */
  prepare(): Steps<void>;
}

/**
 * Makes a filter ready for a trail. It follows the trail: rows and values that come later are judged when they are asked for. What a column can tell
 * costs a few look-ups a row; free text and members that are no columns read the text of the record.
 */
export function compile(expression: Expression, trail: Trail): RowFilter {
  const firsts: FirstSeen[] = [];
  const test = testOf(expression, { trail, firsts });
  const { rows } = trail;
  return {
    test: (row) => (rows.flags(row) & Flag.Event) !== 0 && test(row),
    readsText: readsText(expression),
    *prepare() {
      for (const first of firsts) yield* first.count();
    },
  };
}

/** What the tests of a filter share. */
interface Context {
  readonly trail: Trail;
  readonly firsts: FirstSeen[];
}

/** Whether the text of records must be read to judge them. */
function readsText(expression: Expression): boolean {
  if (expression.kind === 'and' || expression.kind === 'or') return expression.parts.some(readsText);
  if (expression.kind === 'not') return readsText(expression.part);
  return expression.kind === 'term' && (expression.field.source.from === 'text' || expression.field.source.from === 'record');
}

function testOf(expression: Expression, context: Context): RowTest {
  switch (expression.kind) {
    case 'all':
      return ANY;
    case 'not': {
      const test = testOf(expression.part, context);
      return (row) => !test(row);
    }
    case 'and':
      return all(cheapFirst(expression.parts).map((part) => testOf(part, context)));
    case 'or':
      return some(cheapFirst(expression.parts).map((part) => testOf(part, context)));
    case 'term':
      return termTest(expression, context);
  }
}

/** What reads the text of a record comes last: most rows are decided before. */
function cheapFirst(parts: readonly Expression[]): readonly Expression[] {
  return [...parts].sort((a, b) => Number(readsText(a)) - Number(readsText(b)));
}

function all(tests: readonly RowTest[]): RowTest {
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

function some(tests: readonly RowTest[]): RowTest {
  const [first, second] = tests;
  if (first === undefined) return NONE;
  if (second === undefined) return first;
  return (row) => {
    for (const test of tests) if (test(row)) return true;
    return false;
  };
}

function termTest(term: Term, context: Context): RowTest {
  const test = some(term.values.map((value) => valueTest(term, value, context)));
  return term.operator === '!=' ? (row) => !test(row) : test;
}

function valueTest({ field, operator }: Term, value: Value, { trail, firsts }: Context): RowTest {
  const { source } = field;
  const word = value.text.toLowerCase();
  switch (source.from) {
    case 'column':
      return columnTest(source.column, operator, value, trail);
    case 'record':
      return recordTest(source.members, source.hash, value, trail);
    case 'text': {
      const holds = matchPart(value.pattern);
      return whereHeld(trail, value, (row) => holdsInText(trail.recordText(row), holds));
    }
    case 'file': {
      const { files } = trail.text;
      const matches = files === undefined ? undefined : wholeOf(value);
      return matches === undefined ? ANY : (row) => matches(files?.names[files.of(row)] ?? '');
    }
    case 'time':
      return timeTest(operator, value, trail);
    case 'hour':
      return hourTest(operator, value, trail);
    case 'weekday': {
      const { rows } = trail;
      return (row) => WEEKDAYS[new Date(rows.time(row)).getDay()] === word;
    }
    case 'kind': {
      const kind = rememberedByMeaning(trail, kindOf);
      return (row) => kind(row) === word;
    }
    case 'sensitivity': {
      const sensitivity = rememberedByMeaning(trail, sensitivityOf);
      return (row) => sensitivity(row) === word;
    }
    case 'first': {
      const column = FIRST_COLUMNS.get(word);
      if (column === undefined) return NONE;
      const first = new FirstSeen(trail, column);
      firsts.push(first);
      return (row) => first.has(row);
    }
  }
}

function columnTest(column: Column, operator: Term['operator'], value: Value, trail: Trail): RowTest {
  if (column === Column.SourceAddress && operator === ':' && isNetworkText(value.text)) {
    const network = networkFrom(value.text);
    return network === undefined ? NONE : byColumn(trail, column, (text) => isIn(network, text));
  }
  const matches = wholeOf(value);
  if (column !== Column.ServiceName) return byColumn(trail, column, matches);
  // The name in the log, or the product's own code: RealtimeCompute is foasconsole.
  const named = byColumn(trail, column, (text) => matches(text) || (text !== '' && matches(serviceOf(text)?.code ?? '')));
  const hosted = byColumn(trail, Column.EventSource, (text) => {
    const code = resolveService({ eventSource: text });
    return code !== undefined && matches(code);
  });
  const { rows } = trail;
  return (row) => named(row) || (rows.code(row, column) === 0 && value.text !== '' && hosted(row));
}

/** A value that is not there matches nothing but `""`. */
function wholeOf({ pattern, text: written }: Value): (text: string) => boolean {
  if (written === '') return (text) => text === '';
  if (isAnything(pattern)) return (text) => text !== '';
  const matches = matchWhole(pattern);
  return (text) => text !== '' && matches(text);
}

function recordTest(names: readonly string[], hashed: 'eventId' | 'requestId' | undefined, value: Value, trail: Trail): RowTest {
  const matches = wholeOf(value);
  const reads: RowTest = (row) => {
    const texts = memberTexts(trail, row, names);
    return value.text === '' ? texts.every((text) => text === '') : texts.some(matches);
  };
  if (value.text === '') return reads;
  const { rows } = trail;
  if (hashed !== undefined && isLiteral(value.pattern)) {
    const hashes = new Set(
      [value.text, value.text.toLowerCase(), value.text.toUpperCase()].map((text) => hashRange(text, 0, text.length) || 1),
    );
    return (row) => hashes.has(hashed === 'eventId' ? rows.eventId(row) : rows.requestId(row)) && reads(row);
  }
  return whereHeld(trail, value, reads);
}

/** A test that reads records, of those that may hold what the value asks for. */
function whereHeld(trail: Trail, { pattern }: Value, reads: RowTest): RowTest {
  const held = mayHold(trail, longestText(pattern));
  return held === undefined ? reads : (row) => held(row) && reads(row);
}

function timeTest(operator: Term['operator'], { text }: Value, trail: Trail): RowTest {
  const { rows } = trail;
  if (text === '*') return (row) => !Number.isNaN(rows.time(row));
  const moments = operator.startsWith('<') || operator.startsWith('>') ? momentsOf(text) : momentRange(text);
  if (moments === undefined) return NONE;
  const { start, end } = moments;
  switch (operator) {
    case '>':
      return (row) => rows.time(row) > start;
    case '>=':
      return (row) => rows.time(row) >= start;
    case '<':
      return (row) => rows.time(row) < start;
    case '<=':
      return (row) => rows.time(row) < end;
    default:
      return (row) => rows.time(row) >= start && rows.time(row) < end;
  }
}

function hourTest(operator: Term['operator'], { text }: Value, trail: Trail): RowTest {
  const hours = hoursOf(text);
  if (hours === undefined) return NONE;
  const { from, to } = hours;
  const hour = (row: number): number => new Date(trail.rows.time(row)).getHours();
  switch (operator) {
    case '>':
      return (row) => hour(row) > from;
    case '>=':
      return (row) => hour(row) >= from;
    case '<':
      return (row) => hour(row) < from;
    case '<=':
      return (row) => hour(row) <= from;
    default:
      return from <= to ? (row) => hour(row) >= from && hour(row) <= to : (row) => hour(row) >= from || hour(row) <= to;
  }
}
