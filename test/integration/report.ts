/** Mocha's reporter (called with `new`): a line for each test, and at the end the counts as scripts/test.mjs reads them. */
export function report(runner: Mocha.Runner): void {
  let passed = 0;
  let failed = 0;
  runner.on('pass', (test) => {
    passed++;
    console.log(`✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
  });
  runner.on('fail', (test, error: unknown) => {
    failed++;
    console.log(`✖ ${test.fullTitle()}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
  runner.on('pending', (test) => {
    console.log(`- ${test.fullTitle()}`);
  });
  runner.on('end', () => {
    console.log(`${passed} passed, ${failed} failed`);
  });
}
