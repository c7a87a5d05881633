import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lexiconOf } from '../../../src/knowledge/derive/lexicon';
import { FORBIDDEN_IN_EVENTS } from './terms';

type Table = Readonly<Record<string, string>>;

const read = (name: string): unknown => JSON.parse(readFileSync(`src/knowledge/data/${name}.json`, 'utf8'));
const glossary = read('glossary') as Table;
const senses = read('senses') as readonly { readonly of: readonly string[]; readonly nouns?: Table; readonly verbs?: Table }[];

const NOUN = /^[^|]+\|[^|]+(?:\|[ut])?$/;
const VERB = /^(?:read|write|delete|order|logon)\|[\p{Script=Han}{}]+\|[A-Z][a-z]*s(?: [a-z]+)*$/u;

describe('the glossary', () => {
  it('holds nouns in both languages by folded spelling', () => {
    assert.ok(Object.keys(glossary).length > 1_750);
    for (const [key, value] of Object.entries(glossary)) {
      assert.match(key, /^[a-z0-9]+$/);
      assert.match(value, NOUN, key);
      assert.deepEqual(lexiconOf('').noun(key)?.plural, false, key);
    }
  });

  it('uses the terms of the catalogue', () => {
    for (const value of Object.values(glossary))
      for (const [wrong, right] of FORBIDDEN_IN_EVENTS) assert.doesNotMatch(value, wrong, `better: ${right}`);
  });

  it('knows plurals by their singular', () => {
    const noun = (word: string): unknown => lexiconOf('').noun(word);
    for (const [plural, singular] of [
      ['instances', 'instance'],
      ['addresses', 'address'],
      ['policies', 'policy'],
    ] as const)
      assert.deepEqual(noun(plural), { ...lexiconOf('').noun(singular), plural: true });
    for (const none of ['', 's', 'ies', 'instancess', '__proto__', 'constructor']) assert.equal(noun(none), undefined, none);
  });
});

describe('what words mean in some products', () => {
  it('is written as in the glossary; the name of the product itself is empty', () => {
    for (const { of, nouns = {}, verbs = {} } of senses) {
      assert.ok(of.length > 0);
      for (const code of of) assert.match(code, /^[a-z0-9-]+$/);
      for (const [key, value] of Object.entries(nouns)) {
        assert.match(key, /^[a-z0-9]+$/);
        if (value !== '|') assert.match(value, NOUN, key);
      }
      for (const [key, value] of Object.entries(verbs)) assert.match(value, VERB, key);
    }
  });

  it('counts in these, and in no other', () => {
    for (const { of, nouns = {}, verbs = {} } of senses)
      for (const code of of) {
        const lexicon = lexiconOf(code);
        for (const key of Object.keys(nouns)) assert.notEqual(lexicon.noun(key), undefined, `${code} ${key}`);
        for (const key of Object.keys(verbs)) assert.notEqual(lexicon.verb(key), undefined, `${code} ${key}`);
      }
    assert.equal(lexiconOf('live').noun('snapshot')?.zh, '截图');
    assert.equal(lexiconOf('ecs').noun('snapshot')?.zh, '快照');
    assert.equal(lexiconOf('no such product'), lexiconOf(''));
    assert.equal(lexiconOf('nouns'), lexiconOf(''));
  });

  it('says each word of a product once', () => {
    const seen = new Set<string>();
    for (const { of, nouns = {} } of senses)
      for (const code of of)
        for (const key of Object.keys(nouns)) {
          assert.ok(!seen.has(`${code} ${key}`), `${code} ${key}`);
          seen.add(`${code} ${key}`);
        }
  });
});
