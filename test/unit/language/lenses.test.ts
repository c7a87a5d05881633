import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createCatalogue } from '../../../src/knowledge/catalogue';
import { resolveService } from '../../../src/knowledge/resolveService';
import { iconText } from '../../../src/words/iconText';
import { lineOf, plainLine } from '../../../src/language/lenses/line';
import { lensRows } from '../../../src/language/lenses/rows';
import { summaryOf } from '../../../src/language/lenses/summary';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

const catalogue = createCatalogue();
const trailOf = (text: string): Trail => Trail.of(new StringSource(text));

function summary(event: object, languages: readonly ('zh' | 'en')[] = ['en']): string {
  const trail = trailOf(JSON.stringify(event));
  const service = resolveService({
    serviceName: trail.value(0, Column.ServiceName),
    eventSource: trail.value(0, Column.EventSource),
  });
  return lineOf(summaryOf(trail, 0, catalogue.lookup(service, trail.value(0, Column.EventName)), languages));
}

/** What VS Code makes of a label: icons as `<name>`, text as it is. The expression is that of its renderer. */
function rendered(label: string): string {
  return label.replace(/(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g, (_, escaped: string | undefined, icon: string) =>
    escaped === undefined ? `<${icon}>` : `$(${icon})`,
  );
}

const FLINK = {
  EventName: 'AppendVSwitchId',
  ServiceName: 'RealtimeCompute',
  EventTime: '2020-12-01T11:54:59.366+0000',
  AcsRegion: 'cn-hangzhou',
  UserIdentity: { Type: 'root-account', UserName: 'root' },
};

describe('lenses', () => {
  before(() => {
    process.env['TZ'] = 'Asia/Shanghai';
  });

  test('when, who, what, where', () => {
    const [zh] = [catalogue.lookup('foasconsole', 'AppendVSwitchId').zh.replace(/。$/, '')];
    assert.match(summary(FLINK), /^2020-12-01 19:54:59 · root · .*vSwitch.* · cn-hangzhou$/i);
    assert.ok(summary(FLINK, ['zh', 'en']).startsWith(`2020-12-01 19:54:59 · root · ${zh} / `));
  });

  test('a failure, an empty error, an error that means success', () => {
    assert.ok(summary({ ...FLINK, ErrorCode: 'Forbidden.RAM' }).endsWith(' · cn-hangzhou · $(error) Forbidden.RAM'));
    assert.equal(summary({ ...FLINK, ErrorCode: '' }), summary(FLINK));
    assert.equal(summary({ ...FLINK, ErrorCode: 'success' }), summary(FLINK));
  });

  test('what is not there is left out', () => {
    assert.equal(summary({ eventName: '', acsRegion: 'cn-hangzhou' }), 'cn-hangzhou');
    assert.equal(summary({ eventId: 'x', eventTime: 'soon' }), '');
    assert.equal(
      summary({ eventId: 'x', acsRegion: 'r', userIdentity: { accountId: '1100000000000011' } }),
      '1100000000000011 · r',
    );
  });

  test('values of the log are text: no icon, nothing hidden', () => {
    for (const value of [
      '$(trash)',
      '$(sync~spin)',
      '\\$(trash)',
      '\\\\$(trash)',
      '$$(trash)',
      '$($(trash))',
      '$(tr$(x)ash)',
      '$(a b)',
      '$(trash',
      '$()',
      '$(一)',
    ])
      assert.equal(rendered(iconText(value)), value, value);
    assert.equal(iconText('a\u202eb\n$(x)\u200b'), 'a\\u202eb\\n\\$(x)\\u200b');
    assert.equal(rendered(iconText(`${'x'.repeat(58)}$(trash)`, 60)), `${'x'.repeat(58)}$(…`);
    const hostile = summary({
      ...FLINK,
      EventName: '$(trash)',
      AcsRegion: '$(bug)',
      ErrorCode: '$(zap)',
      UserIdentity: { UserName: '$(key)' },
    });
    assert.deepEqual(
      [...rendered(hostile).matchAll(/<([\w-]+)>/g)].map(([, icon]) => icon),
      ['error'],
    );
  });

  test('a line is no wider than can be seen; what matters least goes first', () => {
    const whole = {
      time: '12:00:00',
      actor: 'root',
      meanings: ['Adds a thing', '添加内容'],
      region: 'cn-hangzhou',
      error: '$(error) No',
    };
    const counts = ['User ×2', 'Key ×3'];
    const lines = [
      '12:00:00 · root · Adds a thing / 添加内容 · cn-hangzhou · $(error) No · User ×2 · Key ×3',
      '12:00:00 · root · Adds a thing · cn-hangzhou · $(error) No · User ×2 · Key ×3',
      '12:00:00 · root · Adds a thing · $(error) No · User ×2 · Key ×3',
      '12:00:00 · root · Adds a thing · $(error) No · User ×2',
      '12:00:00 · root · Adds a thing · $(error) No',
    ];
    // Four wide characters; the icon takes two columns.
    const widths = [lines[0], ...lines.slice(1)].map((line = '', at) => line.length + (at === 0 ? 4 : 0) - '$(error)'.length + 2);
    widths.forEach((width, at) => {
      assert.equal(lineOf(whole, counts, width), lines[at]);
      assert.equal(lineOf(whole, counts, width - 1), lines[at + 1] ?? '12:00:00 · root · Adds a thi… · $(error) No');
    });
    assert.equal(lineOf(whole, counts, 10), '12:00:00 · root · $(error) No');
    assert.equal(lineOf({ ...whole, meanings: [] }, [], 10), '12:00:00 · root · $(error) No');
    assert.equal(plainLine('a · $(error) No\\$(trash)'), 'a · ✗ No$(trash)');
    const cut = lineOf({ ...whole, meanings: [iconText('a $(trash) b')], error: '' }, [], 24);
    assert.equal(rendered(cut).includes('<'), false);
  });

  const rowsOf = (text: string, limit?: number): readonly number[] => {
    const trail = trailOf(text);
    return lensRows(trail, (row) => text.slice(0, trail.rows.start(row)).split('\n').length - 1, limit);
  };
  const EVENT = '{"eventName":"A","acsRegion":"x"}';

  test('events that share a line have none', () => {
    assert.deepEqual(rowsOf(`[${EVENT},${EVENT},${EVENT}]`), []);
    assert.deepEqual(rowsOf(`[${EVENT},\n${EVENT}, ${EVENT},\n${EVENT}]`), [0, 3]);
    assert.deepEqual(rowsOf(`${EVENT}\n${EVENT}\n`), [0, 1]);
  });

  test('text that is no event has none; there is a limit', () => {
    assert.deepEqual(rowsOf(`${EVENT}\nstray\n${EVENT}`), [0, 2]);
    assert.deepEqual(rowsOf(`${EVENT}\n${EVENT}\n${EVENT}`, 2), [0, 1]);
  });
});
