import { visibleIn } from '../escapes/visible';
import { revealed } from '../words/visible';

/** Where the command line writes to. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The console of this process. */
export const PROCESS: Console = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

/** Writes lines for people. Names of files and reasons come from others: what cannot be seen in them is shown as its escape, so that none acts on a terminal or starts a line. */
export function tell({ err }: Console, ...lines: readonly string[]): void {
  for (const line of lines) err(`${revealed(line)}\n`);
}

/** Writes a value as JSON in which nothing acts on a terminal either. */
export function print({ out }: Console, value: unknown): void {
  out(`${visibleIn('')(JSON.stringify(value, undefined, 2))}\n`);
}
