import { type Watch, watchEditor, watchSilence } from './silence';

/** A test in which nothing has happened for so long hangs, in ms; a single wait in it ends earlier. */
const SILENCE = 240_000;
/** How often it is said that a test is still running, in ms: whoever started the tests takes silence for a host that hangs. */
const WORD = 60_000;

/** Fails the test that runs when nothing happens any more: Mocha's own timer would bound its time. */
export function watchTests(runner: Mocha.Runner): void {
  let running: Mocha.Runnable | undefined;
  let started = performance.now();
  const seconds = (): string => `${Math.round((performance.now() - started) / 1_000)} s`;
  const arm = (): Watch => {
    const next = watchSilence(SILENCE);
    void next.over.then(() => {
      watch = arm();
      running?.callback?.(new Error(`nothing happens any more, after ${seconds()}`));
      // What comes later is not the next test's.
      if (running !== undefined) running.timedOut = true;
    });
    return next;
  };
  let watch = arm();
  const heard = (): void => {
    watch.heard();
  };
  const begin = (runnable: Mocha.Runnable): void => {
    running = runnable;
    started = performance.now();
    heard();
  };
  const editor = watchEditor(heard);
  const word = setInterval(() => {
    console.log(`… ${running?.fullTitle() ?? ''} (${seconds()})`);
  }, WORD);
  runner.on('hook', begin);
  runner.on('test', begin);
  runner.on('end', () => {
    watch.end();
    editor.dispose();
    clearInterval(word);
  });
}
