import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCatalogue } from '../../../src/knowledge/catalogue';
import { CatalogueSearch, type SearchResult } from '../../../src/knowledge/search';

const FILES = ['alikafka', 'zzz', 'ecs'].map((service) => ({
  service,
  events: {
    StopInstance: { zh: `停止 ${service} 实例`, en: `Stops an instance of ${service}` },
    StopInstances: { zh: '停止多个实例', en: 'Stops instances' },
    RebootIt: { zh: '重启', en: 'Stops and starts it' },
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
    find('stopinstance').rows.map(({ service, name }) => `${service} ${name}`),
    [
      'ecs StopInstance',
      'alikafka StopInstance',
      'zzz StopInstance',
      'ecs StopInstances',
      'alikafka StopInstances',
      'zzz StopInstances',
    ],
  );
});

test('words of either language are found, names before meanings', () => {
  assert.deepEqual(
    find('重启').rows.map(({ name }) => name),
    ['RebootIt', 'RebootIt', 'RebootIt'],
  );
  assert.equal(find('stops').rows[0]?.name, 'RebootIt');
  assert.equal(find('stop', 2).rows.length, 2);
  assert.equal(find('stop', 2).total, 9);
  assert.equal(find('nothing of this').total, 0);
});
