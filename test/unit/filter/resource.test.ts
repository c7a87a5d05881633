import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Filter } from '../../../src/filter/filter';
import { readResources, resourceOf } from '../../../src/filter/resource';
import { Derived } from '../../../src/trail/group/groupKeys';
import { groupEvents } from '../../../src/trail/group/groups';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { event } from '../trail/logs';

const EVENTS: readonly (readonly [Record<string, unknown>, string])[] = [
  [{ resourceName: 'bucket-1', resourceType: 'ACS::OSS::Bucket' }, 'bucket-1'],
  [{ resourceName: 'vsw-1,vsw-2;vpc-1' }, 'vsw-1,vsw-2;vpc-1'],
  [{ resourceType: 'VSwitch', resourceName: '' }, 'VSwitch'],
  [{ referencedResources: { 'ACS::ECS::Instance': ['', 'i-1', 'i-2'], 'ACS::VPC::VPC': ['vpc-9'] } }, 'i-1'],
  [{ referencedResources: { 'ACS::ECS::Instance': [] } }, 'ACS::ECS::Instance'],
  [{ resourceName: 'a \\ "b" 测试' }, 'a \\ "b" 测试'],
  [{ requestParameters: { resourceName: 'inner' } }, ''],
  [{ requestParameters: '{"resourceName":"inner"}' }, ''],
  [{ resourceName: null, referencedResources: {} }, ''],
];

type Event = Record<string, unknown>;

/** How an event may lie in a log. */
const SHAPES: Readonly<Record<string, (event: Event) => string>> = {
  line: (one) => JSON.stringify(one),
  pretty: (one) => JSON.stringify([one], null, 2),
  commented: (one) => JSON.stringify(one, null, 2).replace('{', '{ // 类型'),
  'sls text': (one) => JSON.stringify({ __topic__: 'actiontrail_audit_event', __time__: '1', event: JSON.stringify(one) }),
  'sls object': (one) => JSON.stringify({ __topic__: 'actiontrail_audit_event', event: one }),
  'last used': (one) => JSON.stringify({ Events: [{ Detail: JSON.stringify(one), EventName: 'E', UsedTimestamp: 1 }] }),
  'cloud events': (one) =>
    JSON.stringify({ id: '1', source: 'acs.ecs', specversion: '1.0', type: 'ecs:ActionTrail:ApiCall', data: one }),
};

const number = (_: unknown, at: number): number => at;

describe('resources', () => {
  for (const [shape, write] of Object.entries(SHAPES))
    test(`of each event, ${shape}`, () => {
      for (const [more, resource] of EVENTS) {
        const trail = Trail.of(new StringSource(write(event(1, more))));
        const rows = Array.from({ length: trail.rows.size }, number).filter((row) => trail.isEvent(row));
        assert.ok(rows.length > 0);
        for (const row of rows) {
          assert.equal(resourceOf(trail, row), resource);
          // What a group is called finds its events.
          const filter = Filter.parse(`resource:"${resource.replace(/["\\]/g, '\\$&')}"`);
          assert.ok(filter.matcher(trail)(row), filter.text);
        }
      }
    });

  test('events in groups of them; after an edit only what changed is read again', () => {
    const texts = ['one', 'two', 'one'].map((resourceName, at) => JSON.stringify(event(at, { resourceName })));
    const text = texts.join('\n');
    const trail = Trail.of(new StringSource(text));
    const grouped = (): Record<string, number> => {
      assert.equal(finish(readResources(trail)), true);
      const groups = finish(groupEvents(trail, { by: [Derived.Resource, Column.EventName], sort: 'name' }));
      assert.ok(groups);
      return Object.fromEntries(
        [...groups.inside()].map((index) => [
          trail.resources.decode(groups.code({ level: 0, index })),
          groups.count({ level: 0, index }),
        ]),
      );
    };
    assert.deepEqual(grouped(), { one: 2, two: 1 });
    const start = text.indexOf('two');
    const edited = text.replace('two', 'three');
    trail.update(new StringSource(edited), [{ start, oldEnd: start + 3, length: 5 }]);
    const known = Array.from({ length: trail.rows.size }, number).map((row) => trail.rows.extra(row) > 0);
    // The row before the edit may be read again as well.
    assert.deepEqual(known.slice(1), [false, true]);
    assert.deepEqual(grouped(), { one: 2, three: 1 });
  });

  test('many are read in short steps', () => {
    const text = Array.from({ length: 3_000 }, (_, at) => JSON.stringify(event(at, { resourceName: `r${at % 7}` }))).join('\n');
    const trail = Trail.of(new StringSource(text));
    let steps = 0;
    for (const work = readResources(trail); work.next().done !== true;) steps++;
    assert.ok(steps > 100, String(steps));
    assert.equal(trail.resources.size, 8);
  });
});
