// Which fields and which values get a colour of their own. The scopes are ones that the default themes (Dark and Light Modern, 2026) tell apart.

const known = (names) => `(?:event\\.)?(?:userIdentity\\.)?(?:${names.join('|')})`;

/** Values that say "no error". */
const SUCCESS = '(?i:null|none|nil|undefined|n/?a|-+|ok|success(?:ful(?:ly)?)?|succeed(?:ed)?|0+|20[0-6]|\\[\\]|\\{\\})?';

/** `bare` are the forms that the value has without quotes: numbers, and numbers that someone masked. */
export const FIELDS = [
  { key: 'event-name', names: known(['[eE]ventName']), scope: 'entity.name.function.event' },
  {
    key: 'time',
    names: known([
      '[eE]ventTime',
      '[cC]reationDate',
      '[uU]sedTimestamp',
      '[sS]tartTime',
      '[eE]ndTime',
      '__time__',
      '[cC]reateTime',
      '[cC]reateDate',
      '[eE]xpiration',
    ]),
    scope: 'constant.numeric.date',
    bare: '\\d{9,16}\\b',
  },
  {
    key: 'error',
    names: known(['[eE]rrorCode', '[eE]rrorMessage', '[eE]rrCode', '[eE]rrMsg', '[eE]rrMessage']),
    scope: 'invalid.failure',
    except: SUCCESS,
    bare: '(?!(?:0+|20[0-6])\\b)\\d+\\b',
  },
  {
    key: 'account',
    names: known(['[aA]ccountId', '[rR]ecipientAccountId', 'owner_id', 'stsTokenPlayerUid', '[cC]allerUid', '[aA]liUid']),
    scope: 'variable.other.constant.account',
    bare: '[\\dxX*]{5,}',
  },
  {
    key: 'principal',
    names: known([
      '[pP]rincipalId',
      '[uU]serName',
      'stsTokenPrincipalName',
      '[rR]oleSessionName',
      '[uU]serPrincipalName',
      '[lL]oginName',
    ]),
    scope: 'entity.name.type.principal',
    bare: '[\\dxX*]{5,}',
  },
  { key: 'access-key', names: known(['[aA]ccessKeyId', '[uU]serAccessKeyId']), scope: 'keyword.control.access-key' },
  {
    key: 'secret',
    names: known(['[aA]ccessKeySecret', '[sS]ecurityToken', '[pP]assword', '[sS]ecretData', '[cC]lientSecret', '[pP]rivateKey']),
    scope: 'string.regexp.secret',
  },
  {
    key: 'address',
    names: known(['[sS]ourceI[pP]Address', '[uU]serClientIp', '[cC]lientI[pP]']),
    scope: 'constant.language.address',
  },
];

/** Strings that tell by their shape what they are, whatever the field is called. */
export const SHAPES = [
  {
    key: 'date',
    shape: '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d[\\d:.]{0,16}(?:Z|[+-]\\d\\d:?\\d\\d)?',
    scope: 'constant.numeric.date',
  },
  { key: 'key', shape: '(?:LTAI|STS\\.|TMP\\.)[\\w*.-]{4,200}', scope: 'keyword.control.access-key' },
  { key: 'ipv4', shape: '\\d{1,3}(?:\\.(?:\\d{1,3}|[xX*]{1,3})){3}(?:/\\d{1,2})?', scope: 'constant.language.address' },
  { key: 'ipv6', shape: '[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:/\\d{1,3})?', scope: 'constant.language.address' },
];
