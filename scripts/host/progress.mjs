import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../root.mjs';
import { start } from './processes.mjs';

/** A terminal gets a line that is rewritten every second; a log file gets a line now and then. */
const EVERY = process.stdout.isTTY ? 1000 : 15_000;
const WIDTH = 100;

const lastLine = (text) =>
  text
    .trimEnd()
    .split(/[\r\n]/)
    .at(-1)
    ?.trim()
    .slice(0, WIDTH) ?? '';

/** Prints a title, then the seconds and the newest word of `tell()` until the result is called with how it ended. */
export function ticker(title, tell) {
  const started = performance.now();
  const seconds = () => `${String(Math.round((performance.now() - started) / 1000))} s`;
  const say = (text) => process.stdout.write(process.stdout.isTTY ? `\r\x1b[2K${text}` : `${text}\n`);
  say(`${title} …`);
  const timer = setInterval(() => say(`${title} … ${seconds()}  ${tell()}`), EVERY);
  return (outcome) => {
    clearInterval(timer);
    say(`${title}: ${outcome}, ${seconds()}${process.stdout.isTTY ? '\n' : ''}`);
  };
}

/** Runs a long command quietly: seconds and its newest line while it works, its whole output in a log file, the end of that on failure. */
export async function runWithProgress(title, command, args, options = {}) {
  const log = join(root, '.host/log', `${title.replace(/\W+/g, '-')}.log`);
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, `$ ${[command, ...args].join(' ')}\n`);
  let text = '';
  const stopTicker = ticker(title, () => lastLine(text));
  const run = start(command, args, {
    ...options,
    output: (chunk) => {
      text = (text + chunk).slice(-20_000);
      appendFileSync(log, chunk);
    },
  });
  const code = await run.ended;
  stopTicker(code === 0 ? 'done' : `failed (exit code ${String(code)})`);
  if (code === 0) return;
  throw new Error(`${title} failed; the end of ${relative(root, log)}:\n${text.split('\n').slice(-40).join('\n')}`);
}
