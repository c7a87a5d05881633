// Makes trail-log-inspector-VERSION.vsix and checks it: no warning of any tool, less than 700 kB, nothing in it that does not belong there.
// Usage: npm run package
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf } from './package/check.mjs';
import { stagePackage } from './package/stage.mjs';
import { unzip, zipSmall } from './package/zip.mjs';
import { root } from './root.mjs';

const { folder, version, results } = await stagePackage();
const path = join(root, `trail-log-inspector-${version}.vsix`);
rmSync(path, { force: true });

// There is no public repository, so links cannot be completed; the packaged README has none that would need it.
const flags = ['--no-dependencies', '--allow-missing-repository', '--out', path];
const vsce = spawnSync(
  process.execPath,
  ['--no-deprecation', join(root, 'node_modules/@vscode/vsce/vsce'), 'package', ...flags],
  { cwd: folder, encoding: 'utf8' },
);
const warnings = results.flatMap(({ warnings }) => warnings.map(({ text }) => `esbuild: ${text}`));
// vsce warns on standard error, and only there.
const said = vsce.stderr.trim();
if (said !== '') warnings.push(`vsce: ${said}`);
if (vsce.status !== 0 && said === '')
  warnings.push(`vsce ended with ${String(vsce.status ?? vsce.signal)}: ${vsce.stdout.trim()}`);

let faults = warnings;
if (vsce.status === 0) {
  const files = unzip(readFileSync(path));
  const archive = await zipSmall(files);
  writeFileSync(path, archive);
  faults = [...warnings, ...faultsOf(archive.length, files)];
  for (const [name, content] of files) console.log(`${String(content.length).padStart(9)}  ${name}`);
  console.log(
    `${String(archive.length).padStart(9)}  trail-log-inspector-${version}.vsix (${(archive.length / 1000).toFixed(1)} kB)`,
  );
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  // A faulty package must not be taken for a good one.
  rmSync(path, { force: true });
  process.exitCode = 1;
}
