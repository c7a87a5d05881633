import { withArticle } from './article';
import { participle } from './forms';
import { isDone, type Clause } from './clause';
import { type Part } from './parts';
import { type Sentence } from './reading';
import { OUTCOMES } from './states';

/** What a sentence says, in English, without its full stop. */
export function englishOf(sentence: Sentence): string {
  const { found, verb, subject, suffix, clause } = sentence;
  const said = clause === undefined ? action(sentence) : `${verb.en} ${asked(found.verb.name, clause)}`;
  const notes = [subject?.en, found.manner?.en, suffix?.en].filter((note) => note !== undefined && note !== '');
  return `${said}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function action({ found, verb, object, parts }: Sentence): string {
  const { manner, second } = found;
  const many = found.verb.name === 'list' || manner?.zh === '批量';
  const fallback = verb.kind === 'read' ? 'information' : verb.kind === 'logon' ? 'the console' : 'a resource';
  // What is activated is the product's one service.
  const isTheOne = verb.en === 'Activates' && object?.number === 'count' && !object.plural;
  const thing = object
    ? ` ${isTheOne ? `the ${object.en}` : withArticle(object, many)}`
    : parts.length > 0 && verb.kind !== 'read'
      ? ''
      : ` ${fallback}`;
  const also = second === undefined ? '' : ` ${second.joint} ${second.verb.en.charAt(0).toLowerCase()}${second.verb.en.slice(1)}`;
  const [first] = parts;
  // "Chats with a knowledge base": the verb says the preposition already.
  const said =
    thing === '' && first !== undefined && verb.en.endsWith(` ${first.preposition}`)
      ? verb.en.slice(0, -first.preposition.length - 1)
      : verb.en;
  return `${said}${also}${thing}${parts.map(adverbial).join('')}`;
}

function adverbial({ preposition, phrase }: Part): string {
  const bare = /^(?:by|via|using)$/.test(preposition) || (preposition === 'with' && !phrase.known);
  return ` ${preposition} ${bare ? phrase.en : withArticle(phrase, false)}`;
}

function asked(name: string, { subject, state, deed, wants }: Clause): string {
  const thing = subject === undefined ? 'it' : withArticle(subject, false);
  const many = subject?.plural === true;
  const be = (text: string): string =>
    many
      ? text
          .replace(/^is /, 'are ')
          .replace(/^has /, 'have ')
          .replace(/^exists/, 'exist')
      : text;
  if (wants !== undefined)
    return `whether ${thing} ${many ? wants.en.replace(/s$/, '') : wants.en} ${withArticle(wants.object, false)}`;
  if (deed !== undefined) return `whether ${thing} ${isDone(deed) ? be('is ') : 'can be '}${participle(deed.en)}`;
  const said = be(state?.en ?? 'is there');
  return name === 'report' && OUTCOMES.test(said.replace(/^(?:is|are) /, ''))
    ? `that ${thing} ${said}`
    : `whether ${thing} ${said}`;
}
