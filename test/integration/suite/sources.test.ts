import assert from 'node:assert/strict';
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { CurrentLog } from '../../../src/workspace/currentLog';
import { eventOpener } from '../../../src/explorer/eventOpener';
import { EventsProvider } from '../../../src/explorer/eventsProvider';
import { type TreeNode } from '../../../src/explorer/node';
import { Preferences } from '../../../src/explorer/preferences';
import { ViewProgress } from '../../../src/explorer/viewProgress';
import { nodePlatform } from '../../../src/platform/node/platform';
import { EDITOR_LIMIT, MAX_UNZIPPED } from '../../../src/sources/limits';
import { OpenFolder } from '../../../src/workspace/openFolder';
import { contentUri } from '../../../src/workspace/gzipFiles';
import { Filters } from '../../../src/workspace/filters';
import { GroupLimits } from '../../../src/workspace/groupLimits';
import { Marks } from '../../../src/workspace/marks';
import { EVENT_SCHEME, SUMMARY_SCHEME } from '../../../src/workspace/language';
import { Logs } from '../../../src/workspace/logs';
import { Sources } from '../../../src/workspace/sources';
import { Trails } from '../../../src/workspace/trails';
import { bombOf } from '../../bomb';
import { makeIrregular, makePipe } from '../../irregular';
import { closeAll, codesOf, event, eventLine, LANGUAGE, problemsOf, published, ROOT, said, told } from './documents';
import { hoverOn } from './hovers';
import { Memory } from './memory';
import { pause, until } from './wait';

const folder = mkdtempSync(join(tmpdir(), 'trail-sources-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): vscode.Uri {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return vscode.Uri.file(path);
}

const id = (number: number): string => `"E0000000-0000-4000-8000-${String(number).padStart(12, '0')}"`;
const line = (number: number, changes: Readonly<Record<string, string | undefined>> = {}): string =>
  `${eventLine({ eventId: id(number), requestId: id(number), ...changes })}\n`;
const linesOf = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => line(from + index)).join('');
const number = (value: number): string => new Intl.NumberFormat(LANGUAGE).format(value);

interface Large {
  readonly uri: vscode.Uri;
  readonly events: number;
}
let made: Large | undefined;

/** A log beyond the limit of the editor. Every thousandth event has a bad time. Made once: whoever writes to it takes a copy. */
function largeLog(): Large {
  if (made !== undefined) return made;
  const uri = put('large.jsonl', '');
  const file = openSync(uri.fsPath, 'w');
  let events = 0;
  for (let written = 0; written < EDITOR_LIMIT + 1_000_000;) {
    const part = Array.from({ length: 2_000 }, () =>
      line(++events, {
        eventName: `"${['StopInstance', 'AppendVSwitchId', 'CreateUser'][events % 3] ?? ''}"`,
        ...(events % 1_000 === 0 ? { eventTime: '"yesterday"' } : {}),
        requestParameters: String.raw`{"Bid": 1187000000004544000, "VSwitchIds": "[\"vsw-1\",\"vsw-2\"]"}`,
      }),
    ).join('');
    written += writeSync(file, part);
  }
  closeSync(file);
  made = { uri, events };
  return made;
}

const inputs = (): (vscode.Uri | undefined)[] =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.map(({ input }) => (input instanceof vscode.TabInputText ? input.uri : undefined)),
  );
const documentAt = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
const problemTexts = (document: vscode.TextDocument): readonly string[] => problemsOf(document).map(({ message }) => message);

/** Opens a compressed file by the command, and waits for its content. */
async function openCompressed(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const content = contentUri(uri);
  return published(async () => {
    await vscode.commands.executeCommand('trail.openCompressed', uri);
    return until('the content', () => documentAt(content));
  });
}

/** Waits until the editor has read a file again. It begins to watch some time after it has opened it: the file is touched until it looks. */
async function noticed(what: string, { fsPath }: vscode.Uri, holds: () => boolean): Promise<void> {
  const timer = setInterval(() => {
    utimesSync(fsPath, new Date(), new Date());
  }, 2_000);
  try {
    await until(what, holds);
  } finally {
    clearInterval(timer);
  }
}

