import { readFileSync } from 'node:fs';
import { FindingCode } from '../checks/finding';
import { fix, inspect } from './inspect';

const USAGE = 'Usage: npm run -s inspect -- [--fix CODE[,CODE…]] FILE… (- reads standard input)';

/** Runs the command line; gives the exit code: 0 when every file could be read, 2 when one could not or the usage is wrong. */
export function main(args: readonly string[]): number {
  const files: string[] = [];
  let codes: ReadonlySet<FindingCode> | undefined;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--fix' || arg.startsWith('--fix=')) {
      const list = arg === '--fix' ? (args[++at] ?? '') : arg.slice('--fix='.length);
      const unknown = list.split(',').filter((code) => !isCode(code));
      if (unknown.length > 0)
        return complain(`No finding code "${unknown.join(', ')}". Codes: ${Object.values(FindingCode).join(', ')}`);
      codes = new Set(list.split(',').filter(isCode));
    } else if (arg.startsWith('--')) return complain(`No option "${arg}".\n${USAGE}`);
    else files.push(arg);
  }
  if (files.length === 0) return complain(USAGE);
  if (codes !== undefined && files.length > 1) return complain(`--fix takes one file.\n${USAGE}`);
  let code = 0;
  const reports = files.flatMap((file) => {
    const text = read(file);
    if (text !== undefined) return [codes === undefined ? inspect(file, text) : fix(text, codes)];
    code = 2;
    return [];
  });
  process.stdout.write(codes === undefined ? `${JSON.stringify(reports, undefined, 2)}\n` : String(reports[0] ?? ''));
  return code;
}

function isCode(code: string): code is FindingCode {
  return (Object.values(FindingCode) as string[]).includes(code);
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

/** The text of a file; undefined, with a message, where it cannot be read. */
function read(file: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(file === '-' ? 0 : file));
  } catch (error) {
    complain(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
