import { Column } from './scan/row';
import { type Trail } from './trail';

/** Who did something: the account, and in it the user or role session, and the access key. */
export interface Actor {
  readonly account: string;
  readonly user: string;
  readonly key: string;
  readonly type: string;
}

/** Who the event of a row is of. */
export function actorOf(trail: Trail, row: number): Actor {
  return {
    account: trail.value(row, Column.Account),
    user: trail.value(row, Column.User),
    key: trail.value(row, Column.AccessKey),
    type: trail.value(row, Column.IdentityType),
  };
}

/**
 * Tells the events of an actor: those of the same account and user or role session, or with the same access key. Somebody without both is told by the
 * account and the type of identity. The rows may be those of another log.
 */
export function isOf(trail: Trail, { account, user, key, type }: Actor): (row: number) => boolean {
  const { rows } = trail;
  const code = (column: Column, value: string): number | undefined => trail.dictionary(column).find(value);
  const accountCode = code(Column.Account, account);
  const userCode = user === '' ? undefined : code(Column.User, user);
  const keyCode = key === '' ? undefined : code(Column.AccessKey, key);
  const typeCode = user === '' && key === '' ? code(Column.IdentityType, type) : undefined;
  return (row) => {
    if (keyCode !== undefined && rows.code(row, Column.AccessKey) === keyCode) return true;
    if (accountCode === undefined || rows.code(row, Column.Account) !== accountCode) return false;
    if (userCode !== undefined) return rows.code(row, Column.User) === userCode;
    return typeCode !== undefined && rows.code(row, Column.IdentityType) === typeCode && rows.code(row, Column.User) === 0;
  };
}