/** The parts behind the view, on the real editor; logs are opened here a second time. */
class Parts {
  readonly trails = new Trails(told);
  readonly sources = new Sources(nodePlatform(join(ROOT, 'dist')), this.trails, told);
  readonly documents = this.sources.documents;
  readonly logs = new Logs(this.trails, this.sources);
  readonly current = new CurrentLog(this.logs);
  readonly preferences = new Preferences(new Memory());
  readonly filters = new Filters(new Memory());
  readonly marks = new Marks(new Memory());
  readonly groupLimits = new GroupLimits();
  readonly provider = new EventsProvider(this.current, this.preferences, this.filters, this.marks, this.groupLimits, told);
  readonly open = eventOpener(this.provider);

  dispose(): void {
    const { provider, filters, marks, preferences, current, logs, sources, trails } = this;
    for (const part of [provider, filters, marks, preferences, current, logs, sources, trails]) part.dispose();
  }

  /** Nodes as `label (description)`. */
  shown(parent?: TreeNode): string[] {
    return this.provider.getChildren(parent).map((node) => {
      const { label, description } = this.provider.getTreeItem(node);
      return `${typeof label === 'string' ? label : ''} (${String(description)})`;
    });
  }

  /** The first nodes from the outermost on, down to an event. */
  path(): TreeNode[] {
    const path: TreeNode[] = [];
    for (let node = this.provider.getChildren()[0]; node !== undefined; node = this.provider.getChildren(node)[0]) {
      path.push(node);
      if (node.kind === 'event') break;
    }
    return path;
  }
}

