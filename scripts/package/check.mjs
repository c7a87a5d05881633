import { existsSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { root } from '../root.mjs';

const LIMIT = 700_000;

/** All that may be in the package. */
const ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|package\.nls(\.zh-cn)?\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/dist\/(extension(\.web)?\.js|worker\.js|overview\.(js|css)|third-party-notices\.txt)$/,
  /^extension\/l10n\/bundle\.l10n\.zh-cn\.json$/,
  /^extension\/media\/([\w-]+\.svg|icon\.png|sample\.trail\.json)$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
];

/** Must be in it, beside what the manifest names; the sample is opened by a command. */
const NEEDED = [
  'readme.md',
  'changelog.md',
  'LICENSE.txt',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'media/sample.trail.json',
  'dist/worker.js',
  'dist/overview.js',
  'dist/overview.css',
  'dist/third-party-notices.txt',
];

/** What is wrong with a package: its size in bytes and its files, as `unzip` gives them. */
export function faultsOf(size, files) {
  const faults = [];
  if (size >= LIMIT) faults.push(`The package has ${String(size)} bytes; the limit is ${String(LIMIT)}.`);
  const names = [...files.keys()];
  for (const name of names)
    if (!ALLOWED.some((pattern) => pattern.test(name))) faults.push(`${name} should not be in the package.`);
  const manifest = JSON.parse(files.get('extension/package.json')?.toString('utf8') ?? '{}');
  const wanted = [...NEEDED, ...filesNamedIn(manifest)];
  for (const name of wanted) if (!files.has(`extension/${name}`)) faults.push(`${name} is missing in the package.`);
  for (const name of names.filter((one) => /\.(js|json|md|txt)$/.test(one))) {
    const text = files.get(name).toString('utf8');
    if (text.includes(root)) faults.push(`${name} names a folder of this machine.`);
    if (/^\/\/# sourceMappingURL=/m.test(text)) faults.push(`${name} names a source map.`);
  }
  return faults;
}

/** The files of the project that a manifest names anywhere: bundles, icons, grammars. */
function filesNamedIn(value) {
  if (typeof value === 'string') return isFile(value) ? [normalize(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  // Scripts are commands of the repository, not files of the extension.
  return Object.entries(value).flatMap(([key, item]) => (key === 'scripts' ? [] : filesNamedIn(item)));
}

const isFile = (name) => /^\.?[\w./-]+\.\w+$/.test(name) && existsSync(join(root, name)) && statSync(join(root, name)).isFile();
