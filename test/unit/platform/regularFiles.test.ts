import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { faultText, isFileError } from '../../../src/platform/files';
import { nodeFiles } from '../../../src/platform/node/files';
import { FolderLog } from '../../../src/sources/folderLog';
import { makeIrregular, makePipe } from '../../irregular';
import { run } from '../commandLine';
import { platformOf } from '../sources/memoryFiles';
import { event } from '../trail/logs';

const files = nodeFiles((fault, most) => faultText(fault, most, (text) => text));
const folder = mkdtempSync(join(tmpdir(), 'trail-regular-'));
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
const MOST = 1_000_000;

after(() => {
  rmSync(folder, { recursive: true, force: true });
});

const text = `${JSON.stringify(event(1))}\n`;
const size = Buffer.byteLength(text);
writeFileSync(join(folder, 'log.json'), text);
symlinkSync(join(folder, 'log.json'), join(folder, 'link.json'));
const irregular = makeIrregular(folder);

/** Every way to get at the content of a file. */
const WAYS: Readonly<Record<string, (uri: string) => Promise<unknown>>> = {
  read: (uri) => files.read(uri, MOST),
  readNow: (uri) => Promise.resolve().then(() => files.readNow(uri, MOST)),
  open: (uri) => files.open(uri),
};

test('what is no regular file is not opened, and no way to read waits for it', async () => {
  for (const name of [...irregular, '.'])
    for (const [way, read] of Object.entries(WAYS))
      await assert.rejects(read(uriOf(name)), (error) => isFileError(error) && error.fault === 'irregular', `${way} ${name}`);
  for (const name of irregular) assert.equal((await files.stat(uriOf(name))).isFile, false, name);
});

test('a file is read, also behind a link', async () => {
  for (const name of ['log.json', 'link.json']) {
    assert.equal((await files.stat(uriOf(name))).isFile, true);
    assert.equal(new TextDecoder().decode(await files.read(uriOf(name), MOST)), text);
    assert.equal(new TextDecoder().decode(files.readNow(uriOf(name), MOST)), text);
    const blocks = await files.open(uriOf(name));
    assert.equal(new TextDecoder().decode(blocks.read(0, blocks.size)), text);
    blocks.dispose();
  }
});

test('no more than what is asked for is read', async () => {
  const isTooLarge = (error: unknown): boolean => isFileError(error) && error.fault === 'too-large';
  await assert.rejects(files.read(uriOf('log.json'), size - 1), isTooLarge);
  assert.throws(() => files.readNow(uriOf('log.json'), size - 1), isTooLarge);
  assert.equal((await files.read(uriOf('log.json'), size)).length, size);
});

test(
  'a folder with pipes and devices in it is read: they are named, and what was found is there',
  { skip: irregular.length === 0 },
  async () => {
    const log = new FolderLog(platformOf(files), pathToFileURL(folder).href);
    await log.index(new AbortController().signal, () => undefined);
    assert.equal(log.trail.events, 2);
    assert.deepEqual(
      new Map(log.failures.map(({ name, reason }) => [name, reason])),
      new Map(irregular.map((name) => [name, { refused: 'irregular' }])),
    );
    const { code, out, err } = await run(folder);
    assert.equal(code, 2);
    assert.equal((JSON.parse(out) as readonly { readonly events: number }[])[0]?.events, 2);
    for (const name of irregular)
      if (name !== 'link-to-folder.json') assert.match(err, new RegExp(`${name}: This is no regular file`));
  },
);

test('five pipes do not stop reading files', { skip: irregular.length === 0 }, async () => {
  const pipes = join(folder, 'pipes');
  mkdirSync(pipes);
  for (let count = 0; count < 5; count++) assert.ok(makePipe(join(pipes, `${count}.json`)));
  writeFileSync(join(pipes, '5.json'), text);
  const log = new FolderLog(platformOf(files), pathToFileURL(pipes).href);
  await log.index(new AbortController().signal, () => undefined);
  assert.equal(log.trail.events, 1);
  assert.equal(log.failures.length, 5);
  assert.equal((await files.read(uriOf('log.json'), MOST)).length, size);
});

test('a file is what it was when it was opened: it may grow, become shorter, be replaced or be gone', async () => {
  const path = join(folder, 'open.json');
  writeFileSync(path, text);
  const opened = await files.open(pathToFileURL(path).href);
  const now = (): string => new TextDecoder().decode(opened.read(0, opened.size));
  appendFileSync(path, text);
  assert.equal(now(), text);
  truncateSync(path, 10);
  assert.equal(now(), text.slice(0, 10));
  rmSync(path);
  writeFileSync(path, 'another one');
  assert.equal(now(), text.slice(0, 10));
  opened.dispose();
  opened.dispose();
  assert.throws(now, /closed/);
});

test('a file that cannot be opened leaves no descriptor behind', { skip: !existsSync('/proc/self/fd') }, async () => {
  const count = (): number => readdirSync('/proc/self/fd').length;
  const before = count();
  for (const name of [...irregular, '.', 'nothing.json'])
    for (const read of Object.values(WAYS)) await assert.rejects(read(uriOf(name)));
  await assert.rejects(files.read(uriOf('log.json'), 1));
  await files.read(uriOf('log.json'), MOST);
  files.readNow(uriOf('log.json'), MOST);
  assert.equal(count(), before);
});

test('a file that may not be read is named', { skip: process.getuid?.() === 0 }, async () => {
  const path = join(folder, 'forbidden.json');
  writeFileSync(path, text);
  chmodSync(path, 0);
  await assert.rejects(files.read(pathToFileURL(path).href, MOST), /EACCES/);
});

test('what has no end is not read to it where somebody names it', { skip: irregular.length === 0 }, async () => {
  const { code, err } = await run('/dev/zero');
  assert.equal(code, 2);
  assert.match(err, /512 MB, or no end/);
  assert.equal((await run('/dev/null')).code, 0);
});
