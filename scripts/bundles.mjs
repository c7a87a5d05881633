import { join } from 'node:path';
import { knowledge } from './loader.mjs';
import { root } from './root.mjs';

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: 'utf8',
  sourcemap: false,
  metafile: true,
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  logLevel: 'warning',
  plugins: [knowledge],
};

/** The Node entry builds upon the web entry, and takes it from its bundle: what is known of events is in the package once. */
const web = {
  name: 'web',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/extension\.web$/ }, () => ({ path: './extension.web.js', external: true }));
  },
};

/**
 * The bundles of the extension in a folder, as esbuild's options: extension.web.js for web workers, extension.js for Node hosts, which adds to the former
 * what needs Node, one for the thread in which Node hosts read large files, one (with its style sheet) for the page of the overview.
 * mainFields picks jsonc-parser's ES modules, which esbuild can shake.
 */
export const bundlesIn = (folder) => [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: join(folder, 'extension.js'),
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [knowledge, web],
  },
  {
    ...common,
    entryPoints: ['src/extension.web.ts'],
    outfile: join(folder, 'extension.web.js'),
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
  },
  {
    ...common,
    entryPoints: ['src/worker.ts'],
    outfile: join(folder, 'worker.js'),
    platform: 'node',
    mainFields: ['module', 'main'],
  },
  {
    ...common,
    entryPoints: ['src/overview/webview/main.ts'],
    outfile: join(folder, 'overview.js'),
    platform: 'browser',
    format: 'iife',
    external: [],
    mainFields: ['module', 'main'],
  },
];
