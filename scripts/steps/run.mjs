import { cleanEnvironment, start } from '../host/processes.mjs';
import { watchSilence } from '../host/silence.mjs';

/** Tests that have said nothing for so long (ms) hang; one that takes long is silent as well. */
const SILENCE = 15 * 60_000;

/** Runs test files with Node's own runner and flags for it, prints what it prints, and gives its exit code. */
export async function runFiles(flags, files, env = cleanEnvironment()) {
  if (files.length === 0) {
    // The runner would look for files itself, and run all tests of the project.
    console.error('No test file has such a name.');
    return 1;
  }
  const watch = watchSilence(SILENCE);
  const run = start(process.execPath, ['--test', '--test-reporter=spec', ...flags, ...files], {
    env: process.stdout.isTTY ? { ...env, FORCE_COLOR: '1' } : env,
    output: (text) => {
      watch.heard();
      process.stdout.write(text);
    },
  });
  void watch.over.then(() => {
    console.error(`The tests have said nothing for ${String(SILENCE / 60_000)} minutes.`);
    run.stop();
  });
  const code = await run.ended;
  watch.end();
  return code;
}
