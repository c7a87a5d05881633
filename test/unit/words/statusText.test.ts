import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plain } from '../../../src/words/messages';
import { type Condition, limitText, statusOf } from '../../../src/words/statusText';

const CONDITION: Condition = {
  nature: { isTrail: true, shape: 'array' },
  read: 1,
  events: 1_234,
  damaged: 0,
  skipped: 0,
  findings: undefined,
};
const status = (change: Partial<Condition>) => statusOf({ ...CONDITION, ...change }, 'en', plain);

describe('status', () => {
  it('says how many events there are, and in which shape', () => {
    assert.deepEqual(status({}), { text: '1,234 events', detail: 'JSON array', isWarning: false, isBusy: false });
    assert.equal(status({ events: 1, nature: { isTrail: true, shape: 'object' } }).text, '1 event');
  });

  it('says what was not understood', () => {
    const { detail, isWarning } = status({ damaged: 2, skipped: 3 });
    assert.equal(detail, 'JSON array · damaged: 2 · not understood: 3');
    assert.equal(isWarning, true);
  });

  it('says how many findings there are, once that is known', () => {
    assert.equal(status({ findings: 12 }).detail, 'JSON array · findings: 12');
    assert.equal(status({ findings: 0 }).detail, 'JSON array · findings: 0');
  });

  it('says what a look-alike is, and why', () => {
    const { text, detail, isWarning } = status({ nature: { isTrail: false, shape: 'none', foreign: 'aws' }, events: 0 });
    assert.equal(text, 'Not ActionTrail: records of AWS CloudTrail');
    assert.equal(detail, 'awsRegion, eventID');
    assert.equal(isWarning, true);
  });

  it('says that a file is empty, or binary', () => {
    assert.deepEqual(status({ nature: { isTrail: false, shape: 'none', foreign: 'empty' }, events: 0 }), {
      text: 'The file is empty.',
      detail: '',
      isWarning: false,
      isBusy: false,
    });
    assert.match(status({ nature: { isTrail: false, shape: 'none', foreign: 'binary' } }).text, /binary/);
  });

  it('says how much has been read, and makes no claim before', () => {
    assert.equal(status({ read: 0.45 }).detail, 'reading, 45% · JSON array');
    assert.deepEqual(status({ read: 0.1, nature: { isTrail: false, shape: 'none', foreign: 'none' } }), {
      text: 'Reading …',
      detail: '10%',
      isWarning: false,
      isBusy: true,
    });
  });

  it('says which limits were reached', () => {
    assert.equal(limitText('colours', plain), 'No colours above 20 MB or 300,000 lines');
    assert.match(limitText('findings', plain), /More findings/);
  });
});
