import Ajv from 'ajv';
import { parseTree, type Node } from 'jsonc-parser';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createCatalogue, type CatalogueEvent, type CatalogueFile } from '../../../src/knowledge/catalogue';
import { nounOf } from '../../../src/knowledge/glossary';

const FOLDER = 'src/knowledge/data/events';
const SHARED = '../shared';

/** What is not said, and what is said instead. */
const FORBIDDEN: readonly [wrong: RegExp, right: string][] = [
  [/虚拟交换机/u, '交换机'],
  [/\b(?:VSwitch|Vswitch|vswitch)(?:es)?\b/, 'vSwitch'],
  [/\b(?:Vpc|vpc)s?\b/, 'VPC'],
  [/\p{Script=Han} ?AccessKey(?! (?:ID|Secret))/u, '访问密钥'],
  [/Access Key\b|AccessKeys\b/, 'AccessKey pair'],
  [/子帐|帐号|帐户/u, '账号'],
  [/子用户|子账号/u, 'RAM 用户'],
  [/弹性公网IP|弹性 ?IP/u, '弹性公网 IP'],
  [/磁盘/u, '云盘'],
  [/映像/u, '镜像'],
  [/监听器/u, '监听'],
  [/服务器群组/u, '服务器组'],
  [/登陆/u, '登录'],
  [/密匙/u, '密钥'],
  [/阀值/u, '阈值'],
  [/缺省/u, '默认'],
  [/\b(?:logs? in to|log-?in|logins?)\b/i, 'log on, logon'],
  [/\b(?:multi|two)-?factor\b/i, 'MFA'],
  [/\bSLB instance/, 'Classic Load Balancer instance'],
];

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const texts = new Map(names.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
const files = new Map([...texts].map(([name, text]) => [name, JSON.parse(text) as CatalogueFile]));
const schema = JSON.parse(readFileSync('src/knowledge/schema/event-catalogue.schema.json', 'utf8')) as object;
const isSeed = (source: unknown): boolean => JSON.stringify(source)?.includes('Realtime Compute documentation') ?? false;

function duplicates(node: Node, found: string[] = []): string[] {
  if (node.type === 'object') {
    const keys = (node.children ?? []).map((property) => String(property.children?.[0]?.value).toLowerCase());
    found.push(...keys.filter((key, at) => keys.indexOf(key) !== at));
  }
  for (const child of node.children ?? []) duplicates(child, found);
  return found;
}

function problems(name: string, { zh = '', en = '', kind, why, note, source }: CatalogueEvent): string[] {
  const found: string[] = [];
  const check = (holds: boolean, problem: string): void => {
    if (!holds) found.push(problem);
  };
  check(/\p{Script=Han}/u.test(zh), 'zh is not Chinese');
  check(!/[.。!?;；]$|[A-Za-z]\. |[,?!;]/u.test(zh), 'zh ends like a sentence or has Latin marks');
  check(/^[A-Z][a-z-]*s\b[^\n]*[^.]\.$/.test(en), 'en is not a sentence in the third person');
  check(!/\p{Script=Han}|[，。：；（）]/u.test(en), 'en holds Chinese');
  for (const more of [why, note]) {
    if (!more) continue;
    check(/^[^,;?!]*\p{Script=Han}[^,;?!]*。$/u.test(more.zh), 'why or note in Chinese');
    check(/^[A-Z][^\p{Script=Han}]*\.$/u.test(more.en), 'why or note in English');
  }
  if (!isSeed(source)) {
    check(!/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(zh), 'no space between Chinese and Latin letters');
    for (const text of [zh, en, why?.zh, why?.en, note?.zh, note?.en]) {
      for (const [wrong, right] of FORBIDDEN) check(!wrong.test(text ?? ''), `"${text ?? ''}": better ${right}`);
    }
  }
  check(kind !== undefined, 'no kind');
  check(kind === 'read' || !/^(?:Describe|List)(?=[A-Z])/.test(name), `${kind ?? ''} should be read`);
  check(kind === 'delete' || !/^Delete(?=[A-Z])/.test(name), `${kind ?? ''} should be delete`);
  check(kind !== 'read' || !/^(?:Create|Update|Modify|Delete|Put|Attach)(?=[A-Z])/.test(name), 'read should be write');
  return found;
}

describe('the event catalogue files', () => {
  const validate = new Ajv({ allErrors: true }).compile(schema);

  it('follow the schema', () => {
    for (const [name, file] of files) {
      assert.ok(validate(file), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    }
  });

  it('are refused by the schema when they are wrong', () => {
    const good = { service: 'ecs', events: { A: { zh: '甲', en: 'Does.', kind: 'read' } } };
    assert.ok(validate(good));
    for (const wrong of [
      { events: {} },
      { ...good, service: 'Ecs' },
      { ...good, events: { A: { zh: '甲' } } },
      { ...good, events: { A: { zh: '甲', en: '', kind: 'read' } } },
      { ...good, events: { A: { zh: '甲', en: 'Does.', kind: 'other' } } },
      { ...good, events: { A: { zh: '甲', en: 'Does.', why: { zh: '因' } } } },
      { ...good, more: 1 },
    ]) {
      assert.equal(validate(wrong), false, JSON.stringify(wrong));
    }
  });

  it('name no event twice, whatever the case, and no service twice', () => {
    for (const [name, text] of texts) {
      const tree = parseTree(text);
      assert.ok(tree);
      assert.deepEqual(duplicates(tree), [], name);
    }
    const codes = [...files.values()].flatMap(({ service, also = [] }) => [service, ...also]);
    assert.deepEqual(
      codes.filter((code, at) => codes.indexOf(code) !== at),
      [],
    );
  });

  for (const [name, { events }] of files) {
    it(`say every event in ${name} in both languages, in the same terms`, () => {
      assert.deepEqual(
        Object.entries(events).flatMap(([event, meaning]) => problems(event, meaning).map((problem) => `${event}: ${problem}`)),
        [],
      );
    });
  }

  it('hold more than five hundred events', () => {
    const count = [...files.values()].reduce((sum, { events }) => sum + Object.keys(events).length, 0);
    assert.ok(count > 522, String(count));
  });
});

describe('the glossary', () => {
  const glossary = JSON.parse(readFileSync('src/knowledge/data/glossary.json', 'utf8')) as Record<string, string>;

  it('holds nouns in both languages by folded spelling', () => {
    assert.ok(Object.keys(glossary).length > 250);
    for (const [key, value] of Object.entries(glossary)) {
      assert.match(key, /^[a-z0-9]+$/);
      assert.match(value, /^[^|]+\|[^|]+(?:\|[ut])?$/, key);
      assert.ok(nounOf(key), key);
    }
  });

  it('uses the terms of the catalogue', () => {
    for (const value of Object.values(glossary)) {
      for (const [wrong, right] of FORBIDDEN) assert.doesNotMatch(value, wrong, `better: ${right}`);
    }
  });
});

describe('what the shared facts ask for', { skip: !existsSync(SHARED) }, () => {
  const lines = (path: string): string[] => readFileSync(join(SHARED, path), 'utf8').trim().split(/\r?\n/);

  it('says the 22 Flink events word by word', () => {
    const rows = lines('facts/flink-events.csv').slice(1);
    assert.equal(rows.length, 22);
    for (const row of rows) {
      const [name = '', zh, en] = row.split(',');
      const entry = createCatalogue().lookup('foasconsole', name);
      assert.deepEqual([entry.zh, entry.en, entry.documentedName], [zh, en, undefined], name);
      assert.ok(isSeed(entry.source) && entry.note, name);
    }
  });

  it('explains every event that alert rules watch', () => {
    const catalogue = createCatalogue();
    assert.deepEqual(
      lines('facts/alerted-events.txt').filter((name) => catalogue.lookup(undefined, name).derived),
      [],
    );
  });

  it('explains every event name of the samples', () => {
    const catalogue = createCatalogue();
    const missing: string[] = [];
    for (const sample of readdirSync(join(SHARED, 'samples')).filter(
      (name) => !name.startsWith('negative') && name !== 'INDEX.md',
    )) {
      const text = readFileSync(join(SHARED, 'samples', sample), 'utf8');
      for (const [, name = ''] of text.matchAll(/"eventName\\*" *: *\\*"(\w+)\\*"/gi)) {
        if (catalogue.lookup(undefined, name).derived) missing.push(`${sample} ${name}`);
      }
    }
    assert.deepEqual(missing, []);
  });
});
