// Mocha's browser build sets the globals; imported before the suites, which use them while they load.
import 'mocha/mocha.js';
import { report } from '../integration/report';

mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: report as unknown as Mocha.ReporterConstructor });

/** VS Code's web worker host calls this; a rejection is a failed run. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed`));
    });
  });
}
