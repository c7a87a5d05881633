import { build } from 'esbuild';
import { join } from 'node:path';
import { knowledge } from '../loader.mjs';
import { root } from '../root.mjs';

let pages;

/** The document of all checks in one language, as the extension itself makes it. */
export async function pagesOf(language) {
  pages ??= load();
  return (await pages)(language);
}

async function load() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/checks/pages.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [knowledge],
  });
  const [{ contents }] = outputFiles;
  return (await import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`)).allPages;
}
