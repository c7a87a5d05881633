import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { CurrentLog } from '../../../src/workspace/currentLog';
import { type EventDocuments } from '../../../src/workspace/eventDocuments';
import { EventsProvider } from '../../../src/explorer/eventsProvider';
import { showFacets } from '../../../src/explorer/filter/facets';
import { facetOf } from '../../../src/explorer/filter/facetValues';
import { openFiltered } from '../../../src/explorer/filter/filteredDocument';
import { valuesOfGroups } from '../../../src/explorer/filter/terms';
import { type TreeNode } from '../../../src/explorer/node';
import { Preferences } from '../../../src/explorer/preferences';
import { PRESETS } from '../../../src/filter/presets';
import { finish } from '../../../src/trail/steps';
import { nodePlatform } from '../../../src/platform/node/platform';
import { EDITOR_LIMIT } from '../../../src/sources/limits';
import { Filters } from '../../../src/workspace/filters';
import { GroupLimits } from '../../../src/workspace/groupLimits';
import { contentUri } from '../../../src/workspace/gzipFiles';
import { Logs } from '../../../src/workspace/logs';
import { type OpenLog } from '../../../src/workspace/openLog';
import { Marks } from '../../../src/workspace/marks';
import { Sources } from '../../../src/workspace/sources';
import { Trails } from '../../../src/workspace/trails';
import { closeAll, eventLine, ROOT, told } from './documents';
import { Memory } from './memory';
import { actUntil, until } from './wait';

