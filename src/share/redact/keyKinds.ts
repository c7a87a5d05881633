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
      'payeruid customerid useruid aliyunid aliyunuid callerbid bucketowner requester',
  ],
  ['addresses', 'sourceipaddress clientip userclientip remoteip sourceip'],
  ['accessKeys', 'accesskeyid useraccesskeyid accesskey ak akid ststokenaccesskeyid'],
  [
    'secrets',
    'cookie cookies authcode authenticationcode ticket sessionid sessiontoken userdata passphrase plaintext connectionstring ' +
      'secretkey secretstring secretdata credential credentials authorization pwd mfacode verifycode base32stringseed qrcodepng',
  ],
  ['phones', 'phone phonenumber mobile mobilephone telephone tel phonenum'],
  ['emails', 'email mail emailaddress notificationemail'],
  ['domains', 'domain domainname'],
  [
    'plain',
    'eventid requestid eventtime eventname eventtype eventrw eventcategory eventversion servicename acsregion apiversion __time__ __topic__',
  ],
];
const SECRET_ENDS = /(?:password|passwd|token|secret|privatekey|apikey|signature|accesskeysecret|secretvalue)$/;
const RESOURCE_NAMES =
  /^(?:resourcename|(?:bucket|instance|cluster|vpc|vswitch|database|db|project|logstore|host|trail|disk|image|securitygroup|keypair|workspace|namespace|deployment|job|table|topic|queue|function|repository|repo|stack|snapshot|loadbalancer|certificate|secret|alert|rule|policy|group)name|bucket|logstore|project|workspace|namespace)$/;
const IDS = /ids?$/;
const NO_IDS =
  /^(?:requestid|regionid|zoneid|eventid|sharedeventid|hostid|commodityid|productid|specid|planid|versionid|charsetid|izid)s?$/;

const table: ReadonlyMap<string, KeyKind> = new Map(
  NAMES.flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)),
);

/** What the values of a field are; of a flattened name (`event.userIdentity.accountId`, `InstanceId.1`) the last part that is no number tells. */
export function keyKind(key: string): KeyKind {
  const part = key.split('.').findLast((one) => !/^\d*$/.test(one)) ?? key;
  const name = part.startsWith('__') ? part : part.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  const known = table.get(name);
  if (known !== undefined) return known;
  if (SECRET_ENDS.test(name)) return 'secrets';
  if (RESOURCE_NAMES.test(name)) return 'resources';
  return IDS.test(name) && !NO_IDS.test(name) ? 'ids' : undefined;
}
