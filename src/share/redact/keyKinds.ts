import { flattenedPath } from '../../knowledge/columnNames';
import { type RedactKind } from './kinds';

/** What the values of a field are: a kind, `people` (a name, or an account in its place), `ids` (of resources, where they look like one), `plain` (never looked into), or nothing. */
export type KeyKind = RedactKind | 'people' | 'ids' | 'plain' | undefined;

const NAMES: readonly (readonly [KeyKind, string])[] = [
  [
    'people',
    'username loginname userprincipalname displayname nickname rolename rolesessionname sessionname ststokenprincipalname principalname principalid ' +
      'ownername owneraccount resourceowneraccount resourceownerid ownerid owner creator creatorname creatorid operator operatorname operatorid ' +
      'accountname dbuser account alias realname contactname contact userid usergroupname nick ststokenroleid roleid ' +
      'accountid recipientaccountid aliuid uid bid mainaccountid masteruid parentuid parentid ownaccountid ststokenplayeruid ' +
      'ststokencalleruid calleruid callerid callerparentid accountuid memberuid memberaccountid masteraccountid peeraccountid aliyunpk pk tenantid ' +
      'payeruid customerid useruid aliyunid aliyunuid callerbid bucketowner requester ' +
      '用户名 用户名称 登录名 登录用户名 用户 姓名 联系人 操作者 操作人 角色名 账号 帐号 账户 主账号 账号id 主账号id 账户id 用户id',
  ],
  ['addresses', 'sourceipaddress clientip userclientip remoteip sourceip ip ipaddress 源ip 源ip地址 ip地址 客户端ip'],
  ['accessKeys', 'accesskeyid useraccesskeyid accesskey ak akid ststokenaccesskeyid 访问密钥 访问密钥id'],
  [
    'secrets',
    'secretaccesskey cookie cookies authcode authenticationcode ticket sessionid sessiontoken userdata passphrase plaintext connectionstring ' +
      'secretkey secretstring secretdata credential credentials authorization pwd mfacode verifycode base32stringseed qrcodepng 验证码',
  ],
  [
    'phones',
    'phone phonenumber mobile mobilephone telephone tel phonenum mobilenumber fax 手机 手机号 手机号码 电话 电话号码 联系电话',
  ],
  [
    'identityNumbers',
    'idcard idcardno idcardnumber identitynumber identitycard idno idnumber certno certificateno 身份证 身份证号 身份证号码 证件号 证件号码',
  ],
  ['emails', 'email mail emailaddress notificationemail 邮箱 电子邮箱 电子邮件 邮件地址'],
  ['domains', 'domain domainname'],
  [
    'plain',
    'eventid requestid eventtime eventname eventtype eventrw eventcategory eventversion servicename acsregion apiversion __time__ __topic__',
  ],
];
const SECRET_ENDS =
  /(?:password|passwd|token|secret|privatekey|apikey|signature|accesskeysecret|secretvalue|passcode|pwd|密码|口令|密钥|令牌)$/;
const RESOURCE_NAMES =
  /^(?:resourcename|(?:bucket|instance|cluster|vpc|vswitch|database|db|project|logstore|host|trail|disk|image|securitygroup|keypair|workspace|namespace|deployment|job|table|topic|queue|function|repository|repo|stack|snapshot|loadbalancer|certificate|secret|alert|rule|policy|group)name|bucket|logstore|project|workspace|namespace)$/;
const IDS = /ids?$/;
const NO_IDS =
  /^(?:requestid|regionid|zoneid|eventid|sharedeventid|hostid|commodityid|productid|specid|planid|versionid|charsetid|izid)s?$/;

const table: ReadonlyMap<string, KeyKind> = new Map(
  NAMES.flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)),
);

/**
 * What the values of a field are; of a flattened name (`event.userIdentity.accountId`, `user_identity_account_id`, `InstanceId.1`) the last part that is no
 * number tells.
 */
export function keyKind(key: string): KeyKind {
  const path = flattenedPath(key) ?? key.split('.');
  const part = path.findLast((one) => !/^\d*$/.test(one)) ?? key;
  const name = part.startsWith('__') ? part : part.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const known = table.get(name);
  if (known !== undefined) return known;
  if (SECRET_ENDS.test(name)) return 'secrets';
  if (RESOURCE_NAMES.test(name)) return 'resources';
  return IDS.test(name) && !NO_IDS.test(name) ? 'ids' : undefined;
}
