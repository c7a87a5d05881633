import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { allOperations, hasOperations, operationOf, operationsNamed, operationWords } from '../../../src/knowledge/operations';

const META = '../shared/openapi-meta';

describe('the operations of public APIs', () => {
  it('are found by product and name, without regard to case', () => {
    assert.deepEqual(operationOf('ecs', 'STOPinstance'), {
      service: 'ecs',
      name: 'StopInstance',
      version: '2014-05-26',
      deprecated: false,
    });
    assert.equal(operationOf('ecs', 'DescribeTags')?.deprecated, true);
    for (const name of ['', 'Stop', 'StopInstance!', 'StopInstance\nStopInstances', '__proto__', 'constructor'])
      assert.equal(operationOf('ecs', name), undefined, name);
    assert.equal(operationOf('__proto__', 'StopInstance'), undefined);
  });

  it('are found by name in every product that has it', () => {
    const all = [...allOperations()];
    for (const name of new Set(all.map((one) => one.name).filter((_, at) => at % 97 === 0))) {
      const services = all.filter((one) => one.name.toLowerCase() === name.toLowerCase()).map(({ service }) => service);
      assert.deepEqual(
        operationsNamed(name).map(({ service }) => service),
        services,
        name,
      );
    }
    for (const name of ['', 'Stop', '\n', '!', 'StopInstance\n', 'StopInstance!']) assert.deepEqual(operationsNamed(name), []);
  });

  it('are listed product by product', () => {
    assert.ok([...allOperations()].length > 15_000);
    assert.ok([...allOperations('ecs')].every(({ service }) => service === 'ecs'));
    assert.deepEqual([...allOperations('nobody')], []);
    assert.ok(hasOperations('ecs') && !hasOperations('nobody'));
    for (const { name, version } of allOperations()) {
      assert.match(name, /^\w+$/);
      assert.match(version, /^\d{4}-\d\d-\d\d$/);
    }
  });

  it('tell the words that names are made of', () => {
    assert.ok(operationWords().has('instances') && !operationWords().has('instnace'));
  });

  it('come with the licence under which they are passed on', () => {
    assert.match(readFileSync('src/knowledge/data/operations/LICENSE.txt', 'utf8'), /Apache License\s+Version 2\.0/);
    assert.match(readFileSync('src/knowledge/data/operations/names.txt', 'utf8'), /^#.*\n#.*Apache License 2\.0/);
  });

  it("are those of the vendor's metadata", { skip: !existsSync(META) }, () => {
    let count = 0;
    for (const folder of readdirSync(join(META, 'zh-CN'))) {
      const file = join(META, 'zh-CN', folder, 'version.json');
      if (!existsSync(file)) continue;
      const { apis, version } = JSON.parse(readFileSync(file, 'utf8')) as {
        readonly apis: Readonly<Record<string, { readonly deprecated?: boolean }>>;
        readonly version: string;
      };
      for (const [name, { deprecated = false }] of Object.entries(apis)) {
        count++;
        assert.deepEqual(operationOf(folder, name), { service: folder, name, version, deprecated });
      }
    }
    assert.equal([...allOperations()].length, count);
  });
});
