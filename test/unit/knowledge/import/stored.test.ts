import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fc } from '../../property';
import { createCatalogue, type CatalogueFile } from '../../../../src/knowledge/catalogue';
import { conflictsWith } from '../../../../src/knowledge/import/conflicts';
import { readSet, type SetMeta, writeSet } from '../../../../src/knowledge/import/stored';
import { clean } from '../../../../src/knowledge/import/text';

const meta: SetMeta = {
  id: 'a',
  source: { zh: '文档', en: 'Document' },
  origin: 'files',
  date: '2024-01-02T03:04:05.000Z',
  count: 2,
  languages: ['zh', 'en'],
  conflicts: 1,
  problems: [{ file: 'a.md', line: 3, code: 'bad-name', detail: 'x' }],
  problemCount: 1,
  products: [['Ecs', '云服务器', 'ECS']],
  regions: [],
};

describe('stored sets', () => {
  it('come back as they were', () => {
    const files: CatalogueFile[] = [
      {
        service: 'ecs',
        also: ['ecs2'],
        source: 'S',
        events: { A: { zh: '甲', en: 'A.', kind: 'read' }, B: { en: 'B.', why: { zh: '因', en: 'W.' }, source: 'T' } },
      },
      { service: 'rds', events: { C: { zh: '丙' } } },
    ];
    const set = readSet(writeSet(meta, files));
    assert.deepEqual(set.meta, meta);
    assert.deepEqual(
      set.files.map(({ service, also, source, events }) => ({ service, also, source, events: { ...events } })),
      [{ ...files[0] }, { service: 'rds', also: [], source: undefined, events: { C: { zh: '丙' } } }],
    );
  });

  it('come back as they were, whatever the texts are', () => {
    const text = fc
      .string({ unit: 'binary' })
      .map(clean)
      .filter((line) => line !== '');
    const event = fc.record(
      { zh: text, en: text, kind: fc.constantFrom('read' as const, 'order' as const) },
      { requiredKeys: [], noNullPrototype: true },
    );
    const events = fc.dictionary(
      text.filter((name) => !name.includes('\t')),
      event.filter(({ zh, en }) => zh !== undefined || en !== undefined),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(events, { maxLength: 3 }), (lists) => {
        const files = lists.map((list, at) => ({ service: `s${at}`, events: list }));
        const set = readSet(writeSet(meta, files));
        assert.deepEqual(
          set.files.map((file) => ({ ...file.events })),
          files.map((file) => ({ ...file.events })),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('are refused when they are damaged or of a later version', () => {
    const text = writeSet(meta, [{ service: 'ecs', events: { A: { zh: '甲', en: 'A.' } } }]);
    assert.throws(() => readSet(''));
    assert.throws(() => readSet('{"format":99}\n'), /format 99/);
    assert.throws(() => readSet(text.slice(0, -3)), /cut off/);
    assert.throws(() => readSet('nonsense'));
  });

  it('stand between the user and the built-in catalogue', () => {
    const set = readSet(writeSet(meta, [{ service: 'ecs', events: { StopInstance: { en: 'Halts.' } } }]));
    const entry = createCatalogue([{ id: 'imported', source: meta.source, files: () => set.files }, ...createLayers()]).lookup(
      'ecs',
      'stopinstance',
    );
    assert.equal(entry.en, 'Halts.');
    assert.equal(entry.filled?.language, 'zh');
    assert.deepEqual(entry.source, meta.source);
    assert.equal(entry.layer, 'imported');
  });
});

function createLayers(): Parameters<typeof createCatalogue>[0] & object {
  return [
    { id: 'builtin', source: 'B', files: () => [{ service: 'ecs', events: { StopInstance: { zh: '停止', en: 'Stops.' } } }] },
  ];
}

describe('conflicts', () => {
  it('are other texts in the same language, not other stops or spaces', () => {
    const there: CatalogueFile = {
      service: 'ecs',
      events: { A: { zh: '停止', en: 'Stops.' }, B: { zh: '删除 ECS', en: 'Deletes.' }, C: { zh: '三' } },
    };
    const here: CatalogueFile[] = [
      {
        service: 'ecs',
        events: { A: { en: 'Halts.' }, b: { zh: '删除ECS', en: 'Deletes' }, C: { en: 'Three.' }, D: { en: 'Four.' } },
      },
    ];
    const found = [...conflictsWith(here, { id: 'builtin', source: 'B', files: () => [there] })];
    assert.deepEqual(found, [{ service: 'ecs', name: 'A', language: 'en', here: 'Halts.', there: 'Stops.' }]);
  });
});
