import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createCatalogue } from '../../../src/knowledge/catalogue';
import { piecesOf, type Effect } from '../../../src/knowledge/effects';
import { oppositeNames, oppositeOf } from '../../../src/knowledge/opposites';
import { riskOf, techniqueOf } from '../../../src/knowledge/risk';

const read = (name: string): unknown => JSON.parse(readFileSync(`src/knowledge/data/${name}.json`, 'utf8'));
const catalogue = createCatalogue();

describe('techniques of attackers', () => {
  const { techniques, usual, events } = read('techniques') as {
    techniques: Record<string, string>;
    usual: Record<string, string[]>;
    events: Record<string, Record<string, string>>;
  };
  const all = Object.entries(events).flatMap(([service, names]) =>
    Object.entries(names).map(([name, id]) => ({ service, name, id })),
  );

  it('are those of events that the catalogue holds, each with a reason to look', () => {
    assert.ok(all.length >= 60, String(all.length));
    for (const { service, name, id } of all) {
      const entry = catalogue.lookup(service, name);
      assert.ok(!entry.derived && entry.why, `${service} ${name}`);
      assert.equal(techniqueOf(entry)?.id, id, `${service} ${name}`);
      assert.ok(techniques[id], id);
    }
    for (const id of Object.keys(techniques))
      assert.ok(
        all.some((one) => one.id === id),
        id,
      );
    for (const [service, names] of Object.entries(usual)) for (const name of names) assert.ok(events[service]?.[name], name);
  });

  it('make a high risk, unless the event is everyday work', () => {
    const risk = (service: string, name: string): string | undefined => riskOf(catalogue.lookup(service, name));
    assert.equal(risk('actiontrail', 'StopLogging'), 'high');
    assert.equal(risk('ecs', 'RunInstances'), 'medium');
    assert.equal(risk('ecs', 'DescribeInstances'), 'low');
    assert.equal(risk('ecs', 'FrobnicateThings'), undefined);
    assert.equal(risk('unheard-of', 'StopLogging'), undefined);
  });
});

describe('opposites', () => {
  it('are found by verbs and prepositions', () => {
    for (const [name, opposite] of [
      ['AttachPolicyToUser', 'DetachPolicyFromUser'],
      ['RemoveUserFromGroup', 'AddUserToGroup'],
      ['StopLogging', 'StartLogging'],
      ['ScheduleKeyDeletion', 'CancelKeyDeletion'],
      ['Settle', undefined],
    ] as const)
      assert.equal(oppositeNames(name)[0], opposite, name);
  });

  it('are operations of the same service', () => {
    const of = (service: string, name: string): string | undefined => oppositeOf(catalogue, catalogue.lookup(service, name));
    assert.equal(of('ecs', 'RunInstances'), 'DeleteInstances');
    assert.equal(of('ecs', 'AuthorizeSecurityGroup'), 'RevokeSecurityGroup');
    assert.equal(of('vpc', 'AllocateEipAddress'), 'ReleaseEipAddress');
    assert.equal(of('ecs', 'DescribeInstances'), undefined);
    assert.equal(of('ram', 'FrobnicateThings'), undefined);
  });
});

describe('sentences on what events did', () => {
  const effects = read('effects') as Record<string, Record<string, Effect[]>>;

  it('are of events that the catalogue holds, in both languages with the same parameters', () => {
    assert.ok(Object.values(effects).flatMap((names) => Object.keys(names)).length >= 20);
    for (const [service, names] of Object.entries(effects))
      for (const [name, list] of Object.entries(names)) {
        assert.equal(catalogue.lookup(service, name).match, 'service', `${service} ${name}`);
        for (const { zh, en } of list) {
          const parameters = (text: string): string[] =>
            piecesOf(text).flatMap((piece) => (typeof piece === 'string' ? [] : piece.names.join('|')));
          assert.deepEqual(parameters(zh).sort(), parameters(en).sort(), name);
          assert.ok(parameters(en).length > 0 && !/[{}]/.test(en.replace(/\{[^{}]+\}/g, '')), en);
        }
      }
  });
});
