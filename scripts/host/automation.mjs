import { openPage } from './browser.mjs';

/** A suite that does not end is a failure; the extension host may hang without a word. */
const LIMIT = 10 * 60 * 1000;

/**
 * Opens an address whose workbench runs a test bundle, prints what the tests print, and gives their exit code.
 * VS Code's workbench calls the two functions that a test host has to offer: `codeAutomationLog` and `codeAutomationExit`.
 */
export async function runTestPage(address, { language = 'en' } = {}) {
  const page = await openPage({ language });
  let timer;
  try {
    const exit = new Promise((resolve) => {
      timer = setTimeout(() => {
        console.error(`The tests did not end within ${String(LIMIT / 60_000)} minutes.`);
        resolve(1);
      }, LIMIT);
      page.on('crash', () => {
        console.error('The page crashed.');
        resolve(1);
      });
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', (type, args) => (console[type] ?? console.log)(...args));
    await page.goto(address);
    return await exit;
  } finally {
    clearTimeout(timer);
    await page.context().browser()?.close();
  }
}
