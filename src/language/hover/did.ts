import { type Node } from 'jsonc-parser';
import { parametersOf } from '../../event/parameters';
import { textOf } from '../../event/member';
import { type Language } from '../../knowledge/bilingual';
import { type CatalogueEntry } from '../../knowledge/entry';
import { errorOf } from '../../knowledge/errors';
import { type Effect, effectsOf, piecesOf, type Placeholder } from '../../knowledge/effects';
import { code, type Line, type Piece, strong } from './content';
import { label } from '../../words/bilingual';

/** Elements of a list that are said. */
const MAX_EACH = 2;

/** Values that let everybody in. */
const OPEN = /(?:^|[\s,"[])(?:0\.0\.0\.0(?:\/0)?|::\/0|public-read(?:-write)?)(?=$|[\s,"\]])/i;

type Parameters = ReadonlyMap<string, string>;

/** What an event did, by its own record: to whom, with what; undefined where nothing is known of such events, or its parameters are missing. */
export function didOf(event: Node, entry: CatalogueEntry, language: Language): Line | undefined {
  if (entry.match !== 'service' || entry.derived) return undefined;
  const effects = effectsOf(entry.service, entry.documentedName ?? entry.name);
  if (effects.length === 0) return undefined;
  const request = parametersOf(event, 'requestParameters');
  const response = parametersOf(event, 'responseElements');
  const isDone = errorOf(textOf(event, 'errorCode'), textOf(event, 'errorMessage')) === '';
  for (const effect of effects) {
    const said = scopesOf(effect, request)
      .map((scope) => sentence(effect, scope, { request, response }, language))
      .filter((line) => line !== undefined);
    if (said.length === 0) continue;
    const separator = language === 'zh' ? '；' : '; ';
    const parts = said.slice(0, MAX_EACH).flatMap((line, index) => (index === 0 ? line : [separator, ...line]));
    const rest = said.length - MAX_EACH;
    const more: Line = rest > 0 ? [language === 'zh' ? `${separator}另有 ${rest} 项` : `${separator}${rest} more`] : [];
    return [
      isDone ? label(language, '本次操作', 'What it did') : label(language, '未能完成的操作', 'What it tried in vain'),
      ...parts,
      ...more,
    ];
  }
  return undefined;
}

/** The names before which parameters are looked for: one for each element of a list, else none. */
function scopesOf({ each }: Effect, request: Parameters): readonly string[] {
  const prefix = each === undefined ? '' : `${each.toLowerCase()}.`;
  const scopes = new Set<string>();
  if (prefix !== '')
    for (const name of request.keys()) {
      const number = name.startsWith(prefix) ? /^[0-9]+\./.exec(name.slice(prefix.length))?.[0] : undefined;
      if (number !== undefined) scopes.add(prefix + number);
    }
  return scopes.size === 0 ? [''] : [...scopes];
}

function sentence(
  effect: Effect,
  scope: string,
  { request, response }: { readonly request: Parameters; readonly response: Parameters },
  language: Language,
): Line | undefined {
  const valueOf = ({ names, isResponse, isOuter }: Placeholder): string | undefined => {
    const from = isResponse ? response : request;
    const within = isResponse || isOuter ? '' : scope;
    return names.map((name) => from.get(within + name.toLowerCase())).find((value) => value !== undefined && value !== '');
  };
  for (const [name, wanted] of Object.entries(effect.when ?? {}))
    if (request.get(scope + name.toLowerCase())?.toLowerCase() !== wanted) return undefined;
  const line: Piece[] = [];
  for (const piece of piecesOf(effect[language])) {
    if (typeof piece === 'string') {
      line.push(piece);
      continue;
    }
    const value = valueOf(piece);
    if (value === undefined) return undefined;
    line.push(code(value));
    if (OPEN.test(value)) line.push(...(language === 'zh' ? ['（', strong('所有人'), '）'] : [' (', strong('everybody'), ')']));
  }
  return line;
}
