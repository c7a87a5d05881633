// Runs one command and ends it when its parent is gone: when the parent's end of standard input closes, however it ended, the group is told to end, then killed.
// Usage: node guard.mjs COMMAND ARGUMENT…   (spawned by processes.mjs as the leader of a group of its own)
import { spawn } from 'node:child_process';

/** How long the command may take to tidy up after itself. */
const GRACE = 2000;

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

const signalGroup = (signal) => process.kill(-process.pid, signal);
let orphaned = false;
function endGroup() {
  orphaned = true;
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), GRACE);
}

// Signals are for the parent to handle; it closes our standard input when it ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdin.on('end', endGroup).on('error', endGroup).resume();

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code, signal) => {
  if (orphaned) signalGroup('SIGKILL');
  process.exit(signal ? 1 : (code ?? 1));
});
