import { fork } from 'node:child_process';

/** Runs a task of a bundle in a process of its own, and gives what it sends. `--expose-gc` lets it start from an empty heap. */
export function runTask(file, ...args) {
  return new Promise((resolve, reject) => {
    const child = fork(file, args, { execArgv: ['--expose-gc'] });
    let result;
    child.on('message', (message) => (result = message));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 && result ? resolve(result) : reject(new Error(`${args.join(' ')}: the process ended with ${String(code)}`)),
    );
  });
}
