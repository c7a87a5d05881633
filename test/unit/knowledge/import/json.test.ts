import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventsOf, importTexts, problemsOf } from './run';

const json = (value: unknown): Record<string, string> => ({ 'a.json': JSON.stringify(value, undefined, 1) });

describe('import of JSON of our schema', () => {
  it('takes one file and a list of them', () => {
    const ecs = {
      service: 'ecs',
      also: ['Ecs2'],
      source: '我们',
      events: { A: { zh: '甲', en: 'A.', kind: 'read', note: { zh: '注', en: 'N.' } } },
    };
    const result = importTexts(json(ecs));
    assert.deepEqual(
      result.files.map(({ service, also, source }) => ({ service, also, source })),
      [{ service: 'ecs', also: ['ecs2'], source: '我们' }],
    );
    assert.deepEqual(eventsOf(result), ['ecs/A 甲 A. read']);
    assert.deepEqual(result.files[0]?.events['A']?.note, { zh: '注', en: 'N.' });
    assert.deepEqual(eventsOf(importTexts(json([ecs, { service: 'x-y', events: { B: { en: 'B.' } } }]))), [
      'ecs/A 甲 A. read',
      'x-y/B - B.',
    ]);
  });

  it('reports what the schema does not allow, with the line, and takes the rest', () => {
    const result = importTexts(
      json({
        service: 'ecs',
        extra: 1,
        events: {
          A: { zh: '甲', en: 'A.', kind: 'nonsense' },
          B: { kind: 'read' },
          C: 'text',
          D: { zh: '', en: 'D.' },
          E: { en: 'E.', why: { zh: '只' } },
        },
      }),
    );
    assert.deepEqual(eventsOf(result), ['ecs/A 甲 A.', 'ecs/D - D.', 'ecs/E - E.']);
    assert.deepEqual(problemsOf(result), [
      'a.json:3 bad-entry extra',
      'a.json:8 bad-entry kind',
      'a.json:10 no-meaning B',
      'a.json:13 bad-entry C',
      'a.json:15 bad-entry zh',
      'a.json:20 bad-entry why',
    ]);
    assert.deepEqual(
      problemsOf(
        importTexts(
          json([
            { service: 'no spaces', events: {} },
            { service: 'ok', events: {} },
          ]),
        ),
      ),
      ['a.json:3 bad-entry service'],
    );
  });

  it('reports what is no JSON, or other JSON', () => {
    assert.deepEqual(problemsOf(importTexts({ 'a.json': '{\n "service": "ecs",\n "events": {,}\n}' })), [
      'a.json:3 bad-json ValueExpected',
    ]);
    assert.deepEqual(problemsOf(importTexts({ 'a.json': '{"a":1}' })), ['a.json: unknown-format']);
    assert.deepEqual(problemsOf(importTexts({ 'a.json': 'null' })), ['a.json: unknown-format']);
    assert.deepEqual(problemsOf(importTexts({ 'a.txt': 'x' })), ['a.txt: unknown-format']);
    assert.equal(importTexts({ 'a.json': '['.repeat(200_000) }).problems[0]?.code, 'bad-json');
    assert.equal(importTexts({ 'a.json': `${'['.repeat(200_000)}${']'.repeat(200_000)}` }).problems[0]?.code, 'unknown-format');
  });

  it('takes names that objects inherit', () => {
    const result = importTexts({ 'a.json': '{"service":"x","events":{"__proto__":{"en":"P."},"constructor":{"en":"C."}}}' });
    assert.deepEqual(eventsOf(result), ['x/__proto__ - P.', 'x/constructor - C.']);
  });
});

describe("import of the vendor's metadata", () => {
  const version = (apis: unknown): string => JSON.stringify({ version: '2014-05-26', style: 'rpc', apis });

  it('takes both languages of a product: the title, unless it is only the name', () => {
    const result = importTexts({
      'x/zh-CN/ecs/version.json': version({
        StopInstance: { title: '停止一台实例', summary: '调用 StopInstance。', deprecated: false },
        GetOld: { title: 'GetOld', summary: '查询旧的', deprecated: true },
        Bare: { title: 'Bare', summary: '' },
      }),
      'x/en-US/ecs/version.json': version({
        StopInstance: { title: 'StopInstance', summary: 'Stops an instance.' },
        GetOld: { title: 'Get old', summary: '查询' },
        Bare: { title: '', summary: '' },
      }),
    });
    assert.deepEqual(eventsOf(result), ['ecs/StopInstance 停止一台实例 Stops an instance.', 'ecs/GetOld 查询旧的 -']);
    assert.equal(result.files[0]?.events['GetOld']?.note?.en, 'This operation is deprecated.');
    assert.deepEqual(problemsOf(result), ['x/en-US/ecs/version.json: no-meaning Bare']);
  });

  it('takes marks that the metadata escapes for Markdown as they are meant', () => {
    const texts = { 'x/en-US/ecs/version.json': version({ AskDoc: { title: 'Document Q\\&A', summary: '' } }) };
    assert.deepEqual(eventsOf(importTexts(texts)), ['ecs/AskDoc - Document Q&A']);
  });

  it('takes the form of the service, with the language of the texts', () => {
    const answer = (title: string): string =>
      JSON.stringify({ info: { product: 'Sts' }, apis: { AssumeRole: { title, operationType: 'read' } } });
    const result = importTexts({ 'Sts.json': answer('扮演角色'), 'Sts2.json': answer('Assumes a role.') });
    assert.deepEqual(eventsOf(result), ['sts/AssumeRole 扮演角色 Assumes a role. read']);
  });

  it('reports a file in the wrong language', () => {
    const result = importTexts({
      'en-US/ecs/version.json': version({ A: { title: '甲' }, B: { title: '乙' } }),
      'zh-CN/rds/version.json': version({ A: { title: 'Does.' } }),
    });
    assert.deepEqual(problemsOf(result), [
      'en-US/ecs/version.json: wrong-language en',
      'zh-CN/rds/version.json: wrong-language zh',
    ]);
    assert.equal(result.count, 0);
  });

  it('takes names of products and regions', () => {
    const result = importTexts({
      'zh-CN/products.json': JSON.stringify({
        products: [{ code: 'Ecs', name: '云服务器', endpoints: { 'cn-x': { regionId: 'cn-x', regionName: '某地' } } }],
      }),
      'en-US/products.json': JSON.stringify({
        products: [
          { code: 'Ecs', name: 'Elastic Compute Service', endpoints: { 'cn-x': { regionId: 'cn-x', regionName: 'Somewhere' } } },
        ],
      }),
    });
    assert.deepEqual(result.products.get('Ecs'), { zh: '云服务器', en: 'Elastic Compute Service' });
    assert.deepEqual(result.regions.get('cn-x'), { zh: '某地', en: 'Somewhere' });
  });
});
