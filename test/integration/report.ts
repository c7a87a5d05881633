import { TAG } from './words';

/** Mocha's reporter (called with `new`): a line for each test, and at the end the counts as scripts/test.mjs reads them. */
export function report(runner: Mocha.Runner): void {
  let passed = 0;
  let failed = 0;
  const titleOf = (test: Mocha.Runnable): string => test.fullTitle().replaceAll(TAG, '');
  runner.on('pass', (test) => {
    passed++;
    console.log(`✔ ${titleOf(test)} (${test.duration ?? 0} ms)`);
  });
  runner.on('fail', (test, error: unknown) => {
    failed++;
    console.log(`✖ ${titleOf(test)}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
  runner.on('pending', (test) => {
    console.log(`- ${titleOf(test)}`);
  });
  runner.on('end', () => {
    console.log(`${passed} passed, ${failed} failed`);
  });
}
