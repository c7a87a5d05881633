import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { pause, until } from '../integration/suite/wait';
import { event } from '../unit/trail/logs';

/** What is left of it may be so much, in bytes. */
const MAX_LEFT = 20 * 1024 * 1024;
const EVENTS = 500;
const OBJECTS = 80;

/** How much of each is opened and closed. */
interface Round {
  readonly documents: number;
  readonly folders: number;
  readonly panels: number;
}

/** Caches and what is loaded when it is first needed are no leaks: they are there before it is measured. */
const WARM_UP: Round = { documents: 20, folders: 2, panels: 4 };
const ROUND: Round = { documents: 300, folders: 20, panels: 50 };
/** Per cent of them. */
const SHARE = Number(process.env['TRAIL_SOAK_SHARE'] ?? 100);

/** What the host holds. */
interface Held {
  readonly heap: number;
  readonly buffers: number;
  readonly resources: Readonly<Record<string, number>>;
}

/** VS Code's extension host calls this; a rejection says what is left. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trail-soak-'));
  try {
    await openAndClose(folder, WARM_UP);
    const before = await held();
    say('before', before);
    await openAndClose(folder, shareOf(ROUND));
    const after = await held();
    say('after', after);
    const left = after.heap + after.buffers - before.heap - before.buffers;
    console.log(`left: ${mb(left)} MB of memory`);
    if (left > MAX_LEFT) throw new Error(`${mb(left)} MB are left`);
    for (const [kind, count] of Object.entries(after.resources))
      if (count > (before.resources[kind] ?? 0)) throw new Error(`${count - (before.resources[kind] ?? 0)} more of ${kind}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openAndClose(folder: string, { documents, folders, panels }: Round): Promise<void> {
  for (let number = 0; number < documents; number++) {
    const path = join(folder, `${number}.trail.json`);
    writeFileSync(path, JSON.stringify(eventsOf(number), null, 2));
    // Not by `openTextDocument`: the editor keeps what it opens that way for some minutes.
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(path), { preview: false });
    if (number % 10 !== 9) continue;
    await closeAll();
    console.log(`${number + 1} documents`);
  }
  await closeAll();
  for (let number = 0; number < folders; number++) {
    const path = join(folder, `objects-${number}`);
    mkdirSync(path, { recursive: true });
    for (let object = 0; object < OBJECTS; object++)
      writeFileSync(join(path, `${object}.json.gz`), gzipSync(JSON.stringify(eventsOf(object).slice(0, 50))));
    await vscode.commands.executeCommand('trail.openFolder', vscode.Uri.file(path));
    console.log(`${number + 1} folders`);
    await until('the folder', () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0));
    await closeAll();
  }
  const log = vscode.Uri.file(join(folder, '0.trail.json'));
  for (let number = 0; number < panels; number++) {
    await vscode.commands.executeCommand('vscode.open', log, { preview: false, viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('trail.openOverview');
    console.log(`${number + 1} overviews`);
    await until('the panel', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview)),
    );
    await closeAll();
  }
}

function shareOf({ documents, folders, panels }: Round): Round {
  const share = (count: number): number => Math.ceil((count * SHARE) / 100);
  return { documents: share(documents), folders: share(folders), panels: share(panels) };
}

function eventsOf(number: number): readonly unknown[] {
  return Array.from({ length: EVENTS }, (_, index) => event(number * EVENTS + index));
}

async function closeAll(): Promise<void> {
  await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
  await until('no tab', () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
}

/** What the host holds once it has come to rest: documents are given up by the editor some minutes after their tabs. */
async function held(): Promise<Held> {
  const logs = (): number => vscode.workspace.textDocuments.filter(({ fileName }) => fileName.includes('trail-soak-')).length;
  for (let time = 0; time < 60 && logs() > 0; time++) {
    console.log(`${logs()} documents are still open`);
    await pause(5_000);
  }
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let time = 0; time < 5; time++) {
    await pause(1_000);
    collect();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  return { heap: heapUsed, buffers: arrayBuffers, resources };
}

function say(when: string, { heap, buffers, resources }: Held): void {
  console.log(`${when}: heap ${mb(heap)} MB, buffers ${mb(buffers)} MB, ${JSON.stringify(resources)}`);
}

const mb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
