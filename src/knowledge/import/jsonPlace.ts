import { findNodeAtLocation, type Node, parse, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** Where the value at a path stands, from 1; undefined where that cannot be told. The text is read anew: only for what is wrong. */
export class JsonPlaces {
  private root: Node | undefined;
  private tried = false;

  constructor(private readonly text: string) {}

  line(path: readonly (string | number)[]): number | undefined {
    const root = this.tree();
    const node = root && findNodeAtLocation(root, [...path]);
    return node && lineAt(this.text, node.parent?.type === 'property' ? node.parent.offset : node.offset);
  }

  private tree(): Node | undefined {
    if (this.tried) return this.root;
    this.tried = true;
    try {
      this.root = parseTree(this.text);
    } catch {
      // Nested too deep for a tree: problems are then told without a line.
    }
    return this.root;
  }
}

/** Why a text is no JSON, and in which line. */
export function jsonError(text: string): { readonly line?: number; readonly detail: string } {
  const errors: ParseError[] = [];
  try {
    parse(text, errors);
  } catch {
    return { detail: 'nested too deep' };
  }
  const [first] = errors;
  return first ? { line: lineAt(text, first.offset), detail: printParseErrorCode(first.error) } : { detail: 'InvalidJson' };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length;
}
