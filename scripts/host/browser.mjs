import { ensureChromium } from './system.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One try to reach an element of a page, in ms: whoever waits for it tries again. */
const TRY = 10_000;

/** What the page tells the workbench that the user prefers. */
const THEMES = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
  'contrast-light': { colorScheme: 'light', forcedColors: 'active' },
};

/** A page in a headless Chromium of its own; `language` is the display language, `en` or `zh-cn`; `theme` is `light`, `dark`, `contrast` or `contrast-light`. `onMove` is called, once a second at most, when something has changed in the page. Close it with `page.context().browser().close()`. */
export async function openPage({ language = 'en', theme = 'light', width = 1400, height = 900, onMove } = {}) {
  const executablePath = await ensureChromium();
  // Imported late: start and test install the packages of the project first.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath,
    args: FLAGS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 0,
  });
  const context = await browser.newContext({
    viewport: { width, height },
    ...THEMES[theme],
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(TRY);
  if (onMove) {
    await context.exposeFunction('pageMoved', onMove);
    await context.addInitScript(tellMoves);
  }
  const page = await context.newPage();
  if (language !== 'en') await page.addInitScript(setDisplayLanguage, language);
  return page;
}

/** Runs in each frame of the page. */
function tellMoves() {
  let hasMoved = true;
  new globalThis.MutationObserver(() => {
    hasMoved = true;
  }).observe(globalThis.document, { subtree: true, childList: true, attributes: true, characterData: true });
  setInterval(() => {
    if (hasMoved) globalThis.pageMoved();
    hasMoved = false;
  }, 1_000);
}

/** Runs in the page before the workbench loads: a getter, so that the workbench's own scripts cannot overwrite it. */
function setDisplayLanguage(language) {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set: () => {}, configurable: true });
}
