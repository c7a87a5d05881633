import { join } from 'node:path';
import { FindingCode } from '../checks/finding';
import { eventIdsOf } from '../sources/duplicates';
import { cloudMain } from './cloud';
import { CLOUD_USAGE } from './cloudOptions';
import { type Console, print, PROCESS, tell } from './console';
import { EXPLAIN_USAGE, explainMain } from './explain';
import { readFilter } from './filter';
import { QUERY_USAGE, queryMain } from './query';
import { fix, inspect, inspectTrail, type Report } from './inspect';
import { isFolder, logsBelow, readFound, readLog } from './read';
import { kindsOf, redactLog, type RedactRequest } from './redact';
import { type RedactKind } from '../share/redact/kinds';
import { FolderReport } from './report';
import { Filter } from '../filter/filter';

const USAGE =
  'Usage: npm run -s inspect -- [--fix CODE[,CODE…]] [--filter EXPR] FILE… (a log, a compressed log, a folder of logs; - reads standard input)';
const REDACT_USAGE =
  '       npm run -s inspect -- --redact[=KIND,KIND…] [--force] [--filter EXPR] FILE (prints the log, or the events that match, without secrets; --force: also of what is no log)';
const HELP = [USAGE, REDACT_USAGE, QUERY_USAGE, EXPLAIN_USAGE, ...CLOUD_USAGE];
const BYTE_ORDER_MARK = '\ufeff';

/** Runs the command line; gives the exit code: 0 when every file could be read, 1 for --explain of no name and --redact of no log, 3 when something that --redact prints still looks like a secret, 2 when a file could not be read, a service did not answer or the usage is wrong. */
export async function main(args: readonly string[], console = PROCESS): Promise<number> {
  const complain = (...lines: readonly string[]): number => {
    tell(console, ...lines);
    return 2;
  };
  if (args.some((arg) => /^--explain(?:=|$)/.test(arg))) return explainMain(args, console);
  if (args.some((arg) => /^--query(?:=|$)/.test(arg))) return queryMain(args, console);
  if (args.some((arg) => /^--cloud(?:=|$)/.test(arg))) return cloudMain(args, console);
  const files: string[] = [];
  let codes: ReadonlySet<FindingCode> | undefined;
  let filter: Filter | undefined;
  let kinds: readonly RedactKind[] | undefined;
  let force = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--help') {
      console.out(`${HELP.join('\n')}\n`);
      return 0;
    }
    if (arg === '--') {
      files.push(...args.slice(at + 1));
      break;
    }
    if (arg === '--fix' || arg.startsWith('--fix=')) {
      const list = arg === '--fix' ? (args[++at] ?? '') : arg.slice('--fix='.length);
      const unknown = list.split(',').filter((code) => !isCode(code));
      if (unknown.length > 0)
        return complain(`No finding code "${unknown.join(', ')}". Codes: ${Object.values(FindingCode).join(', ')}`);
      codes = new Set(list.split(',').filter(isCode));
    } else if (arg === '--filter' || arg.startsWith('--filter=')) {
      const read = readFilter(arg === '--filter' ? (args[++at] ?? '') : arg.slice('--filter='.length));
      if (!(read instanceof Filter)) return complain(...read);
      filter = read;
    } else if (arg === '--redact' || arg.startsWith('--redact=')) {
      const wanted = kindsOf(arg === '--redact' ? undefined : arg.slice('--redact='.length));
      if (typeof wanted === 'string') return complain(wanted);
      kinds = wanted;
    } else if (arg === '--force') force = true;
    else if (arg.startsWith('--')) return complain(`No option "${arg}".`, USAGE);
    else files.push(arg);
  }
  const [first] = files;
  if (first === undefined) return complain(...HELP);
  if (force && kinds === undefined) return complain('--force goes with --redact.', REDACT_USAGE);
  if (kinds !== undefined && codes !== undefined) return complain('--redact does not go with --fix.', REDACT_USAGE);
  if ((kinds !== undefined || codes !== undefined) && isFolder(first))
    return complain(`${first}: this is a folder; --fix and --redact take a file.`);
  if (kinds !== undefined)
    return files.length > 1
      ? complain('--redact takes one file.', REDACT_USAGE)
      : printRedacted(first, { kinds, force, ...(filter === undefined ? {} : { filter }) }, console);
  if (codes !== undefined) return files.length > 1 ? complain('--fix takes one file.', USAGE) : printFixed(first, codes, console);
  let code = 0;
  const fail = (file: string, reason: string): void => {
    code = complain(`${file}: ${reason}`);
  };
  const reports: Report[] = [];
  for (const file of files) {
    try {
      reports.push(isFolder(file) ? await inspectFolder(file, fail, filter) : await inspectFile(file, fail, filter));
    } catch (error) {
      fail(file, messageOf(error));
    }
  }
  print(console, reports);
  return code;
}

type Fail = (file: string, reason: string) => void;

async function inspectFile(file: string, fail: Fail, filter: Filter | undefined): Promise<Report> {
  const { text, problem } = await readLog(file);
  if (problem !== undefined) fail(file, problem);
  return inspect(file, text, filter);
}

/** All logs below a folder as one. An object that cannot be read is named, and the others are read. */
async function inspectFolder(folder: string, fail: Fail, filter: Filter | undefined): Promise<Report> {
  const whole = new FolderReport(folder);
  const refuse: Fail = (file, reason) => {
    whole.fail(file, reason);
    fail(join(folder, file), reason);
  };
  for (const file of logsBelow(folder)) {
    try {
      const { text, problem } = await readFound(join(folder, file));
      if (problem !== undefined) refuse(file, problem);
      const { report, trail, matches } = inspectTrail(file, text, filter);
      whole.add(report, report.isTrail ? eventIdsOf(trail, matches) : []);
    } catch (error) {
      refuse(file, messageOf(error));
    }
  }
  return whole.report;
}

/** What still looks like a secret is named before anything is printed. */
async function printRedacted(file: string, request: RedactRequest, console: Console): Promise<number> {
  try {
    const { text, hasMark, problem } = await readLog(file);
    const redacted = redactLog(text, request);
    if (problem !== undefined) tell(console, `${file}: ${problem}`);
    if (redacted === undefined) {
      tell(console, `${file}: this is no log of ActionTrail: nothing is printed; --force redacts what can be told by its form`);
      return problem === undefined ? 1 : 2;
    }
    for (const warning of redacted.warnings) tell(console, `${file}: ${warning}`);
    console.out(`${hasMark && request.filter === undefined ? BYTE_ORDER_MARK : ''}${redacted.text}`);
    if (problem === undefined) return redacted.isLeaky ? 3 : 0;
  } catch (error) {
    tell(console, `${file}: ${messageOf(error)}`);
  }
  return 2;
}

async function printFixed(file: string, codes: ReadonlySet<FindingCode>, console: Console): Promise<number> {
  try {
    const { text, hasMark, problem } = await readLog(file);
    console.out(`${hasMark ? BYTE_ORDER_MARK : ''}${fix(text, codes)}`);
    if (problem === undefined) return 0;
    tell(console, `${file}: ${problem}`);
  } catch (error) {
    tell(console, `${file}: ${messageOf(error)}`);
  }
  return 2;
}

function isCode(code: string): code is FindingCode {
  return (Object.values(FindingCode) as string[]).includes(code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
