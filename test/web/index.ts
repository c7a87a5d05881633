// Mocha's browser build sets the globals; imported before the suites, which use them while they load.
import 'mocha/mocha.js';
import { report } from '../integration/report';
import { watchTests } from '../integration/watchTests';

mocha.setup({ ui: 'bdd', timeout: 0, reporter: report as unknown as Mocha.ReporterConstructor });

/** VS Code's web worker host calls this; a rejection is a failed run. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed`));
    });
    watchTests(runner);
  });
}
