// Bundles the extension: dist/extension.web.js for web workers, dist/extension.js for Node hosts, which adds to the former what needs Node.
// Usage: node esbuild.mjs [--watch]
import { build, context } from 'esbuild';
import { knowledge } from './scripts/loader.mjs';
import { shrink } from './scripts/shrink.mjs';

const common = {
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

/** One bundle a host, one for the thread in which Node hosts read large files, one (with its style sheet) for the page of the overview; mainFields picks jsonc-parser's ES modules, which esbuild can shake. */
export const bundles = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [knowledge, web],
  },
  {
    ...common,
    entryPoints: ['src/extension.web.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
  },
  {
    ...common,
    entryPoints: ['src/worker.ts'],
    outfile: 'dist/worker.js',
    platform: 'node',
    mainFields: ['module', 'main'],
  },
  {
    ...common,
    entryPoints: ['src/overview/webview/main.ts'],
    outfile: 'dist/overview.js',
    platform: 'browser',
    format: 'iife',
    external: [],
    mainFields: ['module', 'main'],
  },
];

/** What esbuild says of each bundle: its warnings, and whose code went into it. */
export const results = process.argv.includes('--watch')
  ? await Promise.all(bundles.map(async (options) => (await context(options)).watch()))
  : await Promise.all(bundles.map((options) => build({ ...options, plugins: [...options.plugins, shrink] })));