describe('logs that are no documents', () => {
  let parts: Parts;

  beforeEach(async () => {
    await closeAll();
    parts = new Parts();
  });
  afterEach(async () => {
    await closeAll();
    parts.dispose();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('what is no regular file is named and left alone: files can be read afterwards', async function () {
    const pipes = join(folder, 'pipes');
    mkdirSync(pipes);
    if (makeIrregular(pipes).length === 0) this.skip();
    for (let count = 0; count < 5; count++) assert.ok(makePipe(join(pipes, `${count}.json`)));
    const log = put('pipes/log.jsonl', linesOf(0, 3));
    const { source, reading } = parts.sources.openFolder(vscode.Uri.file(pipes));
    await reading;
    assert.equal(source.trail.events, 3);
    const reason = vscode.l10n.t('This is no regular file, but a folder, a pipe, a device or a socket.');
    const named = source.summary().filter((text) => text.endsWith(reason));
    assert.equal(named.length, 10, source.summary().join('\n'));
    // Opened on their own they are refused as well, and as catalogues.
    const pipe = vscode.Uri.file(join(pipes, 'pipe.json'));
    await vscode.commands.executeCommand('trail.openLog', pipe);
    void vscode.commands.executeCommand('trail.addCatalogue', [pipe, vscode.Uri.file(pipes)], { service: 'Ecs' });
    assert.equal((await vscode.workspace.fs.readFile(log)).length, Buffer.byteLength(linesOf(0, 3)));
    assert.equal(documentAt(pipe), undefined);
  });

  describe('compressed', () => {
    const text = `[${[event({ eventId: id(1) }), event({ eventId: id(2), eventTime: '"yesterday"' })].join(',\n')}]\n`;

    it('opens by the command, for reading, with hover, problems, outline and tree; nothing is written beside it', async () => {
      const uri = put('a/day.json.gz', gzipSync(text));
      const document = await openCompressed(uri);
      assert.equal(document.getText(), text);
      assert.equal(document.languageId, 'trail-json');
      assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), false);
      assert.match(await hoverOn(document, 'StopInstance'), /Stops one instance/);
      assert.deepEqual(codesOf(document), ['bad-time']);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      assert.equal(symbols.length, 2);
      await parts.provider.settled();
      assert.match(parts.shown()[0] ?? '', /^StopInstance \(2/);
      assert.deepEqual(readdirSync(dirname(uri.fsPath)), ['day.json.gz']);
    });

    it('opens by a double click where the name says what it is, and by "Open With" where it does not', async () => {
      const named = put('b/day.json.gz', gzipSync(text));
      await vscode.commands.executeCommand('vscode.open', named);
      await until('the content', () => inputs().some((uri) => uri?.toString() === contentUri(named).toString()));
      assert.equal(inputs().length, 1, 'the editor that gave way is closed');
      const other = put('b/other.gz', gzipSync(text));
      await vscode.commands.executeCommand('vscode.openWith', other, 'trail.compressedAny');
      await until('the content', () => inputs().some((uri) => uri?.toString() === contentUri(other).toString()));
      await until('a log', () => documentAt(contentUri(other))?.languageId === 'trail-json');
    });

    it('is read to its end where it was written in parts', async () => {
      const document = await openCompressed(put('members.jsonl.gz', Buffer.concat([1, 2, 3].map((n) => gzipSync(line(n))))));
      assert.equal(document.getText(), linesOf(1, 4));
      assert.deepEqual(problemTexts(document), []);
    });

    it('shows what could be read of one that is cut off or damaged, and says where that ends @words', async () => {
      const whole = linesOf(0, 2_000);
      const packed = gzipSync(whole);
      const cut = await openCompressed(put('cut.jsonl.gz', packed.subarray(0, packed.length >> 1)));
      const read = Buffer.byteLength(cut.getText());
      assert.ok(read > whole.length / 4 && read < whole.length && whole.startsWith(cut.getText()));
      const message = 'The compressed file is cut off: only the first {0} bytes of its content could be read.';
      await until('the problem', () => problemTexts(cut).includes(said(message, number(read))));
      const problem = problemsOf(cut).find((one) => one.message === said(message, number(read)));
      assert.deepEqual(problem?.range.end, cut.lineAt(cut.lineCount - 1).range.end);
      await closeAll();
      const broken = Buffer.from(packed);
      broken.fill(0x55, packed.length >> 1, (packed.length >> 1) + 100);
      const damaged = await openCompressed(put('damaged.jsonl.gz', broken));
      assert.ok(damaged.getText().startsWith(whole.slice(0, whole.length >> 2)));
      const [start = ''] = said('The compressed file is damaged: only the first {0} bytes of its content could be read.').split(
        '{0}',
      );
      await until('the problem', () => problemTexts(damaged).some((one) => one.startsWith(start)));
    });

    it('ends at the limit, which names itself, however far it would grow', async () => {
      const part = Buffer.from(linesOf(0, 2_000));
      const uri = put(
        'bomb.jsonl.gz',
        gzipSync(Buffer.concat(Array.from({ length: Math.ceil((MAX_UNZIPPED * 1.1) / part.length) }, () => part))),
      );
      const document = await openCompressed(uri);
      assert.ok(document.getText().length <= EDITOR_LIMIT);
      await until('the problem', () => problemTexts(document).some((one) => one.includes('MAX_UNZIPPED')));
    });

    it('is read like a large file where its content is beyond the limit of the editor @words', async () => {
      const { uri, events } = largeLog();
      const packed = put('large-content.jsonl.gz', gzipSync(readFileSync(uri.fsPath), { level: 1 }));
      await vscode.commands.executeCommand('trail.openCompressed', packed);
      const summary = vscode.window.activeTextEditor?.document;
      assert.equal(summary?.uri.scheme, SUMMARY_SCHEME);
      await until('the summary', () => summary.getText().includes(said('Events: {0}', number(events))));
    });

    it('a bomb of nothing leaves the editor alive', async () => {
      const before = process.memoryUsage().rss;
      await vscode.commands.executeCommand('trail.openCompressed', put('zeros.gz', bombOf(1 << 30)));
      assert.ok(process.memoryUsage().rss - before < 400e6);
      const after = await openCompressed(put('c/day.json.gz', gzipSync(text)));
      assert.equal(after.getText(), text);
    });

    it('is read again when it has changed', async () => {
      const uri = put('again.jsonl.gz', gzipSync(linesOf(0, 2)));
      const document = await openCompressed(uri);
      put('again.jsonl.gz', gzipSync(linesOf(0, 3)));
      await until('the new event', () => document.getText() === linesOf(0, 3));
    });
  });

  describe('beyond the limit of the editor', () => {
    it('fills the tree; a click opens the event in one tab, with hover, problems and outline; findings are in the tree', async () => {
      const { uri, events } = largeLog();
      await vscode.commands.executeCommand('vscode.open', uri);
      const { source, reading } = await parts.sources.openFile(uri);
      await until('the tree while the log is read', () => parts.shown().length === 3 || source.trail.isComplete);
      await reading;
      await parts.provider.settled();
      assert.equal(source.trail.events, events);
      assert.equal(parts.shown().length, 3);
      const event = parts.path().at(-1);
      assert.equal(event?.kind, 'event');
      await parts.open(event);
      const shown = (): vscode.Uri[] => inputs().flatMap((one) => (one?.scheme === EVENT_SCHEME ? [one] : []));
      assert.equal(shown().length, 1);
      const [first] = shown();
      assert.ok(first);
      assert.ok(
        inputs().some((one) => one?.toString() === uri.toString()),
        'the log stays open',
      );
      const document = documentAt(first);
      assert.ok(document);
      assert.ok(document.lineCount > 10);
      assert.match(document.getText(), /"Bid": 1187000000004544000,/);
      await until('the language', () => document.languageId === 'trail-json');
      assert.match(await hoverOn(document, 'vsw-1'), /vsw-2/);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        first,
      );
      assert.ok(symbols.length > 0);
      // An event with a mistake: row 999 is the first.
      const bad = parts.provider.tree?.find(999);
      assert.ok(bad);
      await parts.open(bad);
      assert.equal(shown().length, 1, 'the tab is used again');
      const [second] = shown();
      assert.ok(second && second.toString() !== first.toString());
      const badDocument = documentAt(second);
      assert.ok(badDocument);
      await until('the problem', () => codesOf(badDocument).includes('bad-time'));
      await until('the finding in the tree', () => parts.provider.getChildren(bad).some((node) => node.kind === 'finding'));
      const finding = parts.provider.getChildren(bad).find((node) => node.kind === 'finding' && node.finding.code === 'bad-time');
      assert.ok(finding);
      await parts.open(finding);
      assert.equal(vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection), '"yesterday"');
      assert.equal(parts.provider.log?.selectedRow(), 999);
    });

    it('is followed when it grows, and read again when it is another file', async () => {
      const { uri: large, events } = largeLog();
      const uri = put('growing.jsonl', '');
      copyFileSync(large.fsPath, uri.fsPath);
      const { source, reading } = await parts.sources.openFile(uri);
      await reading;
      const { trail } = source;
      assert.equal(trail.events, events);
      appendFileSync(uri.fsPath, line(events + 1) + line(events + 2).slice(0, 100));
      await until('the appended event', () => source.trail.events >= events + 1);
      appendFileSync(uri.fsPath, line(events + 2).slice(100));
      await until('the rest of the line', () => source.trail.events === events + 2);
      await until('a whole event', () => source.trail.recordText(source.trail.rows.size - 1) === line(events + 2).trimEnd());
      assert.equal(source.trail, trail, 'what was known stays');
      writeFileSync(uri.fsPath, linesOf(0, 5));
      await until('the other log', () => source.trail.isComplete && source.trail.events === 5);
      rmSync(uri.fsPath);
      await until('the reason', () => source.limits().some((one) => one.includes('ENOENT')));
      assert.equal(source.trail.events, 5);
    });
  });

  it('a log that the editor shows is followed as well: what is appended is read, and nothing else again', async () => {
    const uri = put('small.trail.jsonl', linesOf(0, 300));
    const document = await published(() => vscode.workspace.openTextDocument(uri));
    await vscode.window.showTextDocument(document);
    const open = parts.trails.get(document);
    assert.ok(open);
    await open.whenReady();
    const { rows } = open.trail;
    const notes = Array.from({ length: 300 }, (_, row) => rows.note(row));
    appendFileSync(uri.fsPath, linesOf(300, 303));
    await noticed('the appended events', uri, () => open.trail.events === 303);
    await open.whenReady();
    // The last row is looked at again: it might have gone on.
    for (let row = 0; row < 298; row++) assert.equal(rows.note(row), notes[row], `row ${row}`);
    writeFileSync(uri.fsPath, linesOf(900, 905));
    await noticed('the other log', uri, () => open.trail.events === 5);
    await open.whenReady();
    assert.equal(open.trail.recordText(0), line(900).trimEnd());
    await parts.provider.settled();
    assert.match(parts.shown()[0] ?? '', /^StopInstance \(5/);
  });

  it('work that takes longer than half a second shows its progress in the view', async () => {
    const worked = new vscode.EventEmitter<void>();
    const work = { isBusy: false, onDidWork: worked.event };
    const progress = new ViewProgress(work);
    const be = (isBusy: boolean): void => {
      work.isBusy = isBusy;
      worked.fire();
    };
    be(true);
    await pause(200);
    be(false);
    await pause(500);
    assert.equal(progress.isShown, false, 'short work is not announced');
    be(true);
    await until('the progress', () => progress.isShown);
    be(false);
    assert.equal(progress.isShown, false);
    progress.dispose();
  });

  describe('folders of delivered logs', () => {
    const MD5 = '0123456789abcdef0123456789abcdef';
    const time = (minute: number): string =>
      `"2026-03-01T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z"`;

    /** Three hundred objects as the vendor delivers them, each with two events; every tenth repeats one of the object before. */
    function putBucket(name: string): vscode.Uri {
      for (let minute = 0; minute < 300; minute++) {
        const region = minute % 2 === 0 ? 'cn-hangzhou' : 'cn-beijing';
        const stamp = `202603010${Math.floor(minute / 60)}${String(minute % 60).padStart(2, '0')}00`;
        const events = [
          event({ eventId: id(minute * 2), eventTime: time(minute) }),
          event({ eventId: id(minute % 10 === 9 ? minute * 2 - 2 : minute * 2 + 1), eventTime: time(minute) }),
        ];
        put(
          `${name}/AliyunLogs/Actiontrail/${region}/2026/03/01/Actiontrail_${region}_${stamp}_1002_2_1_${MD5}.gz`,
          gzipSync(`[${events.join(',')}]`),
        );
      }
      put(`${name}/AliyunLogs/Actiontrail/cn-hangzhou/2026/03/01/broken.gz`, Uint8Array.of(0x1f, 0x8b, 8, 0xff, 1, 2, 3, 4));
      put(`${name}/AliyunLogs/Actiontrail/notes.json`, '{"a": 1}');
      return vscode.Uri.file(join(folder, name));
    }

    it('are one log in the order of time, duplicates marked, what cannot be read listed @words', async () => {
      const uri = putBucket('bucket');
      await vscode.commands.executeCommand('trail.openFolder', uri);
      const summary = vscode.window.activeTextEditor?.document;
      assert.equal(summary?.uri.scheme, SUMMARY_SCHEME);
      await until('the summary', () => summary.getText().includes(said('Files: {0}', '302')));
      await until('the duplicates', () => summary.getText().includes(said('Duplicates by event ID: {0}', '30')));
      assert.ok(summary.getText().includes(said('Events: {0}', '600')), summary.getText());
      assert.ok(summary.getText().includes(`notes.json: ${said('The file is no ActionTrail log.')}`), summary.getText());
      assert.match(summary.getText(), /broken\.gz: \S/);
      await closeAll();
      const { source, reading } = parts.sources.openFolder(uri);
      await reading;
      const { trail } = source;
      assert.equal(trail.events, 600);
      for (let row = 1; row < 600; row++) assert.ok(trail.rows.time(row) >= trail.rows.time(row - 1));
      const editor = await parts.documents.show(source, 0, false);
      assert.match(editor.document.getText(), /"eventTime": "2026-03-01T00:00:00Z"/);
      // Behind the only group: why not all of the folder is there.
      await until('the tree', () => parts.shown().length === 2);
      const last = parts.provider.getChildren().at(-1);
      assert.deepEqual(last?.kind === 'limit' && [last.reason], source.limits());
      const marked = said('duplicate');
      const all: string[] = [];
      const walk = (node?: TreeNode): void => {
        for (const child of parts.provider.getChildren(node)) {
          const { description } = parts.provider.getTreeItem(child);
          if (child.kind === 'event') all.push(String(description));
          else walk(child);
        }
      };
      walk();
      assert.equal(all.length, 600);
      assert.equal(all.filter((one) => one.startsWith(vscode.l10n.t('duplicate')) || one.startsWith(marked)).length, 30);
    });

    it('can be left half read: what was read is there, and it says so', async () => {
      const uri = putBucket('half');
      const source = new OpenFolder(nodePlatform(join(ROOT, 'dist')), uri, parts.documents);
      const reading = source.read();
      source.dispose();
      await reading;
      assert.ok(source.trail.isComplete);
      assert.ok(source.trail.events < 600);
      assert.ok(source.limits().includes(vscode.l10n.t('The reading was stopped: the other files are not shown.')));
    });

    it('are followed: what is delivered is read, in the order of time, and nothing else again', async () => {
      const uri = putBucket('followed');
      const { source, reading } = parts.sources.openFolder(uri);
      await reading;
      assert.equal(source.trail.events, 600);
      const editor = await parts.documents.show(source, 500, false);
      const shown = editor.document.getText();
      await until('the tree', () => parts.shown().length > 0);
      assert.equal(parts.provider.log?.selectedRow(), 500);
      const late = [event({ eventId: id(9_001), eventTime: time(0) }), event({ eventId: id(9_002), eventTime: time(600) })];
      // Half of it is there first, as of a file that is being copied.
      const packed = gzipSync(`[${late.join(',\n')}]`);
      const object = `followed/AliyunLogs/Actiontrail/cn-hangzhou/2026/03/02/Actiontrail_cn-hangzhou_20260302000000_1002_2_1_${MD5}.gz`;
      let isWhole = false;
      const timer = setInterval(() => {
        put(object, isWhole ? packed : packed.subarray(0, packed.length - 10));
      }, 2_000);
      try {
        await until('the object', () =>
          source
            .limits()
            .some((one) => one.startsWith(vscode.l10n.t('Files that could not be read, or not to their end: {0}', number(3)))),
        );
        isWhole = true;
        await until('all of it', () => source.trail.events === 602 && source.limits().some((one) => one.endsWith(number(2))));
      } finally {
        clearInterval(timer);
      }
      const { trail } = source;
      for (let row = 1; row < 602; row++) assert.ok(trail.rows.time(row) >= trail.rows.time(row - 1));
      assert.match(trail.recordText(601), /9002"/);
      assert.equal(editor.document.getText(), shown, 'what is shown stays');
      assert.equal(parts.provider.log?.selectedRow(), 501, 'its row is another one now');
    });

    it('say why they cannot be read', async () => {
      const source = new OpenFolder(nodePlatform(join(ROOT, 'dist')), vscode.Uri.file(join(folder, 'nowhere')), parts.documents);
      await source.read();
      assert.ok(source.trail.isComplete);
      assert.ok(source.limits().some((one) => one.includes('ENOENT')));
    });
  });
});
