import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { report } from './report';
import { watchTests } from './watchTests';
import { onlyInEnglish, TAG, watchWords } from './words';

/** VS Code's extension host calls this; a rejection is a failed run. */
export async function run(): Promise<void> {
  // Mocha is an ES module and this bundle is not.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 0, reporter: report as unknown as Mocha.ReporterConstructor });
  const isEnglish = (process.env['TRAIL_TEST_LANGUAGE'] ?? 'en') === 'en';
  if (!isEnglish) mocha.grep(TAG);
  const folder = join(__dirname, 'suite');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.test.js')) mocha.addFile(join(folder, name));
  }
  await mocha.loadFilesAsync();
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const untagged = process.env['TRAIL_TEST_PART'] === undefined && isEnglish ? onlyInEnglish() : [];
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else if (untagged.length > 0) reject(new Error(`Only tests without "${TAG}" look at:\n${untagged.join('\n')}`));
      else resolve();
    });
    watchTests(runner);
    watchWords(runner);
  });
}
