import Ajv from 'ajv';
import { parseTree, type Node } from 'jsonc-parser';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createCatalogue, type CatalogueEvent, type CatalogueFile, type EventKind } from '../../../src/knowledge/catalogue';
import { resolveService } from '../../../src/knowledge/resolveService';
import { FORBIDDEN, FORBIDDEN_IN, FORBIDDEN_IN_EVENTS } from './terms';

const FOLDER = 'src/knowledge/data/events';
const SHARED = '../shared';

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const texts = new Map(names.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
const files = new Map([...texts].map(([name, text]) => [name, JSON.parse(text) as CatalogueFile]));
const schema = JSON.parse(readFileSync('src/knowledge/schema/event-catalogue.schema.json', 'utf8')) as object;
/** Whose text is the documentation's own, word by word. */
const isSeed = (source: unknown): boolean => JSON.stringify(source)?.includes('Realtime Compute documentation (2020)') ?? false;

/** Names that the vendor spells in two ways; both are documented. */
const SPELLED_TWICE: readonly string[] = ['appendvswitchid', 'createnamespace', 'deletenamespace', 'untagresources'];

/** What verbs do, whatever the product; an exception says why. */
const KIND_OF: readonly (readonly [verb: RegExp, kind: EventKind, except: readonly string[]])[] = [
  [/^(?:Delete|Detach|Revoke|Deregister|Unsubscribe|Relieve|Release|Remove|Unbind|Untag|Destroy|Uninstall)$/, 'delete', []],
  [/^(?:Disassociate|Dissociate|Unassociate|Purge|Clear)$/, 'delete', []],
  // The one takes the device away, the other empties the bin.
  [/^Disable$/, 'write', ['DisableVirtualMFA', 'DisableAndCleanRecycleBin']],
  [/^(?:Enable|Stop|Start|Reset)$/, 'write', []],
  [/^(?:Describe|List|Check)$/, 'read', []],
];

/** One product in the vendor's metadata. */
interface Metadata {
  readonly apis: Readonly<Record<string, { readonly deprecated: boolean }>>;
}

function duplicates(node: Node, found: string[] = []): string[] {
  if (node.type === 'object') {
    const keys = (node.children ?? []).map((property) => String(property.children?.[0]?.value).toLowerCase());
    found.push(...keys.filter((key, at) => keys.indexOf(key) !== at && !SPELLED_TWICE.includes(key)));
  }
  for (const child of node.children ?? []) duplicates(child, found);
  return found;
}

function problems(file: string, name: string, { zh = '', en = '', kind, why, note, source }: CatalogueEvent): string[] {
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
      for (const [wrong, right] of [...FORBIDDEN, ...FORBIDDEN_IN_EVENTS, ...(FORBIDDEN_IN[file] ?? [])])
        check(!wrong.test(text ?? ''), `"${text ?? ''}": better ${right}`);
    }
  }
  check(kind !== undefined, 'no kind');
  const verb = /^[A-Z]?[a-z]+(?=[A-Z]|$)/.exec(name)?.[0] ?? '';
  for (const [verbs, usual, except] of KIND_OF)
    check(kind === usual || !verbs.test(verb) || except.includes(name), `${kind ?? ''} should be ${usual}`);
  check(kind === 'order' || !/^(?:购买|续费|退订)/u.test(zh), 'what is bought is an order');
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
    const named = [...files.values()].flatMap(({ service, also = [], events }) =>
      [service, ...also].flatMap((code) => Object.keys(events).map((event) => `${code} ${event}`)),
    );
    assert.equal(new Set(named).size, named.length, 'two files of one service hold an event');
    assert.equal(new Set([...files.values()].map(({ service }) => service)).size, files.size);
  });

  for (const [name, { events }] of files) {
    it(`say every event in ${name} in both languages, in the same terms`, () => {
      assert.deepEqual(
        Object.entries(events).flatMap(([event, meaning]) =>
          problems(name.replace('.json', ''), event, meaning).map((problem) => `${event}: ${problem}`),
        ),
        [],
      );
    });
  }

  it('hold more than five hundred events', () => {
    const count = [...files.values()].reduce((sum, { events }) => sum + Object.keys(events).length, 0);
    assert.ok(count > 522, String(count));
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

  it('explains all that is recorded for Flink today, and why changes matter', () => {
    const rows = lines('facts/flink-today.csv').slice(1);
    assert.equal(rows.length, 42);
    for (const row of rows) {
      const [name = '', service = ''] = row.split(',');
      const code = resolveService({ serviceName: service });
      const entry = createCatalogue().lookup(code, name);
      assert.deepEqual([entry.derived, entry.match, entry.documentedName], [false, 'service', undefined], name);
      assert.ok(entry.kind === 'read' || entry.why, name);
    }
  });

  it('says of deprecated APIs that they are', () => {
    const META = join(SHARED, 'openapi-meta/en-US');
    const silent: string[] = [];
    for (const { service, also = [], events } of files.values()) {
      const known = [service, ...also].filter((code) => existsSync(join(META, code, 'version.json')));
      const apis = known.map((code) => JSON.parse(readFileSync(join(META, code, 'version.json'), 'utf8')) as Metadata);
      for (const [name, { note }] of Object.entries(events)) {
        const owners = apis.flatMap((one) => one.apis[name] ?? []);
        const isOld = owners.length > 0 && owners.every(({ deprecated }) => deprecated);
        if (isOld && !note?.en.startsWith('An older API')) silent.push(`${service}.${name}`);
      }
    }
    assert.deepEqual(silent, []);
  });

  it("explains no event with another product's meaning", () => {
    const catalogue = createCatalogue();
    const wrong = lines('knowledge/another-products-meaning.tsv')
      .slice(1)
      .map((line) => line.split('\t'))
      .filter(([service = '', name = '', other]) => {
        const entry = catalogue.lookup(service, name);
        return entry.service === other || !['service', 'common', 'derived'].includes(entry.match);
      });
    assert.deepEqual(wrong, []);
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
