import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A text that is translated, and where the sources ask for it. */
export interface Message {
  readonly text: string;
  readonly place: string;
}

/** What a folder's sources translate, and calls whose text cannot be told. */
export interface Messages {
  readonly found: readonly Message[];
  readonly unclear: readonly string[];
}

/**
 * The texts that are passed to `vscode.l10n.t`, or to a function `t` that stands for it. A text is a literal, one of a few (`a ? 'x' : 'y'`), or comes out
 * of a table of literals that the same file holds (`TABLE[key]`).
 */
export function messagesOf(folder: string): Messages {
  const found: Message[] = [];
  const unclear: string[] = [];
  for (const name of sources(folder)) {
    const file = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ES2022, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && isTranslation(node.expression)) {
        const place = `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
        const argument = node.arguments[0];
        const texts = argument === undefined ? [] : textsOf(argument, file);
        if (texts.length === 0) unclear.push(place);
        found.push(...texts.map((text) => ({ text, place })));
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { found, unclear };
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'))
    .sort();
}

/** `t`, `l10n.t`, `vscode.l10n.t` */
function isTranslation(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 't';
  return ts.isPropertyAccessExpression(callee) && callee.name.text === 't' && callee.expression.getText().endsWith('l10n');
}

function textsOf(expression: ts.Expression, file: ts.SourceFile): readonly string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isParenthesizedExpression(expression)) return textsOf(expression.expression, file);
  if (ts.isConditionalExpression(expression))
    return [expression.whenTrue, expression.whenFalse].flatMap((one) => textsOf(one, file));
  if (ts.isBinaryExpression(expression)) return [expression.left, expression.right].flatMap((one) => textsOf(one, file));
  if (ts.isElementAccessExpression(expression)) return tableOf(expression.expression, file);
  return [];
}

/** The literals of a constant table. */
function tableOf(name: ts.Expression, file: ts.SourceFile): readonly string[] {
  const declarations = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations);
  const table = declarations.find((declaration) => declaration.name.getText() === name.getText())?.initializer;
  if (table === undefined || !ts.isObjectLiteralExpression(table)) return [];
  return table.properties.filter(ts.isPropertyAssignment).flatMap(({ initializer }) => textsOf(initializer, file));
}
