import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc, runs } from '../property';
import { suggestionsAt } from '../../../src/filter/complete';
import { isLiteral } from '../../../src/filter/glob';
import { parse } from '../../../src/filter/parse';
import { withTerm, withTimeRange, writeTerm } from '../../../src/filter/write';

describe('filters that are written', () => {
  test('a value means itself, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('or', 'a*b', '-x', '"', '\\', 'a:b', '')),
        (value) => {
          const { expression, problems } = parse(writeTerm('name', value, true));
          assert.deepEqual(problems, []);
          assert.ok(expression.kind === 'not' && expression.part.kind === 'term');
          const [only, ...more] = expression.part.values;
          assert.deepEqual([only?.text, more.length], [value, 0]);
          assert.ok(isLiteral(only?.pattern ?? []));
        },
      ),
      { numRuns: runs(3_000) },
    );
  });

  test('a condition is added to what is there', () => {
    assert.equal(withTerm('', 'name:A'), 'name:A');
    assert.equal(withTerm('error:*', 'name:A'), 'error:* name:A');
    assert.equal(withTerm('a | b', 'name:A'), '(a | b) name:A');
    assert.equal(withTerm('error:* name:A', 'name:A'), 'error:* name:A');
  });

  test('a range of times takes the place of the one before', () => {
    const from = Date.UTC(2026, 2, 2, 9);
    const range = 'time>=2026-03-02T09:00:00Z time<2026-03-02T10:00:00.500Z';
    assert.equal(withTimeRange('', from, from + 3_600_500), range);
    assert.equal(withTimeRange('time>2020 error:* time<2021', from, from + 3_600_500), `error:* ${range}`);
    assert.equal(withTimeRange('(time>2020 | a) b', from, from + 3_600_500), `(time>2020 | a) b ${range}`);
    assert.equal(withTimeRange('a | time>2020', from, from + 3_600_500), `(a | time>2020) ${range}`);
  });
});

describe('suggestions', () => {
  const values = { name: ['DeleteUser', 'CreateUser', 'User', 'two words'] } as Readonly<Record<string, readonly string[]>>;
  const at = (marked: string): string[] => {
    const offset = marked.indexOf('¦');
    const text = marked.replace('¦', '');
    return suggestionsAt(text, offset, (field) => values[field] ?? []).map(
      (one) => `${text.slice(0, one.start)}${one.text}${text.slice(offset)}`,
    );
  };

  test('names of fields where a condition starts', () => {
    assert.ok(at('¦').includes('name:'));
    assert.deepEqual(at('na¦'), ['name:']);
    assert.deepEqual(at('-re¦'), ['-region:', '-resource:', '-request:']);
    assert.deepEqual(at('error:* (na¦'), ['error:* (name:']);
    assert.deepEqual(at('eventN¦'), ['name:']);
    assert.deepEqual(at('"na¦'), []);
  });

  test('values of the log behind a field, and the words that a field takes', () => {
    assert.deepEqual(at('name:¦'), ['name:DeleteUser', 'name:CreateUser', 'name:User', 'name:"two words"']);
    assert.deepEqual(at('name:us¦'), ['name:User', 'name:DeleteUser', 'name:CreateUser']);
    assert.deepEqual(at('name:(A | cre¦'), ['name:(A | CreateUser']);
    assert.deepEqual(at('kind:d¦'), ['kind:delete', 'kind:read', 'kind:order']);
    assert.deepEqual(at('name:A user:¦'), []);
    assert.deepEqual(at('name:A ti¦'), ['name:A time:']);
  });
});
