// Takes the pictures of the READMEs in the real editor: media/readme/NAME.LANGUAGE.png.
// Usage: npm run pictures [-- NAME …]
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensurePackages } from './host/packages.mjs';
import { start } from './host/processes.mjs';
import { reduced } from './pictures/palette.mjs';
import { root } from './root.mjs';

const wanted = process.argv.slice(2);

/** What the extension says in each language. */
const LANGUAGES = [
  {
    language: 'en',
    view: 'Trail Log',
    fix: 'Unescape parameter',
    overview: 'Trail: Open Overview',
    filter: 'Trail: Filter Events…',
    clear: 'Trail: Clear Filter',
    group: (by) => `Trail: Group by ${by === 'name' ? 'Event Name' : 'Account'}`,
  },
  {
    language: 'zh-cn',
    view: '操作审计日志',
    fix: '反转义参数',
    overview: '操作审计: 打开概览',
    filter: '操作审计: 筛选事件…',
    clear: '操作审计: 清除筛选',
    group: (by) => `操作审计: 按${by === 'name' ? '事件名称' : '账号'}分组`,
  },
];
const WINDOW = { width: 1200, height: 720 };
const SETTINGS = {
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.scrollbar.horizontal': 'hidden',
  'window.title': '${activeEditorShort}',
};
const FILE = 'flink.trail.json';
const EVENT = 'AppendVswitchId';

/** What is done before each picture, one after another in the same workbench. */
const PICTURES = {
  async hover(workbench, { view }) {
    await openView(workbench, view);
    await workbench.editor.cursor(EVENT, 2);
    // The line above the event comes later, and would move the name away from under the mouse.
    await workbench.shown(workbench.page.locator('.codelens-decoration:visible', { hasText: '·' }).first());
    await workbench.editor.hover(EVENT, '', 2);
  },
  async tree(workbench, { group }) {
    await workbench.press('Escape');
    await workbench.command(group('account'));
    await workbench.editor.cursor(EVENT, 4);
    await leave(workbench);
    await workbench.sidebar.rows();
  },
  async fix(workbench, { group, fix }) {
    await workbench.command(group('name'));
    const titles = await workbench.editor.fixes('[\\\\\\"vsw-');
    if (!titles.includes(fix)) throw new Error(`There is no fix "${fix}", only: ${titles.join(' | ')}`);
  },
  async problems(workbench) {
    await workbench.press('Escape');
    await workbench.file('damaged-paste.trail.json');
    await workbench.problems.list();
  },
  async filter(workbench, { filter, view }) {
    await workbench.press('Escape');
    await hidePanel(workbench);
    await workbench.file(FILE);
    await openView(workbench, view);
    const narrow = async (text) => {
      await workbench.palette.open('F1', `>${filter}`);
      await workbench.palette.pick(filter);
      await workbench.palette.type(text);
    };
    await narrow('kind:delete');
    await workbench.press('Enter');
    await workbench.until('fewer events', async () => (await workbench.sidebar.text()).includes('kind:delete'));
    await workbench.editor.cursor('"DeleteInstance"', 2);
    await narrow('kind:delete error:');
    await workbench.until('completions', async () => (await workbench.palette.labels()).length > 3);
    await leave(workbench);
  },
  async overview(workbench, { overview, view, clear }) {
    await workbench.press('Escape', 'Escape');
    await hidePanel(workbench);
    await workbench.file(FILE);
    await workbench.command(clear);
    await openView(workbench, view);
    await workbench.command(overview);
    // The page takes the focus when it comes: the palette is opened after that.
    await workbench.overview.ready(FILE);
    await workbench.command('View: Toggle Maximize Editor Group');
    const frame = await workbench.overview.ready(FILE);
    await workbench.overview.drag(frame, 0.57, 0.82);
    await workbench.overview.summary(frame);
    await leave(workbench);
  },
};

/** The command is there only where there is a panel. */
async function hidePanel(workbench) {
  if (await workbench.problems.panel.isVisible()) await workbench.command('View: Hide Panel');
}

async function openView(workbench, view) {
  await workbench.sidebar.open(view);
  await leave(workbench);
}

/** Moves the mouse away until no tooltip of what it stood on is left. */
async function leave(workbench) {
  const tooltip = workbench.page.locator('.monaco-hover.workbench-hover:visible');
  let x = WINDOW.width / 2;
  await workbench.until('no tooltip', async () => {
    await workbench.page.mouse.move(x++, WINDOW.height - 8);
    return (await tooltip.count()) === 0;
  });
}

await ensurePackages('Packages of the project');
if ((await start(process.execPath, ['esbuild.mjs']).ended) !== 0) process.exit(1);
const { copySamples } = await import('./host/samples.mjs');
const { startServer } = await import('./host/server.mjs');
const { openWorkbench } = await import('./driver/workbench.mjs');

const folder = copySamples();
const server = await startServer({ settings: SETTINGS });
// openWorkbench takes this one, as in a test run.
process.env.TRAIL_SERVER = server.origin;
try {
  for (const words of LANGUAGES) {
    const workbench = await openWorkbench({ folder, file: FILE, language: words.language, ...WINDOW });
    try {
      for (const [name, show] of Object.entries(PICTURES).filter(([one]) => wanted.length === 0 || wanted.includes(one))) {
        await show(workbench, words);
        const path = await workbench.screenshot(join(root, `media/readme/${name}.${words.language}.png`));
        writeFileSync(path, reduced(readFileSync(path)));
        console.log(relative(root, path));
      }
    } finally {
      await workbench.close();
    }
  }
} finally {
  await server.stop();
}
