import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as TextMate from 'vscode-textmate';

// Both packages are UMD modules, which Node's import finds no names in.
const require = createRequire(join(process.cwd(), 'package.json'));
const oniguruma = require('vscode-oniguruma') as typeof Oniguruma;
const textmate = require('vscode-textmate') as typeof TextMate;

export const GRAMMAR = join(process.cwd(), 'syntaxes/trail-json.tmLanguage.json');
const SUFFIX = /\.trail-json$/;

async function load(): Promise<TextMate.IGrammar> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR)),
  });
  const grammar = await registry.loadGrammar('source.trail-json');
  if (!grammar) throw new Error('the grammar was not loaded');
  return grammar;
}

const grammar = await load();

export interface Token {
  readonly line: number;
  readonly text: string;
  /** From the outside to the inside, without the language's own name. */
  readonly scopes: readonly string[];
}

export function tokenize(text: string): readonly Token[] {
  let stack = textmate.INITIAL;
  return text.split('\n').flatMap((line, number) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      line: number,
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1).map((name) => name.replace(SUFFIX, '')),
    }));
  });
}

/** The innermost scope of the first token with this text: the one that themes colour by. */
export function innermost(source: string, text: string): string {
  const token = tokenize(source).find((candidate) => candidate.text === text);
  if (!token) throw new Error(`no token ${text} in ${source}`);
  return token.scopes.at(-1) ?? '';
}

/** Whether one line is tokenized to its end. */
export function isTokenized(line: string): boolean {
  return grammar.tokenizeLine(line, textmate.INITIAL).tokens.some(({ endIndex }) => endIndex >= line.length);
}
