import { type Node } from 'jsonc-parser';
import { lowerFirst } from '../../knowledge/casing';
import { fieldAt } from '../../knowledge/fields';
import { parseRecord } from '../../event/tree';

const INDENT = '  ';
/** Deeper than this a value is written on one line, as it stands. */
const MAX_DEPTH = 100;

/**
 * An event written so that two of them can be compared: keys sorted, one value a line, without what the gateway adds to the parameters (facts 3). Every
 * number and string stays as it is written. Undefined where the text is no object.
 */
export function comparable(text: string): string | undefined {
  const source = text.trim();
  const event = parseRecord(source);
  return event?.type === 'object' ? `${written(source, event, [])}\n` : undefined;
}

function written(text: string, node: Node, path: readonly string[]): string {
  const raw = text.slice(node.offset, node.offset + node.length);
  const children = node.children ?? [];
  if ((node.type !== 'object' && node.type !== 'array') || children.length === 0 || path.length > MAX_DEPTH) return raw;
  const inner = INDENT.repeat(path.length + 1);
  const outer = INDENT.repeat(path.length);
  if (node.type === 'array') {
    const elements = children.map((element) => `${inner}${written(text, element, [...path, '*'])}`);
    return `[\n${elements.join(',\n')}\n${outer}]`;
  }
  const members = children.flatMap(({ children: [key, value] = [] }) => {
    if (key === undefined || value === undefined) return [];
    const name = String(key.value);
    if (isNoise([...path, name])) return [];
    return [{ name, line: `${inner}${JSON.stringify(name)}: ${written(text, value, [...path, name])}` }];
  });
  const byName = members.sort((a, b) =>
    lowerFirst(a.name) < lowerFirst(b.name) ? -1 : lowerFirst(a.name) > lowerFirst(b.name) ? 1 : 0,
  );
  return byName.length === 0 ? '{}' : `{\n${byName.map(({ line }) => line).join(',\n')}\n${outer}}`;
}

function isNoise(path: readonly string[]): boolean {
  return path.length === 2 && lowerFirst(path[0] ?? '') === 'requestParameters' && fieldAt([...path])?.gateway === true;
}
