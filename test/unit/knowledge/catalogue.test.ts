import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  builtin,
  createCatalogue,
  type CatalogueFile,
  type CatalogueLayer,
  type LayerId,
} from '../../../src/knowledge/catalogue';
import { derive } from '../../../src/knowledge/derived';
import { allOperations } from '../../../src/knowledge/operations';
import { relativesOf } from '../../../src/knowledge/relatives';
import { allServices } from '../../../src/knowledge/services';

const layer = (id: LayerId, ...files: CatalogueFile[]): CatalogueLayer => ({ id, source: id, files: () => files });

const file = (service: string, events: CatalogueFile['events'], also?: string[]): CatalogueFile => ({
  service,
  events,
  ...(also && { also }),
});

describe('Catalogue', () => {
  it('knows an event by service and name', () => {
    const entry = createCatalogue().lookup('foasconsole', 'CreateNameSpace');
    assert.equal(entry.zh, '创建项目空间');
    assert.equal(entry.en, 'Creates a namespace.');
    assert.equal(entry.kind, 'write');
    assert.deepEqual(entry.source, { zh: '实时计算 Flink 版文档（2020 年）', en: 'Realtime Compute documentation (2020)' });
    assert.equal(entry.match, 'service');
    assert.equal(entry.derived, false);
    assert.equal(entry.documentedName, undefined);
  });

  it('matches names without regard to case and tells the documented spelling', () => {
    const entry = createCatalogue().lookup('FoasConsole', 'appendvswitchid');
    assert.equal(entry.zh, '增加虚拟交换机');
    assert.equal(entry.name, 'appendvswitchid');
    assert.equal(entry.documentedName, 'AppendVswitchId');
    for (const name of ['AppendVSwitchId', 'AppendVswitchId'])
      assert.equal(createCatalogue().lookup('FoasConsole', name).documentedName, undefined, 'both are documented');
    assert.equal(createCatalogue().lookup('actiontrail', 'LookUpEvents').documentedName, 'LookupEvents');
  });

  it('prefers the exact spelling', () => {
    const catalogue = createCatalogue([
      layer('user', file('a', { getX: { zh: '一', en: 'One.' }, GetX: { zh: '二', en: 'Two.' } })),
    ]);
    assert.equal(catalogue.lookup('a', 'GetX').en, 'Two.');
    assert.equal(catalogue.lookup('a', 'getX').en, 'One.');
    assert.equal(catalogue.lookup('a', 'GETX').en, 'One.');
  });

  it('knows a service by its other codes', () => {
    assert.equal(createCatalogue().lookup('RealtimeCompute', 'GetClusterState').service, 'foasconsole');
  });

  it('explains the order words of any product, and never with another product', () => {
    for (const service of ['some-new-product', undefined, '*', '']) {
      const entry = createCatalogue().lookup(service, 'Create');
      assert.equal(entry.match, 'common');
      assert.equal(entry.kind, 'order');
      assert.equal(entry.en, 'Purchases a resource on a buy page.');
    }
    assert.equal(createCatalogue().lookup('ecs', 'Create').match, 'service');
  });

  it('takes the meaning of the only service that has the name where the event names none', () => {
    const entry = createCatalogue().lookup(undefined, 'StopLogging');
    assert.equal(entry.match, 'other');
    assert.equal(entry.service, 'actiontrail');
    assert.equal(entry.derived, false);
    assert.ok(entry.why);
  });

  it('derives what a known service does not have, however many others have it', () => {
    for (const service of ['unheard-of', 'ens', 'ecs']) {
      const entry = createCatalogue().lookup(service, 'StopLogging');
      assert.equal(entry.match, 'derived');
      assert.equal(entry.service, service);
      assert.equal(entry.why, undefined);
    }
  });

  it("never takes another product's meaning for a service that is known", () => {
    const catalogue = createCatalogue();
    const names = [...new Set([...catalogue.found()].filter(({ service }) => service !== '*').map(({ name }) => name))];
    const services = allServices().map(({ code }) => code);
    for (const [at, name] of names.entries()) {
      const service = services[(at * 31) % services.length] ?? '';
      const entry = catalogue.lookup(service, name);
      const own = [service, ...relativesOf(service)].some((code) => catalogue.lookup(code, name).service === entry.service);
      assert.ok(own && ['service', 'common', 'relative', 'derived'].includes(entry.match), `${service} ${name}`);
      if (entry.match === 'derived') assert.deepEqual([entry.zh, entry.why], [derive(name, service).zh, undefined]);
    }
  });

  it('takes texts of another API of the same product, but not how the event is judged there', () => {
    const catalogue = createCatalogue([
      layer('user', file('ims', { GoThere: { zh: '去', en: 'Goes.', kind: 'delete', why: { zh: '因', en: 'It matters.' } } })),
    ]);
    const entry = catalogue.lookup('ram', 'GoThere');
    assert.deepEqual([entry.match, entry.service, entry.zh, entry.kind], ['relative', 'ims', '去', 'write']);
    assert.equal(entry.why, undefined);
    assert.equal(catalogue.lookup('oss', 'GoThere').match, 'derived');
    assert.equal(catalogue.lookup('ram', 'GetUser').service, 'ram');
  });

  it("spells every operation of the public APIs as the vendor's list does", () => {
    const catalogue = createCatalogue([]);
    for (const { service, name } of allOperations()) {
      const { match, service: owner, documentedName } = catalogue.lookup(service, name.toUpperCase());
      assert.deepEqual([match, owner, documentedName ?? name], ['derived', service, name]);
      assert.equal(catalogue.lookup(service, name).documentedName, undefined);
    }
  });

  it('forgives how a name is written', () => {
    const catalogue = createCatalogue();
    for (const [service, asked, name] of [
      ['ecs', 'Delete Disk', 'DeleteDisk'],
      ['ecs', 'describe-instances', 'DescribeInstances'],
      ['ecs', ' RunInstances ', 'RunInstances'],
      ['ecs', 'describe_instances', 'DescribeInstances'],
      [undefined, 'ecs:RunInstances', 'RunInstances'],
      [undefined, 'Log on to console', 'ConsoleSignin'],
      ['aassub', '登录控制台', 'ConsoleSignin'],
    ] as const) {
      const entry = catalogue.lookup(service, asked);
      assert.deepEqual([entry.derived, entry.name, entry.documentedName], [false, asked, name], asked);
    }
    assert.equal(catalogue.lookup('ecs', 'no such thing').derived, true);
  });

  it('finds the owner of an operation that no layer holds', () => {
    const entry = createCatalogue().lookup(undefined, 'describeLensMonitorDisks');
    assert.deepEqual([entry.match, entry.service, entry.documentedName], ['other', 'ebs', 'DescribeLensMonitorDisks']);
    const { match, candidates = [], why } = createCatalogue().lookup(undefined, 'CreateCluster');
    assert.equal(match, 'ambiguous');
    assert.ok(candidates.some(({ service }) => service === 'emr') && candidates.some(({ service }) => service === 'cs'));
    assert.equal(why, undefined);
  });

  it('gives the candidates where several services hold the name', () => {
    const catalogue = createCatalogue([
      layer(
        'user',
        file('a', { Go: { zh: '甲', en: 'A.' } }),
        file('b', { Go: { zh: '乙', en: 'B.' } }),
        file('ecs', { go: { zh: '丙', en: 'C.' } }),
      ),
    ]);
    const entry = catalogue.lookup(undefined, 'Go');
    assert.equal(entry.match, 'ambiguous');
    assert.deepEqual(
      entry.candidates?.map(({ service }) => service),
      ['a', 'b'],
      'other spellings only where none is exact',
    );
    assert.deepEqual(
      catalogue.lookup(undefined, 'gO').candidates?.map(({ service }) => service),
      ['ecs', 'a', 'b'],
      'the usual product first',
    );
    assert.equal(catalogue.lookupAll('Go').length, 2);
    assert.ok(createCatalogue().lookupAll('TagResources').length > 3);
  });

  it('trusts workspace, user, imported, built in, in this order, however they are given', () => {
    const event = (word: string): CatalogueFile => file('ecs', { StopInstance: { zh: word, en: `${word}.` } });
    const layers = [builtin(), layer('imported', event('I')), layer('workspace', event('W')), layer('user', event('U'))];
    const first = (count: number): string => {
      const left = layers.filter(({ id }) => ['workspace', 'user', 'imported', 'builtin'].indexOf(id) >= count);
      return createCatalogue(left).lookup('ecs', 'StopInstance').layer ?? '';
    };
    assert.deepEqual([0, 1, 2, 3].map(first), ['workspace', 'user', 'imported', 'builtin']);
    const entry = createCatalogue(layers).lookup('ecs', 'StopInstance');
    assert.equal(entry.zh, 'W');
    assert.equal(entry.source, 'workspace');
  });

  it('fills what a trusted entry does not say from the layers below', () => {
    const catalogue = createCatalogue([layer('imported', file('ecs', { StopInstance: { en: 'Halts it.' } })), builtin()]);
    const entry = catalogue.lookup('ecs', 'stopinstance');
    assert.equal(entry.en, 'Halts it.');
    assert.equal(entry.zh, '停止一台实例');
    assert.equal(entry.kind, 'write');
    assert.deepEqual(entry.filled, { language: 'zh', source: builtin().source });
    assert.ok(entry.why);
  });

  it('derives what no layer says', () => {
    const catalogue = createCatalogue([layer('imported', file('x', { DeleteSecurityGroup: { zh: '删掉安全组' } }))]);
    const entry = catalogue.lookup('x', 'DeleteSecurityGroup');
    assert.equal(entry.en, 'Deletes a security group.');
    assert.equal(entry.kind, 'delete');
    assert.equal(entry.filled?.language, 'en');
    const unknown = catalogue.lookup('ecs', 'DescribeSecurityGroups');
    assert.deepEqual(entry.filled.source, unknown.source);
    assert.equal(unknown.derived, true);
    assert.equal(unknown.match, 'derived');
    assert.equal(unknown.service, 'ecs');
    assert.equal(unknown.zh, '查询安全组列表');
  });

  it('answers hostile names', () => {
    const catalogue = createCatalogue();
    for (const name of [
      '',
      ' ',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '\u0000',
      '\u202e',
      'a'.repeat(100_000),
      '🙂',
      '*',
    ]) {
      const entry = catalogue.lookup('ecs', name);
      assert.equal(entry.derived, true, JSON.stringify(name.slice(0, 20)));
      assert.ok(entry.zh.length > 0 && entry.en.length > 0);
      assert.equal(catalogue.lookup('__proto__', name).derived, true);
    }
  });

  it('reads no file before the first lookup, and then each once', () => {
    let reads = 0;
    const lazy: CatalogueLayer = {
      id: 'user',
      source: 'test',
      files: () => {
        reads += 1;
        return [file('a', { Go: { zh: '走', en: 'Goes.' } })];
      },
    };
    const catalogue = createCatalogue([lazy]);
    assert.equal(reads, 0);
    catalogue.lookup('a', 'Go');
    catalogue.lookup('b', 'Go');
    assert.equal(reads, 1);
  });

  it('lists every event once for each service, the trusted meaning of each', () => {
    const mine = layer(
      'workspace',
      file('ecs', { StopInstance: { zh: '停', en: 'Stops.' }, MyOwn: { zh: '我的', en: 'Does mine.' } }),
    );
    const entries = [...createCatalogue([builtin(), mine]).all()];
    assert.ok(entries.length > 500);
    const keys = entries.map(({ service, name }) => `${service} ${name.toLowerCase()}`);
    assert.equal(new Set(keys).size, keys.length);
    const stop = entries.filter(({ service, name }) => service === 'ecs' && name === 'StopInstance');
    assert.deepEqual(
      stop.map(({ zh }) => zh),
      ['停'],
    );
    assert.ok(entries.some(({ name }) => name === 'MyOwn'));
  });
});
