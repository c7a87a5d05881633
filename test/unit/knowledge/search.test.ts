import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCatalogue } from '../../../src/knowledge/catalogue';
import { CatalogueSearch, type SearchResult } from '../../../src/knowledge/search';

const FILES = ['alikafka', 'zzz', 'ecs'].map((service) => ({
  service,
  events: {
    HaltGadget: { zh: `停住 ${service} 器件`, en: `Halts a gadget of ${service}` },
    HaltGadgets: { zh: '停住多个器件', en: 'Halts gadgets' },
    TwirlIt: { zh: '转圈', en: 'Halts and starts it' },
  },
}));

function find(query: string, limit = 100): SearchResult {
  const search = new CatalogueSearch(createCatalogue([{ id: 'user', source: 'Test', files: () => FILES }]));
  const steps = search.find(query, limit);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

test('of a name that many products have, that of the usual product comes first', () => {
  assert.deepEqual(
    find('haltgadget').rows.map(({ service, name }) => `${service} ${name}`),
    ['ecs HaltGadget', 'alikafka HaltGadget', 'zzz HaltGadget', 'ecs HaltGadgets', 'alikafka HaltGadgets', 'zzz HaltGadgets'],
  );
});

test('words of either language are found, names before meanings', () => {
  assert.deepEqual(
    find('转圈').rows.map(({ name }) => name),
    ['TwirlIt', 'TwirlIt', 'TwirlIt'],
  );
  assert.equal(find('halts').rows[0]?.name, 'TwirlIt');
  assert.equal(find('halt', 2).rows.length, 2);
  assert.equal(find('halt', 2).total, 9);
  assert.equal(find('nothing of this').total, 0);
});

test('operations of public APIs that no catalogue holds are found, by words of what is derived too', () => {
  assert.equal(find('DescribeLensMonitorDisks').rows[0]?.service, 'ebs');
  assert.ok(find('监控 云盘').rows.some(({ name }) => name === 'DescribeLensMonitorDisks'));
});

test('what people write is found: other spellings, synonyms, other names of products', () => {
  const builtin = new CatalogueSearch(createCatalogue());
  const names = (query: string): readonly string[] => {
    const steps = builtin.find(query, 200);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value.rows.map(({ service, name }) => `${service} ${name}`);
    }
  };
  assert.equal(names('ecs:RunInstances')[0], 'ecs RunInstances');
  assert.equal(names('delete-disk')[0], 'ecs DeleteDisk');
  assert.ok(names('ak create').includes('ram CreateAccessKey'));
  assert.deepEqual(names('授权 用户'), names('授予 用户'));
  assert.ok(names('flink namespace').some((name) => name.startsWith('foasconsole ')));
});
