import { type Node } from 'jsonc-parser';
import { type Bilingual } from '../../knowledge/bilingual';
import { type CatalogueEntry } from '../../knowledge/entry';
import { fieldAt } from '../../knowledge/fields';
import { formatLocal, offsetOf, parseTime } from '../../knowledge/times';
import { endOf, type Mapped, membersOf, scalarText } from '../../event/nodes';
import { visible } from '../../words/visible';

/** A hint behind a value. */
export interface Hint {
  /** The offset in the log behind which it stands. */
  readonly at: number;
  readonly label: string;
  readonly kind: 'eventName' | 'time';
}

/** What is wanted. */
export interface Wanted {
  readonly eventName: boolean;
  readonly time: boolean;
}

/** Nesting below which times are looked for: `userIdentity.sessionContext.attributes.creationDate` is the deepest that is known. */
const MAX_DEPTH = 5;
/** Hints of one event. */
const MAX_HINTS = 50;
const UTC = 'UTC+0';
/** The length of `2020-12-01`. */
const DATE = 10;

/** The hints of an event: what its name means, and its times in the reader's zone. */
export function hintsOf(
  event: Mapped,
  meaning: () => CatalogueEntry,
  language: keyof Bilingual,
  wanted: Wanted,
): readonly Hint[] {
  const hints: Hint[] = [];
  const visit = (object: Node, path: readonly string[]): void => {
    for (const { name, value } of membersOf(object)) {
      if (value === undefined || hints.length >= MAX_HINTS) continue;
      const here = [...path, name];
      if (value.type === 'object') {
        if (here.length < MAX_DEPTH) visit(value, here);
        continue;
      }
      const text = scalarText(value);
      if (text === undefined || text === '') continue;
      const kind = fieldAt(here)?.kind;
      const hint =
        kind === 'event-name' && wanted.eventName
          ? meaningHint(meaning(), language)
          : isTime(kind) && wanted.time
            ? localTime(text)
            : undefined;
      if (hint !== undefined)
        hints.push({
          at: event.place(behind(event.text, value)),
          label: hint,
          kind: kind === 'event-name' ? 'eventName' : 'time',
        });
    }
  };
  visit(event.node, []);
  return hints;
}

function meaningHint(entry: CatalogueEntry, language: keyof Bilingual): string | undefined {
  const text = visible(entry[language]).replace(/[.。]$/, '');
  return text === '' ? undefined : text;
}

const isTime = (kind: string | undefined): boolean => kind === 'time' || kind === 'epoch-ms' || kind === 'epoch-s';

/** The time in the reader's zone, with the date where it is another one; nothing where that is UTC and the log says it already. */
function localTime(text: string): string | undefined {
  const time = parseTime(text);
  if (time === undefined) return undefined;
  const offset = offsetOf(time.ms);
  const local = formatLocal(time.ms);
  const isWritten = time.form === 'utc' || time.form === 'basic-offset';
  if (isWritten && offset === UTC) return undefined;
  const isSameDay = isWritten && text.startsWith(local.slice(0, DATE));
  return `${isSameDay ? local.slice(DATE + 1) : local} ${offset}`;
}

/** Behind the value and its comma. */
function behind(text: string, value: Node): number {
  const end = endOf(value);
  return text.charAt(end) === ',' ? end + 1 : end;
}
