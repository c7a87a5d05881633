import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import { root } from '../root.mjs';
import { openPage } from './browser.mjs';
import { watchSilence } from './silence.mjs';

/** The extension host may hang without a word; a suite that is alive says at least once a minute what it does. In ms. */
const SILENCE = 5 * 60_000;

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
  const watch = watchSilence(SILENCE);
  try {
    const exit = new Promise((resolve) => {
      void watch.over.then(() => {
        console.error(`The tests have said nothing for ${String(SILENCE / 60_000)} minutes.`);
        resolve(1);
      });
      page.on('crash', () => {
        console.error('The page crashed.');
        resolve(1);
      });
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      watch.heard();
      print(type, args);
    });
    // What the workbench itself threw explains a suite that never ends.
    page.on('pageerror', (error) => appendFileSync(LOG, `page error ${error.stack ?? error.message}\n`));
    return await Promise.race([exit, page.goto(address, { waitUntil: 'commit', timeout: 0 }).then(() => exit)]);
  } finally {
    watch.end();
    await page.context().browser()?.close();
  }
}
