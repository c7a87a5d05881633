import { fork } from 'node:child_process';

/** Runs a task of a bundle in a process of its own, and gives what it sends. */
export function runTask(file, ...args) {
  return new Promise((resolve, reject) => {
    const child = fork(file, args, { execArgv: ['--expose-gc', '--max-old-space-size=8192'] });
    let result;
    child.on('message', (message) => (result = message));
    child.on('error', reject);
    child.on('exit', (code) =>
      result ? resolve(result) : reject(new Error(`${args.join(' ')}: the process ended with ${code}`)),
    );
  });
}
