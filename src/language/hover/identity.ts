import { type Node } from 'jsonc-parser';
import { describeAccessKey } from '../../knowledge/accessKeys';
import { identityType } from '../../knowledge/identities';
import { isMasked } from '../../knowledge/masks';
import { code, described, type Explanation, type Line, strong } from './content';
import { textOf } from '../../event/member';
import { label } from '../../words/bilingual';

const MASKED = {
  zh: '已脱敏：真实的值看不到，相同的写法也不一定是同一个值。',
  en: 'Masked: the real value is not here, and equal masks need not be equal values.',
};

/** The kind of an AccessKey id. */
export function explainAccessKey(value: string): Explanation {
  const { kind, masked, meaning } = describeAccessKey(value);
  if (!masked || kind === 'masked') return described(value, meaning);
  return described(value, { zh: `${meaning.zh}${MASKED.zh}`, en: `${meaning.en} ${MASKED.en}` });
}

/** An account id of which digits are hidden. */
export function explainAccount(value: string): Explanation | undefined {
  return isMasked(value) ? described(value, MASKED) : undefined;
}

/** principalId and userName of an assumed role name the role and, behind the colon, the session: mostly the person. */
export function explainRoleSession(value: string, event: Node, isName: boolean): Explanation | undefined {
  const colon = value.indexOf(':');
  const type = textOf(event, 'userIdentity', 'type') || textOf(event, 'type');
  if (colon <= 0 || colon === value.length - 1 || (type !== '' && identityType(type)?.principal !== 'role-session'))
    return undefined;
  const role = value.slice(0, colon);
  const session = value.slice(colon + 1);
  return {
    say: (language): readonly Line[] => [
      [strong(language === 'zh' ? '扮演 RAM 角色的身份' : 'Somebody who assumed a RAM role')],
      [isName ? label(language, '角色', 'Role') : label(language, '角色 ID', 'Role ID'), code(role)],
      [label(language, '会话（多为操作者）', 'Session (mostly the person)'), code(session)],
    ],
  };
}
