import { createCatalogue } from '../../../src/knowledge/catalogue';
import { type Language } from '../../../src/knowledge/bilingual';
import { Counts } from '../../../src/language/hover/counts';
import { followingOf } from '../../../src/language/hover/following';
import { type Answer, explainAt } from '../../../src/language/hover/explain';
import { render, renderDecoded } from '../../../src/language/hover/render';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { parseRecord } from '../../../src/event/tree';

const catalogue = createCatalogue();
/** 2026-03-02T00:00:00Z. */
export const NOW = Date.UTC(2026, 2, 2);

/** The answer at the cursor `|` in a log, and the text that it is about. */
export function answerAt(marked: string): { answer: Answer; about: string } | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const trail = Trail.of(new StringSource(text));
  const row = trail.rowAt(offset);
  const record = trail.recordText(row);
  const root = parseRecord(record);
  const tally = {
    find: (name: string, service: string) => Counts.of(trail).find(name, service),
    following: (name: string, things: readonly string[]) => followingOf(trail, row, name, things),
    complete: true,
  };
  const answer = root && explainAt(record, root, offset - trail.rows.start(row), { catalogue, tally, now: NOW });
  return answer && { answer, about: record.slice(answer.start, answer.end) };
}

/** What a hover says, without the backslashes of Markdown. */
export function hoverAt(marked: string, ...languages: Language[]): string {
  const found = answerAt(marked);
  if (found === undefined) return '';
  const wanted: Language[] = languages.length === 0 ? ['en', 'zh'] : languages;
  const meaning = render(found.answer, wanted);
  const decoded = found.answer.decoded === undefined ? '' : renderDecoded(found.answer.decoded, wanted[0] ?? 'en');
  return [meaning, decoded].join('\n').replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
