import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVENT_TYPES, eventType } from '../../../src/knowledge/eventTypes';
import { IDENTITY_TYPES, identityType } from '../../../src/knowledge/identities';
import { INSIGHT_TYPES, insightType } from '../../../src/knowledge/insights';

describe('enumerations', () => {
  it('hold the values of the facts', () => {
    assert.deepEqual(
      IDENTITY_TYPES.map((type) => type.value),
      ['root-account', 'ram-user', 'assumed-role', 'system', 'saml-user', 'oidc-user', 'cloudsso-user', 'alibaba-cloud-account'],
    );
    assert.deepEqual(
      INSIGHT_TYPES.map((type) => type.value),
      [
        'IpInsight',
        'ApiCallRateInsight',
        'ApiErrorRateInsight',
        'AkInsight',
        'PolicyChangeInsight',
        'PasswordChangeInsight',
        'TrailConcealmentInsight',
      ],
    );
    assert.equal(EVENT_TYPES.filter((type) => type.product === undefined).length, 8);
    assert.equal(EVENT_TYPES.filter((type) => type.product === 'maxcompute').length, 10);
  });
  it('have sentences in both languages', () => {
    for (const { value, meaning } of [...IDENTITY_TYPES, ...EVENT_TYPES, ...INSIGHT_TYPES]) {
      assert.match(meaning.zh, /[\u4e00-\u9fff].*。$/, value);
      assert.match(meaning.en, /^[^\u4e00-\u9fff]+\.$/, value);
    }
  });
  it('are looked up', () => {
    assert.equal(identityType('ram-user')?.principal, 'user-id');
    assert.equal(eventType('apicall')?.value, 'ApiCall');
    assert.equal(insightType('AkInsight')?.object.en, 'an AccessKey ID');
    assert.equal(identityType('IAMUser'), undefined);
    assert.equal(eventType('AwsApiCall'), undefined);
    assert.equal(insightType(''), undefined);
  });
});
