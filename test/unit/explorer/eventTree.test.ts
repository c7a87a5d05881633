import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EventTree } from '../../../src/explorer/eventTree';
import { type TreeNode } from '../../../src/explorer/node';
import { MAX_SIBLINGS } from '../../../src/trail/group/buckets';
import { groupEvents } from '../../../src/trail/group/groups';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';

const BY = [Column.EventName, Column.Account];

interface Event {
  readonly id?: string;
  readonly name: string;
  readonly account?: string;
  readonly time?: number;
}

const write = (events: readonly Event[]): string =>
  events
    .map(({ id, name, account, time }) =>
      JSON.stringify({
        eventId: id,
        eventName: name,
        acsRegion: 'cn-hangzhou',
        eventTime: time === undefined ? undefined : new Date(time).toISOString().replace('.000', ''),
        userIdentity: { accountId: account ?? '11111' },
      }),
    )
    .join('\n');

const LOG = { key: 'log', title: 'log.json', isDuplicate: () => false, eventFindings: () => [], limits: () => [] };

const treeOf = (trail: Trail, by: readonly Column[] = BY, limit?: number, limits: readonly string[] = []): EventTree => {
  const groups = finish(groupEvents(trail, { by, sort: 'name' }, undefined, limit));
  assert.ok(groups);
  return new EventTree({ ...LOG, limits: () => limits }, trail, groups);
};

function* all(tree: EventTree, parent?: TreeNode): IterableIterator<TreeNode> {
  for (const node of tree.children(parent)) {
    assert.equal(node.parent, parent);
    yield node;
    yield* all(tree, node);
  }
}

const path = (node: TreeNode | undefined): string[] => (node === undefined ? [] : [...path(node.parent), node.id]);

describe('the tree of events', () => {
  test('groups in groups, then events', () => {
    const tree = treeOf(
      Trail.of(new StringSource(write([{ name: 'B' }, { name: 'A', account: '22222' }, { name: 'A' }, { name: 'B' }]))),
    );
    const shown = [...all(tree)].map((node) =>
      node.kind === 'group' ? tree.value(node.group) : `row ${node.kind === 'event' ? node.row : '?'}`,
    );
    assert.deepEqual(shown, ['A', '11111', 'row 2', '22222', 'row 1', 'B', '11111', 'row 0', 'row 3']);
  });

  test('no two nodes have the same id, also where events have the same or none', () => {
    const events = Array.from({ length: 60 }, (_, at): Event => ({
      name: `N${at % 3}`,
      ...(at % 2 === 0 ? { id: 'same' } : {}),
    }));
    const ids = [...all(treeOf(Trail.of(new StringSource(write(events)))))].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('what is not told apart is one node behind the others, in which every event is found', () => {
    const events = Array.from({ length: 1_500 }, (_, at): Event => ({
      id: `${at}`,
      name: at % 3 === 0 ? 'Often' : `Name${at}`,
      account: `${at % 7}`,
    }));
    const trail = Trail.of(new StringSource(write(events)));
    const tree = treeOf(trail, BY, 5);
    const nodes = tree.children();
    assert.deepEqual(
      nodes.map(({ kind }) => kind),
      [...Array<string>(5).fill('group'), 'rest'],
    );
    const [rest] = nodes.slice(-1);
    assert.equal(tree.groups.restOf(rest?.kind === 'rest' ? rest.group : { level: 0, index: 0 }), 996);
    assert.equal(rest && tree.rows(rest).length, 996);
    const ids = [...all(tree)].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (let row = 0; row < trail.rows.size; row++) {
      const node = tree.find(row);
      assert.equal(node?.row, row);
      assert.equal(node && tree.counterpart(node)?.id, node?.id);
    }
  });

  test('why not all of the log is there stands at its end', () => {
    const tree = treeOf(Trail.of(new StringSource(write([{ name: 'A' }]))), BY, undefined, ['no more', 'not read']);
    assert.deepEqual(
      tree.children().map((node) => (node.kind === 'limit' ? node.reason : node.kind)),
      ['group', 'no more', 'not read'],
    );
  });

  test('ids of other logs and other groupings are different', () => {
    const trail = Trail.of(new StringSource(write([{ name: 'A' }])));
    const [one] = treeOf(trail).children();
    const [other] = treeOf(trail, [Column.Account, Column.EventName]).children();
    assert.notEqual(one?.id, other?.id);
  });

  test('every event is found below its groups, in a list of any length', () => {
    const start = Date.UTC(2026, 2, 2);
    const events = Array.from({ length: 4_000 }, (_, at): Event => ({
      name: at % 4 === 0 ? `Name${at}` : 'Often',
      account: at % 3 === 0 ? '22222' : '11111',
      ...(at % 5 === 0 ? {} : { time: start + at * 60_000 }),
    }));
    const tree = treeOf(Trail.of(new StringSource(write(events))));
    const nodes = [...all(tree)];
    assert.equal(nodes.filter(({ kind }) => kind === 'event').length, 4_000);
    assert.ok(nodes.some(({ kind }) => kind === 'stretch'));
    assert.ok(nodes.some(({ kind }) => kind === 'span'));
    for (const node of [undefined, ...nodes]) assert.ok(tree.children(node).length <= MAX_SIBLINGS);
    for (let row = 0; row < 4_000; row++) {
      const node = tree.find(row);
      assert.equal(node?.row, row);
      assert.equal(tree.counterpart(node), node);
    }
  });

  test('only what was asked for is made', () => {
    const events = Array.from({ length: 30_000 }, (_, at): Event => ({ name: `N${at % 100}` }));
    const tree = treeOf(Trail.of(new StringSource(write(events))));
    const made = (tree as unknown as { made: Map<string, readonly TreeNode[]> }).made;
    assert.equal(tree.children().length, 100);
    assert.equal(made.size, 1);
  });

  test('a row that is no event, or none at all, is nowhere', () => {
    const tree = treeOf(Trail.of(new StringSource(`stray\n${write([{ name: 'A' }])}`)));
    assert.equal(tree.find(-1), undefined);
    assert.equal(tree.find(99), undefined);
    assert.equal(tree.find(0), undefined);
  });

  test('after an edit nodes are the same ones: new events before them, a changed value in them', () => {
    const text = write([
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
      { id: 'c', name: 'A' },
    ]);
    const trail = Trail.of(new StringSource(text));
    const before = treeOf(trail);
    const node = before.find(2);
    assert.ok(node);
    const added = `${write([{ id: 'new', name: 'A' }])}\n`;
    trail.update(new StringSource(added + text), [{ start: 0, oldEnd: 0, length: added.length }]);
    const after = treeOf(trail);
    const found = after.counterpart(node);
    assert.equal(found?.kind === 'event' && found.row, 3);
    assert.deepEqual(path(found), path(node));
    const gone = (added + text).replace(/"c",/, '"d",');
    trail.update(new StringSource(gone), [{ start: 0, oldEnd: (added + text).length, length: gone.length }]);
    assert.equal(treeOf(trail).counterpart(node), undefined);
  });
});
