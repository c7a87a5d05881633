import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import { root } from '../root.mjs';
import { openPage } from './browser.mjs';

/** A suite that does not end is a failure; the extension host may hang without a word. */
const LIMIT = 10 * 60 * 1000;

/** The workbench's own words among those of the tests and the extension; they are in the log file all the same. */
const NOISE =
  /^(Resolv(ing|ed) connection|Creating a socket|\[reconnection|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate\]|Ignoring fetching|Updating additional|No extension gallery|Creation of workbench)/;

const LOG = join(root, '.host/log/page.log');

function print(type, args) {
  const text = format(...args);
  appendFileSync(LOG, `${type} ${text}\n`);
  if (!NOISE.test(text)) console.log(text);
}

/**
 * Opens an address whose workbench runs a test bundle, prints what the tests print, and gives their exit code.
 * VS Code's workbench calls the two functions that a test host has to offer: `codeAutomationLog` and `codeAutomationExit`.
 */
export async function runTestPage(address, { language = 'en' } = {}) {
  mkdirSync(dirname(LOG), { recursive: true });
  writeFileSync(LOG, '');
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
    await page.exposeFunction('codeAutomationLog', print);
    // What the workbench itself threw explains a suite that never ends.
    page.on('pageerror', (error) => appendFileSync(LOG, `page error ${error.stack ?? error.message}\n`));
    await page.goto(address);
    return await exit;
  } finally {
    clearTimeout(timer);
    await page.context().browser()?.close();
  }
}
