import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorFamilies, errorFamily, isSuccess } from '../../../src/knowledge/errors';

describe('success', () => {
  for (const code of [undefined, null, '', ' ', '""', 'success', 'Success', '000000', '0', 0, '200', 200]) {
    it(`is ${JSON.stringify(code)}`, () => {
      assert.equal(isSuccess(code), true);
      assert.equal(errorFamily(code), undefined);
    });
  }
  for (const code of ['NoPermission', '404', 403, '1', 'DryRunOperation', '"Forbidden"']) {
    it(`is not ${JSON.stringify(code)}`, () => {
      assert.equal(isSuccess(code), false);
    });
  }
});

describe('error families', () => {
  it('have texts in both languages', () => {
    const ids = errorFamilies().map((family) => family.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { meaning, check } of errorFamilies()) {
      for (const text of [meaning, check]) {
        assert.match(text.zh, /[\u4e00-\u9fff].*。$/);
        assert.match(text.en, /^[^\u4e00-\u9fff]+\.$/);
      }
    }
  });
  const cases: readonly (readonly [string | number, string | undefined])[] = [
    ['NoPermission', 'no-permission'],
    ['NoPermission.SubAccount', 'no-permission'],
    ['"NoPermission"', 'no-permission'],
    ['Forbidden.RAM', 'no-permission'],
    ['AccessDenied', 'no-permission'],
    ['InsufficientBucketPolicyException', 'no-permission'],
    [403, 'no-permission'],
    ['Forbidden', 'forbidden'],
    ['Forbidden.RiskControl', 'risk-control'],
    ['Forbidden.UserVerification', 'user-verification'],
    ['Forbidden.InstanceNotFound', 'not-found'],
    ['InvalidAccessKeyId.NotFound', 'access-key'],
    ['InvalidAccessKeyId.Inactive', 'access-key-disabled'],
    ['InvalidSecurityToken.Expired', 'security-token'],
    ['InvalidSecurityToken.MismatchWithAccessKey', 'security-token'],
    ['SignatureDoesNotMatch', 'signature'],
    ['IncompleteSignature', 'signature'],
    ['SignatureNonceUsed', 'signature'],
    ['InvalidTimeStamp.Expired', 'timestamp'],
    ['IllegalTimestamp', 'timestamp'],
    ['Throttling', 'throttling'],
    ['Throttling.User', 'throttling'],
    ['InvalidParameter', 'invalid-parameter'],
    ['InvalidParameter.NotFound', 'not-found'],
    ['InvalidInstanceId.NotFound', 'not-found'],
    ['MissingParameter', 'missing-parameter'],
    ['MissingSecurityToken', 'security-token'],
    ['EntityNotExist.User', 'not-found'],
    ['NoSuchBucket', 'not-found'],
    ['NoSuchVersion', 'unsupported'],
    ['TrailNotFoundException', 'not-found'],
    ['EntityAlreadyExists.Role', 'exists'],
    ['TrailAlreadyExistsException', 'exists'],
    ['InvalidName.Duplicate', 'exists'],
    ['IncorrectInstanceStatus', 'status'],
    ['IncorrectStatus', 'status'],
    ['OperationDenied', 'status'],
    ['OperationDenied.NoStock', 'stock'],
    ['QuotaExceeded.PrivateIpAddress', 'quota'],
    ['LimitExceeded.User', 'quota'],
    ['MaximumNumberOfTrailsExceededException', 'quota'],
    ['DependencyViolation', 'in-use'],
    ['DeleteConflict.Role.Policy', 'in-use'],
    ['InternalError', 'service'],
    ['ServiceUnavailable', 'service'],
    [503, 'service'],
    ['InsufficientBalance', 'balance'],
    ['DryRunOperation', 'dry-run'],
    ['IdempotentParameterMismatch', 'idempotent'],
    ['Authentication.Failed', 'logon'],
    ['AuthenticationFailed.UsernameOrPassword', 'logon'],
    ['InvalidAction', 'unsupported'],
    ['UnsupportedOperation', 'unsupported'],
    ['MalformedPolicyDocument', 'invalid-parameter'],
    ['Forbbiden', 'forbidden'],
    ['Forbbiden.RAM', 'no-permission'],
    ['Forbiden.Unauthorized', 'no-permission'],
    ['InvalidAction.NotFound', 'unsupported'],
    ['InvalidApi.NotFound', 'unsupported'],
    ['InvalidVersion.NotFound', 'unsupported'],
    ['AuthFailed', 'auth-failed'],
    ['NotLogin', 'auth-failed'],
    ['LoginFailed', 'logon'],
    ['LoginProfileNotExist', 'not-found'],
    ['MFADeviceNotExist', 'not-found'],
    ['InvalidUser.Disabled', 'user-disabled'],
    ['UserDisable', 'user-disabled'],
    ['AccountLocked', 'user-disabled'],
    ['InstanceLocked', 'status'],
    ['InstanceLockedForSecurity', 'security-lock'],
    ['OperationDenied.LockedForSecurity', 'security-lock'],
    ['InDebt', 'balance'],
    ['Forbidden.InDebt', 'balance'],
    ['InstanceExpiredOrInArrears', 'balance'],
    ['InstanceExpired', 'expired'],
    ['Rejected.Disabled', 'key-state'],
    ['Rejected.PendingDeletion', 'key-state'],
    ['Rejected.Unavailable', 'key-state'],
    ['Rejected.Throttling', 'throttling'],
    ['Rejected.LimitExceeded', 'quota'],
    ['Rejected.ShareQuotaLimit', 'quota'],
    ['InvalidSecurityGroup.Exist', 'exists'],
    ['InvalidDomainName.NoExist', 'not-found'],
    ['RESOURCE_NOT_FOUND', 'not-found'],
    ['PERMISSION_DENIED', 'no-permission'],
    ['SYSTEM.ERROR', 'service'],
    ['UnavailableZone', 'service'],
    ['RiskLevelInvalid', 'invalid-parameter'],
    ['ServerBusy', 'service'],
    ['ResourceBusy', 'status'],
    ['MethodNotAllowed', 'unsupported'],
    ['OperationNotAllowed', 'forbidden'],
    ['NameTooLong', 'invalid-parameter'],
    ['EmptyParameter', 'missing-parameter'],
    ['OperationFailed', 'failed'],
    ['RequestCanceled', 'canceled'],
    ['Interlocking', undefined],
    ['Preexisting', undefined],
    ['Something.Else', undefined],
  ];
  for (const [code, id] of cases) {
    it(`${code} is ${id ?? 'unknown'}`, () => {
      assert.equal(errorFamily(code)?.id, id);
    });
  }
});
