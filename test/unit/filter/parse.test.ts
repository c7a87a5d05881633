import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc, runs } from '../property';
import { type Expression } from '../../../src/filter/expression';
import { FIELDS } from '../../../src/filter/field';
import { MAX_FILTER, MAX_NESTING } from '../../../src/filter/limits';
import { isIn, networkFrom } from '../../../src/filter/network';
import { parse } from '../../../src/filter/parse';
import { filterMessage } from '../../../src/words/filterMessages';
import { plain } from '../../../src/words/messages';

/** The tree as text: `and(name:Delete*, not(error:*))`. */
function shown(expression: Expression): string {
  switch (expression.kind) {
    case 'all':
      return 'all';
    case 'not':
      return `not(${shown(expression.part)})`;
    case 'term': {
      const values = expression.values.map(({ pattern }) =>
        pattern.map((parts) => parts.map((part) => part ?? '‹one›').join('')).join('‹any›'),
      );
      return `${expression.field.name}${expression.operator}${values.join('/')}`;
    }
    default:
      return `${expression.kind}(${expression.parts.map(shown).join(', ')})`;
  }
}

const treeOf = (text: string): string => {
  const { expression, problems } = parse(text);
  assert.deepEqual(problems, [], text);
  return shown(expression);
};

/** The problems with the text that each marks. */
const problemsOf = (text: string): string[] =>
  parse(text).problems.map(({ code, start, end }) => `${code} ${JSON.stringify(text.slice(start, end))}`);

describe('networks', () => {
  test('are taken by address, and marked where they are none', () => {
    for (const text of [
      'address:10.0.0.0/8',
      'ip:10.1.2.3/32',
      'address:(10.0.0.0/8 | 2001:db8::/32)',
      'address:::/0',
      'address=a/b',
    ])
      assert.deepEqual(problemsOf(text), [], text);
    assert.deepEqual(problemsOf('address:10.0.0.0/33 -ip:(10.0.0/8 | x/8 | 10.0.0.0/8/8)'), [
      'bad-network "10.0.0.0/33"',
      'bad-network "10.0.0/8"',
      'bad-network "x/8"',
      'bad-network "10.0.0.0/8/8"',
    ]);
  });

  test('hold what has their bits', () => {
    const holds = (network: string, address: string): boolean => {
      const known = networkFrom(network);
      assert.ok(known !== undefined, network);
      return isIn(known, address);
    };
    for (const [network, address, expected] of [
      ['10.0.0.0/8', '10.255.255.255', true],
      ['10.1.2.3/8', '10.0.0.1', true],
      ['10.0.0.0/8', '11.0.0.0', false],
      ['203.0.113.128/25', '203.0.113.127', false],
      ['203.0.113.128/25', '203.0.113.128', true],
      ['0.0.0.0/0', '255.1.2.3', true],
      ['0.0.0.0/0', 'Internal', false],
      ['0.0.0.0/0', '', false],
      ['10.0.0.0/8', '::ffff:10.2.3.4', true],
      ['10.0.0.0/8', '10.*.*.*', false],
      ['2001:db8::/33', '2001:db8:7fff::1', true],
      ['2001:db8::/33', '2001:db8:8000::1', false],
      ['2001:db8::1/128', '2001:DB8:0::1', true],
      ['::/0', '10.0.0.1', false],
    ] as const)
      assert.equal(holds(network, address), expected, `${network} ${address}`);
  });
});

