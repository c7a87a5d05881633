// Writes samples/ and the log that the extension brings along (media/sample.trail.json): invented logs, the same bytes every time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { excerpt } from './samples/excerpt.mjs';
import { files } from './samples/files.mjs';

const folder = join(root, 'samples');
mkdirSync(folder, { recursive: true });
const samples = files();
for (const [name, text] of samples) writeFileSync(join(folder, name), text);
writeFileSync(join(root, 'media/sample.trail.json'), excerpt(samples.get('flink.trail.json')));
