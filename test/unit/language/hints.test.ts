import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createCatalogue } from '../../../src/knowledge/catalogue';
import { hintsOf } from '../../../src/language/hints/hints';
import { rowEvent } from '../../../src/event/rowEvent';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

const catalogue = createCatalogue();

/** The text with its hints in `«»`. */
function hinted(text: string, language: 'zh' | 'en' = 'en', wanted = { eventName: true, time: true }): string {
  const trail = Trail.of(new StringSource(text));
  const event = rowEvent(trail, 0);
  assert.ok(event);
  const hints = hintsOf(event, () => catalogue.lookup(undefined, trail.value(0, Column.EventName)), language, wanted);
  return [...hints]
    .sort((a, b) => b.at - a.at)
    .reduce((result, { at, label }) => `${result.slice(0, at)}«${label}»${result.slice(at)}`, text);
}

const meaning = (name: string, language: 'zh' | 'en' = 'en'): string =>
  catalogue.lookup(undefined, name)[language].replace(/[.。]$/, '');

describe('hints', () => {
  before(() => {
    process.env['TZ'] = 'Asia/Shanghai';
  });

  test('the meaning of the name, times in the local zone with the date where it is another one', () => {
    const text =
      '{"eventName":"StopInstance","eventTime":"2020-01-09T17:12:14Z","userIdentity":{"sessionContext":{"attributes":{"creationDate":"2020-01-09T00:00:00Z"}}}}';
    assert.equal(
      hinted(text),
      `{"eventName":"StopInstance",«${meaning('StopInstance')}»"eventTime":"2020-01-09T17:12:14Z",«2020-01-10 01:12:14 UTC+8»"userIdentity":{"sessionContext":{"attributes":{"creationDate":"2020-01-09T00:00:00Z"«08:00:00 UTC+8»}}}}`,
    );
    assert.ok(hinted(text, 'zh').includes(`«${meaning('StopInstance', 'zh')}»`));
  });

  test('each by its own setting', () => {
    const text = '{"eventName":"StopInstance","eventTime":"2020-01-09T17:12:14Z"}';
    assert.equal(hinted(text, 'en', { eventName: false, time: true }).match(/«/g)?.length, 1);
    assert.equal(hinted(text, 'en', { eventName: false, time: false }), text);
  });

  test('in a string of Log Service they stand at their places', () => {
    const inner = JSON.stringify({ eventTime: '2020-01-09T12:12:14Z', acsRegion: 'x' });
    const text = JSON.stringify({ __topic__: 'actiontrail_event', event: inner });
    assert.ok(hinted(text).includes('\\"2020-01-09T12:12:14Z\\",«20:12:14 UTC+8»\\"acsRegion'));
  });

  test('PascalCase, the basic offset', () => {
    assert.ok(hinted('{"EventTime":"2020-12-01T11:54:59.366+0000","AcsRegion":"x"}').includes('«19:54:59 UTC+8»'));
  });

  test('what is no time, and what hides', () => {
    assert.equal(hinted('{"eventTime":"soon","acsRegion":"x","eventVersion":"2020-01-09T12:12:14Z"}').includes('«'), false);
    const named = hinted('{"eventName":"Do\\u202eThing","acsRegion":"x"}');
    assert.equal(named.includes('\u202e'), false);
  });
});
