// Opens a file in the real editor, does a few things in it and takes a screenshot: what developers look at all day.
// Usage: node scripts/look.mjs FILE [--do ACTIONS] [--out PICTURE.png] [--language zh-cn] [--theme light|dark|contrast] [--size 1400x900]
//   ACTIONS is a module, `export default async (workbench) => { … }`, or the body of such a function: --do "return workbench.editor.hover('AppendVSwitchId', 'vSwitch')".
//   What it returns is printed as JSON. The workbench's functions are in scripts/driver/.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensurePackages } from './host/packages.mjs';
import { root } from './root.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    do: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
    theme: { type: 'string' },
    size: { type: 'string', default: '1400x900' },
  },
});
const file = resolve(positionals[0] ?? join(root, 'samples/flink.trail.json'));
const [width, height] = values.size.split('x').map(Number);

async function actions(text) {
  if (text === undefined) return async () => undefined;
  if (existsSync(text)) return (await import(pathToFileURL(resolve(text)).href)).default;
  return Object.getPrototypeOf(async () => {}).constructor('workbench', text);
}

await ensurePackages('Packages of the project');
const build = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
const { openWorkbench } = await import('./driver/workbench.mjs');
const workbench = await openWorkbench({
  folder: dirname(file),
  file: basename(file),
  language: values.language,
  theme: values.theme,
  width,
  height,
});
try {
  const act = await actions(values.do);
  const result = await act(workbench);
  if (result !== undefined) console.log(JSON.stringify(result, undefined, 2));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  console.log(await workbench.screenshot(values.out ?? 'look'));
  await workbench.close();
}
