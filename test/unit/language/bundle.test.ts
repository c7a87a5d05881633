import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const SOURCES = 'src';
const MESSAGES = join(SOURCES, 'language/messages.ts');
const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>;

const isText = (node: ts.Node | undefined): node is ts.StringLiteralLike => node !== undefined && ts.isStringLiteralLike(node);

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => {
    visit(child, see);
  });
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** What is given to `t(…)` or `vscode.l10n.t(…)` as it stands. */
function translated(file: string): string[] {
  const found: string[] = [];
  visit(parse(file), (node) => {
    if (!ts.isCallExpression(node)) return;
    const name = node.expression.getText();
    const [first] = node.arguments;
    if ((name === 't' || name.endsWith('l10n.t')) && isText(first)) found.push(first.text);
  });
  return found;
}

/** The sentences of messages.ts that stand in tables. */
function tabled(): string[] {
  const found: string[] = [];
  visit(parse(MESSAGES), (node) => {
    if (ts.isPropertyAssignment(node) && isText(node.initializer)) found.push(node.initializer.text);
    if (ts.isBinaryExpression(node) && isText(node.right)) found.push(node.right.text);
  });
  return found.filter((text) => text.endsWith('.'));
}

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(SOURCES, name));
const placeholders = (text: string): string => (text.match(/\{\d+\}/g) ?? []).sort().join();

describe('the Chinese messages', () => {
  const templates = new Set([...files.flatMap(translated), ...tabled()]);

  it('have an entry for every English one', () => {
    assert.ok(templates.size > 60, 'the messages were not found in the sources');
    assert.deepEqual(
      [...templates].filter((text) => bundle[text] === undefined),
      [],
    );
  });

  it('hold the same placeholders, and are Chinese', () => {
    for (const [english, chinese] of Object.entries(bundle)) {
      assert.equal(placeholders(chinese), placeholders(english), english);
      assert.match(chinese, /[\u4e00-\u9fff]/, english);
    }
  });

  it('hold no straight quotes, no half-width commas and full stops between Chinese characters', () => {
    for (const chinese of Object.values(bundle))
      assert.doesNotMatch(chinese, /[\u4e00-\u9fff]\s*[,.;:?!"]|"[\u4e00-\u9fff]/, chinese);
  });

  it('hold nothing that no source says', () => {
    const said = new Set<string>();
    for (const file of files)
      visit(parse(file), (node) => {
        if (isText(node)) said.add(node.text);
      });
    assert.deepEqual(
      Object.keys(bundle).filter((text) => !said.has(text)),
      [],
    );
  });
});

describe("the manifest's texts", () => {
  const read = (name: string): Record<string, string> => JSON.parse(readFileSync(name, 'utf8')) as Record<string, string>;
  const english = read('package.nls.json');
  const chinese = read('package.nls.zh-cn.json');

  it('have the same keys in both languages, and the manifest uses each', () => {
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
    const used = new Set([...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key));
    assert.deepEqual(
      [...used].filter((key) => english[key ?? ''] === undefined),
      [],
    );
    assert.deepEqual(
      Object.keys(english).filter((key) => !used.has(key)),
      [],
    );
  });
});
