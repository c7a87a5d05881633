import { readFileSync } from 'node:fs';
import { plain } from '../../../src/words/messages';
import { htmlReport } from '../../../src/commands/share/report/html';
import { USUAL_COLUMNS } from '../../../src/share/export/columns';
import { digestOf } from '../../../src/share/export/digest';
import { type DataFormat, exportEvents } from '../../../src/share/export/exportEvents';
import { REDACT_KINDS } from '../../../src/share/redact/kinds';
import { piecesOf } from '../../../src/share/redact/pieces';
import { redact, reverse } from '../../../src/share/redact/redact';
import { StringSource } from '../../../src/trail/source';
import { finish, type Steps } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';

const SIZE = 50 * 1024 * 1024;

/** A log of 50 MB made of a sample, with other ids in each of its copies. */
function logText(sample: string): string {
  const parts: string[] = [];
  let size = 0;
  for (let copy = 1; size < SIZE; copy++) {
    const part = sample
      .replace(/[0-9A-F]{8}-[0-9A-F]{4}-/g, `${copy.toString(16).toUpperCase().padStart(8, '0')}-ABCD-`)
      .replaceAll('198.51.100.', `198.51.${copy % 250}.`)
      .replaceAll('i-bp1', `i-bp${copy}`);
    parts.push(part);
    size += part.length;
  }
  return parts.join('').slice(0, SIZE);
}

function measure<T>(steps: Steps<T>): { readonly value: T; readonly time: number; readonly step: number } {
  const start = performance.now();
  let last = start;
  let step = 0;
  for (;;) {
    const { done, value } = steps.next();
    const now = performance.now();
    step = Math.max(step, now - last);
    last = now;
    if (done === true) return { value, time: now - start, step };
  }
}

const [, , task = '', file = ''] = process.argv;
const trail = Trail.of(new StringSource(logText(readFileSync(file, 'utf8'))));
const options = { kinds: REDACT_KINDS, key: new Uint8Array([1]) };

function run(): { readonly time: number; readonly step: number } {
  if (task === 'redact') return measure(redact(piecesOf(trail), options));
  if (task === 'reverse') return measure(reverse(piecesOf(trail), finish(redact(piecesOf(trail), options)).mapping));
  if (task !== 'report') {
    const log = { trail, recordText: (row: number) => trail.recordText(row) };
    return measure(exportEvents(log, { format: task as DataFormat, columns: USUAL_COLUMNS }, () => undefined));
  }
  const steps = function* (): Steps<string> {
    const digest = yield* digestOf(trail);
    return htmlReport({ name: 'log', digest, findings: [], note: undefined, language: 'en', t: plain });
  };
  return measure(steps());
}

const { time, step } = run();
process.send?.({ time, step });
