import { type Node } from 'jsonc-parser';
import { operationOfEntry } from '../../knowledge/apiPage';
import { type Catalogue } from '../../knowledge/catalogue';
import { type CatalogueEntry } from '../../knowledge/entry';
import { oppositeOf } from '../../knowledge/opposites';
import { resolveService } from '../../knowledge/resolveService';
import { riskOf } from '../../knowledge/risk';
import { serviceOf } from '../../knowledge/services';
import { acsProductIn } from '../../trail/rowService';
import { code, type Explanation, joined, type Line, type Paragraph, strong } from './content';
import { type Language } from '../../knowledge/bilingual';
import { type Occurrences } from './counts';
import { textOf } from '../../event/member';
import { didOf } from './did';
import { RISKS, sayOpposite, sayPages, thingsOf } from './expert';
import { type Following } from './following';
import { saySource } from './source';
import { events, KINDS, label, number, SEPARATOR } from '../../words/bilingual';

/** Services that hold the same name are listed up to this many. */
const MAX_CANDIDATES = 6;

/** How often a name stands in the log; `complete` tells whether the whole log has been read. */
export interface Tally {
  readonly find: (name: string, serviceName: string) => Occurrences;
  readonly complete: boolean;
  /** The events of a name after that which the reader looks at; absent where none of a log is looked at. */
  readonly following?: (name: string, things: readonly string[]) => Following;
}

/** The catalogue's entry of an event. */
export function entryOf(event: Node, catalogue: Catalogue): CatalogueEntry {
  const service = resolveService({
    serviceName: textOf(event, 'serviceName'),
    acsProduct: textOf(event, 'requestParameters', 'acsProduct') || acsProductIn(textOf(event, 'requestParameters')),
    eventSource: textOf(event, 'eventSource'),
  });
  return catalogue.lookup(service, textOf(event, 'eventName'));
}

/** What an event name means: the same for its value in the log and for whoever else shows an entry. */
export function explainEvent(event: Node, catalogue: Catalogue, tally: Tally | undefined): Explanation {
  const entry = entryOf(event, catalogue);
  const serviceName = textOf(event, 'serviceName');
  const opposite = oppositeOf(catalogue, entry);
  return {
    say: (language, isFirst) => sayEntry(entry, language, isFirst, isFirst ? didOf(event, entry, language) : undefined),
    once: (language) => [
      ...(tally === undefined ? [] : [sayTally(tally, entry.name, serviceName, language)]),
      ...(opposite === undefined || tally === undefined
        ? []
        : [sayOpposite(opposite, tally.following?.(opposite, thingsOf(event)), tally.complete, language)]),
      ...listed(sayPages(entry, event, language), saySource(entry, language)),
    ],
  };
}

/** What a catalogue says of an event name, without a log. */
export function explainEntry(entry: CatalogueEntry): Explanation {
  return {
    say: (language, isFirst) => sayEntry(entry, language, isFirst, undefined),
    once: (language) => listed(sayPages(entry, undefined, language), saySource(entry, language)),
  };
}

const listed = (...lines: readonly (Line | undefined)[]): readonly Line[] => lines.filter((line) => line !== undefined);

function sayEntry(entry: CatalogueEntry, language: Language, isFirst: boolean, did: Line | undefined): readonly Paragraph[] {
  const { zh, en } = entry;
  const text = language === 'zh' ? zh : en;
  const facts = subtitle(entry, language, isFirst);
  const paragraphs: Paragraph[] = isFirst ? [[strong(text)], facts] : [[strong(text.replace(/[.。]$/, '')), SEPARATOR, ...facts]];
  if (did !== undefined) paragraphs.push(did);
  if (entry.note && isFirst) paragraphs.push([entry.note[language]]);
  if (entry.why) paragraphs.push([label(language, '为何关注', 'Why it matters'), entry.why[language]]);
  if (entry.match === 'ambiguous') paragraphs.push(...candidates(entry, language));
  return paragraphs;
}

function subtitle(entry: CatalogueEntry, language: Language, isFirst: boolean): Line {
  const service = entry.service === '*' ? undefined : serviceOf(entry.service);
  const name: Line | undefined = service ? [service[language]] : undefined;
  const derived: Line | undefined = entry.derived
    ? [language === 'zh' ? '根据名称推断' : 'meaning derived from the name']
    : undefined;
  const spelled: Line | undefined =
    entry.documentedName === undefined || !isFirst
      ? undefined
      : language === 'zh'
        ? ['文档写作 ', code(entry.documentedName)]
        : ['documented as ', code(entry.documentedName)];
  // Entries of catalogues say so in their note.
  const deprecated: Line | undefined =
    entry.derived && operationOfEntry(entry)?.deprecated === true ? [language === 'zh' ? '旧版接口' : 'an older API'] : undefined;
  const risk = riskOf(entry);
  return joined(
    [[KINDS[entry.kind][language]], name, risk && [RISKS[risk][language]], deprecated, derived, spelled].filter(
      (line) => line !== undefined,
    ),
    SEPARATOR,
  );
}

function candidates(entry: CatalogueEntry, language: Language): readonly Paragraph[] {
  const all = entry.candidates ?? [];
  const intro =
    language === 'zh'
      ? '多个云服务都有同名事件，这条事件没有说明属于哪一个：'
      : 'Several services have an event of this name, and this one does not say whose it is:';
  const list = all
    .slice(0, MAX_CANDIDATES)
    .map((one): Line => [
      `${serviceOf(one.service)?.[language] ?? one.service}${language === 'zh' ? '：' : ': '}`,
      one[language],
    ]);
  const rest = all.length - list.length;
  if (rest > 0) list.push([language === 'zh' ? `另有 ${number(rest)} 个` : `${number(rest)} more`]);
  return [[intro], { list }];
}

function sayTally(tally: Tally, name: string, serviceName: string, language: Language): Line {
  const { count, failed, ofService } = tally.find(name, serviceName);
  const share = ofService > 0 && ofService < count;
  if (language === 'zh') {
    const place = tally.complete ? '本日志中' : '本日志中（读取中，截至目前）';
    const service: Line = share ? ['（其中 ', code(serviceName), ` ${number(ofService)} 次）`] : [];
    return [
      `${place}出现 `,
      strong(number(count)),
      ' 次',
      ...service,
      failed === 0 ? '，没有失败' : '，失败 ',
      ...(failed === 0 ? [] : [strong(number(failed)), ' 次']),
    ];
  }
  const place = tally.complete ? 'In this log: ' : 'In this log so far: ';
  const service: Line = share ? [` (${number(ofService)} of `, code(serviceName), ')'] : [];
  return [
    place,
    strong(events(count)),
    ...service,
    ', ',
    ...(failed === 0 ? ['none failed'] : [strong(number(failed)), ' failed']),
  ];
}
