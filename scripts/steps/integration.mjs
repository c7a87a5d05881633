// The integration suite in the extension host of a real VS Code: all of it in English, and in the other display language what looks at words (see test/integration/words.ts).
// The bundled VS Code is used; VSCODE_DESKTOP=1 uses a desktop one, which @vscode/test-electron downloads.
// Usage: node scripts/steps/integration.mjs [--language en|zh-cn] [part of a file name …]
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { copySamples } from '../host/samples.mjs';
import { knowledge } from '../loader.mjs';
import { root } from '../root.mjs';
import { filesBelow } from './files.mjs';

const { values, positionals: wanted } = parseArgs({ options: { language: { type: 'string' } }, allowPositionals: true });
// A desktop VS Code speaks Chinese only with a language pack, which is not installed.
const LANGUAGES = values.language ? [values.language] : process.env.VSCODE_DESKTOP ? ['en'] : ['en', 'zh-cn'];

const folder = join(root, 'test/integration');
const suites = filesBelow(join(folder, 'suite'), '.test.ts').filter(
  (name) => wanted.length === 0 || wanted.some((part) => relative(folder, name).includes(part)),
);
const outdir = join(root, 'out/integration');
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: [join(folder, 'index.ts'), ...suites],
  outdir,
  outbase: folder,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  sourcemap: 'inline',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
  plugins: [knowledge],
});

for (const language of LANGUAGES) {
  console.log(`\nIntegration suite, display language ${language}`);
  try {
    await runTests({
      ...(process.env.VSCODE_DESKTOP ? {} : { vscodeExecutablePath: join(root, 'scripts/host/launcher.mjs') }),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(outdir, 'index.js'),
      launchArgs: [copySamples(), `--locale=${language}`],
      extensionTestsEnv: { TRAIL_TEST_LANGUAGE: language, ...(wanted.length > 0 ? { TRAIL_TEST_PART: 'true' } : {}) },
    });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
