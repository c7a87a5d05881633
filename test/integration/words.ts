/** In the title of tests that look at words, or that hold everywhere: they run in every display language, the others in English only. */
export const TAG = ' @words';

interface Looked {
  /** Of the test that runs; empty before the first. */
  title: string;
  readonly inEvery: Set<string>;
  readonly inEnglish: Set<string>;
}

/** Each suite is a bundle of its own, with a copy of this module. */
const shared = globalThis as { trailWords?: Looked };
const looked = (shared.trailWords ??= { title: '', inEvery: new Set(), inEnglish: new Set() });

/** Notes that the test which runs looks at words of the extension. */
export function lookAt(words: string): void {
  if (looked.title !== '') (looked.title.includes(TAG) ? looked.inEvery : looked.inEnglish).add(words);
}

/** Notes which test looks at words. */
export function watchWords(runner: Mocha.Runner): void {
  runner.on('test', (test) => {
    looked.title = test.fullTitle();
  });
}

/** The words that no test looks at in another display language. */
export function onlyInEnglish(): readonly string[] {
  return [...looked.inEnglish].filter((words) => !looked.inEvery.has(words));
}