const folder = mkdtempSync(join(tmpdir(), 'trail-filtered-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

const untitled = (): readonly vscode.TextDocument[] =>
  vscode.workspace.textDocuments.filter(({ isUntitled, isClosed }) => isUntitled && !isClosed);

/** Three names in turn; every fifth event failed, every event is of one of two resources or of none. */
const NAMES = ['DeleteUser', 'DescribeInstances', 'StopInstance'];
const line = (number: number): string =>
  `${eventLine({
    eventId: `"E0000000-0000-4000-8000-${String(number).padStart(12, '0')}"`,
    eventName: `"${NAMES[number % 3] ?? ''}"`,
    errorCode: number % 5 === 0 ? '"Forbidden"' : undefined,
    resourceName: number % 4 === 0 ? undefined : `"r-${number % 2}"`,
  })}\n`;
/** 0 and 1 are the resources, 2 is none. */
const resourceOf = (number: number): number => (number % 4 === 0 ? 2 : number % 2);
const lines = (from: number, to: number): string => Array.from({ length: to - from }, (_, at) => line(from + at)).join('');
const counted = (to: number, holds: (number: number) => boolean): number =>
  Array.from({ length: to }, (_, number) => number).filter(holds).length;

/** The view's parts, looking at one log that no tab shows. */
class View {
  readonly trails = new Trails(told);
  readonly sources = new Sources(nodePlatform(join(ROOT, 'dist')), this.trails, told);
  readonly documents = this.sources.documents;
  readonly logs = new Logs(this.trails, this.sources);
  readonly preferences = new Preferences(new Memory());
  readonly filters = new Filters(new Memory());
  readonly marks = new Marks(new Memory());
  readonly current = new CurrentLog(this.logs);
  readonly groupLimits = new GroupLimits();
  readonly provider = new EventsProvider(this.current, this.preferences, this.filters, this.marks, this.groupLimits, told);

  /** Groups what a filter lets through. */
  async filter(log: OpenLog, text: string): Promise<{ readonly shown: number; readonly hidden: number }> {
    assert.deepEqual(this.filters.set(log, text).problems, [], text);
    const tree = await this.provider.settled();
    assert.ok(tree);
    return { shown: tree.groups.size, hidden: tree.groups.hidden };
  }

  labels(parent?: TreeNode): string[] {
    return this.provider.getChildren(parent).map((node) => {
      const { label } = this.provider.getTreeItem(node);
      return typeof label === 'string' ? label : '';
    });
  }

  dispose(): void {
    const { provider, current, logs, sources, filters, marks, preferences, trails } = this;
    for (const part of [provider, current, logs, sources, filters, marks, preferences, trails]) part.dispose();
  }
}

/** What holds for every kind of log: counts, presets, what is opened as a document. */
async function check(view: View, log: OpenLog, count: number): Promise<void> {
  await until(
    'the log',
    () => log.trail.isComplete,
    () => log.trail.rows.size,
  );
  assert.deepEqual(await view.filter(log, ''), { shown: count, hidden: 0 });
  for (const [text, holds] of [
    [PRESETS.deletions, (number: number) => number % 3 === 0],
    [PRESETS.failures, (number: number) => number % 5 === 0],
    ['resource:r-1 name:Stop*', (number: number) => number % 2 === 1 && number % 3 === 2],
  ] as const) {
    const shown = counted(count, holds);
    assert.deepEqual(await view.filter(log, text), { shown, hidden: count - shown }, text);
  }
  await view.filter(log, '');
  await view.preferences.groupBy(['resource', 'name']);
  const tree = await view.provider.settled();
  assert.ok(tree);
  assert.deepEqual(new Set(view.labels()), new Set(['r-0', 'r-1', vscode.l10n.t('(no resource)')]));
  const sizes = view.provider.getChildren().map((node) => tree.rows(node).length);
  assert.deepEqual(
    sizes.sort((a, b) => a - b),
    [0, 1, 2].map((rest) => counted(count, (number) => resourceOf(number) === rest)).sort((a, b) => a - b),
  );
  // Last: the new document is a log as well, and the view looks at it.
  const few = 'name:DeleteUser error:* id:*00000000';
  assert.deepEqual(await view.filter(log, `${few}30`), { shown: 1, hidden: count - 1 });
  await openFiltered(log, view.filters);
  await until('the document', () => untitled().some((one) => one.getText() === line(30)));
}

describe('filters and groups of logs that are no plain documents', () => {
  let view: View;
  beforeEach(() => {
    view = new View();
  });
  afterEach(async () => {
    view.dispose();
    await closeAll();
  });

  it('a compressed file', async () => {
    const path = join(folder, 'packed.trail.jsonl.gz');
    writeFileSync(path, gzipSync(lines(0, 100)));
    const uri = vscode.Uri.file(path);
    await vscode.commands.executeCommand('trail.openCompressed', uri);
    await until('the content', () => view.current.log?.uri.toString() === contentUri(uri).toString());
    await check(view, view.current.log as OpenLog, 100);
  });

  it('a folder of delivered objects, also by file', async () => {
    const bucket = join(folder, 'bucket');
    mkdirSync(bucket);
    writeFileSync(join(bucket, 'a.jsonl.gz'), gzipSync(lines(0, 60)));
    writeFileSync(join(bucket, 'b.jsonl'), lines(60, 100));
    const { source, reading } = view.sources.openFolder(vscode.Uri.file(bucket));
    await reading;
    await show(view, source);
    await view.preferences.groupBy(['file', 'name']);
    const tree = await view.provider.settled();
    assert.ok(tree);
    assert.deepEqual(view.labels(), ['a.jsonl.gz', 'b.jsonl']);
    assert.deepEqual(valuesOfGroups(view.provider.getChildren()[1] as TreeNode, tree), [{ field: 'file', value: 'b.jsonl' }]);
    assert.deepEqual(await view.filter(source, 'file:b.jsonl'), { shown: 40, hidden: 60 });
    assert.deepEqual(await view.filter(source, '-file:b.jsonl'), { shown: 60, hidden: 40 });
    const countsOf = (field: 'file' | 'resource' | 'hour'): readonly (readonly [string, number])[] =>
      finish(facetOf(source.trail, field))?.values.map(({ value, count }) => [value, count] as const) ?? [];
    assert.deepEqual(countsOf('file'), [
      ['a.jsonl.gz', 60],
      ['b.jsonl', 40],
    ]);
    assert.deepEqual(
      new Map(countsOf('resource')),
      new Map(['r-0', 'r-1', ''].map((value, rest) => [value, counted(100, (number) => resourceOf(number) === rest)])),
    );
    assert.equal(
      countsOf('hour').reduce((sum, [, count]) => sum + count, 0),
      100,
    );
    await view.filter(source, '');
    const narrowed = showFacets(source, view.filters);
    await actUntil(
      'the most frequent name to be chosen',
      () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
      () => !view.filters.of(source).isEmpty,
    );
    await narrowed;
    assert.equal(view.filters.of(source).text, 'name:DeleteUser');
    await check(view, source, 100);
  });

  it('a file beyond the limit of the editor', async () => {
    const count = Math.ceil(EDITOR_LIMIT / line(0).length) + 2_000;
    const path = join(folder, 'large.trail.jsonl');
    writeFileSync(path, lines(0, count));
    const { source, reading } = await view.sources.openFile(vscode.Uri.file(path));
    await reading;
    await show(view, source);
    await check(view, source, count);
    rmSync(path);
  });
});

/** Shows an event of a source, so that the view looks at it. */
async function show(view: View, source: Parameters<EventDocuments['show']>[0]): Promise<void> {
  await view.documents.show(source, 0, false);
  await until('the source in the view', () => view.current.log === source);
}
