import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.mjs';

const GUARD = join(root, 'scripts/host/guard.mjs');

/** What npm tells its scripts would steer a nested npm to the outer package. */
const NPM_PRIVATE =
  /^(npm_package_|npm_lifecycle_|npm_command$|npm_config_(local_prefix|global_prefix|prefix|noproxy)$|INIT_CWD$)/;

/** The environment without what an outer `npm run` put in it. */
export const cleanEnvironment = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !NPM_PRIVATE.test(name)));

const cleanups = new Set();

/** Registers something to undo when this process ends, on Ctrl+C too; the result unregisters it. `undo` must be synchronous. */
export function onEnd(undo) {
  cleanups.add(undo);
  return () => void cleanups.delete(undo);
}

/**
 * Starts a command in a process group of its own, which ends with this process whatever ends it (see guard.mjs).
 * `output` gets each chunk of what it prints; without it the command prints where we print.
 * `ended` resolves to the exit code; `stop()` kills the whole group.
 */
export function start(command, args, { cwd = root, env = cleanEnvironment(), output } = {}) {
  const out = output ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, [GUARD, command, ...args], { cwd, env, detached: true, stdio: ['pipe', out, out] });
  const stop = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group is gone already.
    }
  };
  // What the command left running is in its group still.
  child.on('exit', stop);
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => output(text));
  return { ended, stop };
}

function cleanUp() {
  for (const undo of [...cleanups].reverse()) {
    cleanups.delete(undo);
    try {
      undo();
    } catch (error) {
      // The others must still be undone.
      console.error(error.message);
    }
  }
}

process.on('exit', cleanUp);
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => {
    cleanUp();
    process.exit(code);
  });
}
