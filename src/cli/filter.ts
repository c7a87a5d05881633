import { Filter } from '../filter/filter';
import { revealed } from '../words/visible';
import { filterMessage } from '../words/filterMessages';
import { plain } from '../words/messages';

/** The filter of `--filter`; where it has faults, the lines to say of them: each with its column, and the filter with the place marked. */
export function readFilter(text: string): Filter | readonly string[] {
  const filter = Filter.parse(text);
  if (filter.isValid) return filter;
  return filter.problems.flatMap((problem) => {
    const { start, end } = problem;
    const mark = `${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}`;
    return [`--filter: column ${start + 1}: ${filterMessage(problem, text, plain)}`, `  ${oneLine(text)}`, `  ${mark}`];
  });
}

/** Line ends, and what is shown as its escape, would move the mark. */
function oneLine(text: string): string {
  return text.replace(/\s/g, ' ').replace(/[^\x20-\x7e]/gu, (one) => (revealed(one) === one ? one : '\ufffd'.repeat(one.length)));
}
