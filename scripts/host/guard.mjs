// Runs one command and dies with its parent: when the parent's end of standard input closes, however it ended, the whole process group is killed.
// Usage: node guard.mjs COMMAND ARGUMENT…   (spawned by processes.mjs as the leader of a group of its own)
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

// Ctrl+C is for the parent to handle; it closes our standard input when it is done.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
const endGroup = () => process.kill(-process.pid, 'SIGKILL');
process.stdin.on('end', endGroup).on('error', endGroup).resume();

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