describe('the filter language', () => {
  for (const [text, tree] of [
    ['', 'all'],
    ['  \t ', 'all'],
    ['name:Delete*', 'name:Delete‹any›'],
    ['NAME:a eventname:b', 'and(name:a, name:b)'],
    ['name:a error:* account:1187*', 'and(name:a, error:‹any›, account:1187‹any›)'],
    ['a b | c d', 'or(and(text:a, text:b), and(text:c, text:d))'],
    ['a or b OR c || d', 'or(text:a, text:b, text:c, text:d)'],
    ['a and b AND c && d & e', 'and(text:a, text:b, text:c, text:d, text:e)'],
    ['(a | b) c', 'and(or(text:a, text:b), text:c)'],
    ['-region:cn-shanghai', 'not(region:cn-shanghai)'],
    ['not (a b)', 'not(and(text:a, text:b))'],
    ['!error:*', 'not(error:‹any›)'],
    ['--a', 'not(not(text:a))'],
    ['-a b', 'and(not(text:a), text:b)'],
    ['"free text" x', 'and(text:free text, text:x)'],
    ['"a*b?" a*b?', 'and(text:a*b?, text:a‹any›b‹one›)'],
    ['a\\*b \\"c', 'and(text:a*b, text:"c)'],
    ['"or" "a\\"b\\\\"', 'and(text:or, text:a"b\\)'],
    ['name:(A* | "B C" | D)', 'name:A‹any›/B C/D'],
    ['name=Delete*', 'name=Delete*'],
    ['name!=A', 'name!=A'],
    ['user:""', 'user:'],
    ['time>2020-12-01T12:00 time<=2020-12-02', 'and(time>2020-12-01T12:00, time<=2020-12-02)'],
    ['time:2020-12-01..2020-12-03', 'time:2020-12-01..2020-12-03'],
    ['hour:22..5 weekday:SAT', 'and(hour:22..5, weekday:SAT)'],
    ['name：删除 （a｜b）', 'and(name:删除, or(text:a, text:b))'],
    ['a&b=c?', undefined],
    ['x&y-z', 'text:x&y-z'],
    ['id:a-b:c', 'id:a-b:c'],
    ['a"b"c', 'and(text:a, text:b, text:c)'],
  ] as const)
    test(JSON.stringify(text), () => {
      if (tree !== undefined) assert.equal(treeOf(text), tree);
      else assert.deepEqual(problemsOf(text).length, 0);
    });

  for (const [text, problems] of [
    ['foo:1', ['unknown-field "foo"']],
    ['a http://b', ['unknown-field "http"']],
    ['name:', ['missing-value "name:"']],
    ['name: a', ['missing-value "name:"']],
    ['name:)', ['missing-value "name:"', 'unopened-parenthesis ")"']],
    ['a |', ['missing-condition "|"']],
    ['| a', ['missing-condition "|"']],
    ['a and', ['missing-condition "and"']],
    ['-', ['missing-condition "-"']],
    ['()', ['missing-condition "("']],
    ['(a', ['unclosed-parenthesis "("']],
    ['a) b', ['unopened-parenthesis ")"']],
    ['a "b c', ['unclosed-quote "\\"b c"']],
    ['name:"b c', ['unclosed-quote "\\"b c"']],
    ['name:(a b)', ['expected-or "b"']],
    ['name:(a | )', ['missing-value "(a | )"']],
    ['name:(a', ['unclosed-parenthesis "("']],
    ['name>b', ['bad-operator ">"']],
    ['time>soon', ['bad-time "soon"']],
    ['time:2020-13', ['bad-time "2020-13"']],
    ['time:2021-02-29', ['bad-time "2021-02-29"']],
    ['time>2020..2021', ['bad-time "2020..2021"']],
    ['hour:24', ['bad-hour "24"']],
    ['kind:fast', ['bad-value "fast"']],
    ['first:time', ['bad-value "time"']],
    ['foo:1 name: time>x', ['unknown-field "foo"', 'missing-value "name:"', 'bad-time "x"']],
  ] as const)
    test(`${JSON.stringify(text)} is marked where it is wrong`, () => {
      assert.deepEqual(problemsOf(text), problems);
    });

  test('what is too long or too deep is refused', () => {
    assert.deepEqual(
      parse('a'.repeat(MAX_FILTER + 1)).problems.map(({ code }) => code),
      ['too-long'],
    );
    for (const sign of ['(', '-', 'not ']) {
      assert.deepEqual(
        parse(`${sign.repeat(MAX_NESTING + 5)}a`).problems.map(({ code }) => code),
        ['too-deep'],
        sign,
      );
      assert.ok(parse(sign.repeat(MAX_FILTER / sign.length)).problems.length > 0);
    }
    assert.deepEqual(parse(`${'('.repeat(MAX_NESTING)}a${')'.repeat(MAX_NESTING)}`).problems, []);
  });

  test('any text is read, and every problem lies in it and can be said', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'name',
        ':',
        '=',
        '!=',
        '>',
        '(',
        ')',
        '|',
        'or',
        'not',
        '-',
        '"',
        '\\',
        '*',
        '?',
        ' ',
        '：',
        'time>',
        '2020-12-01',
      ),
      fc.constantFrom(...FIELDS.map(({ name }) => `${name}:`)),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const { expression, problems } = parse(text);
        assert.ok(expression.start >= 0 && expression.end <= text.length);
        for (const problem of problems) {
          assert.ok(problem.start >= 0 && problem.start <= problem.end && problem.end <= text.length, text);
          assert.notEqual(filterMessage(problem, text, plain), '');
        }
      }),
      { numRuns: runs(3_000) },
    );
  });
});
