// Who acts in the samples. Every account, user, key and address is invented: ids count up, keys say EXAMPLE, and the
// addresses are from the ranges that are kept for documentation.

export const ACCOUNTS = {
  streaming: '1100000000000011',
  staging: '1100000000000022',
  finance: '1100000000000033',
  security: '1100000000000044',
  lake: '1100000000000055',
  partner: '1100000000000066',
  platform: '1100000000000077',
};

const KEYS = {
  long: 'LTAI5tEXAMPLEexampleEXAMPLE',
  role: 'STS.EXAMPLEexampleEXAMPLEexampl',
  console: 'TMP.EXAMPLEexampleEXAMPLEexampl',
};
export const key = (kind, number) => `${KEYS[kind]}${number}`;

export const AGENTS = {
  browser: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15',
  java: 'AlibabaCloud (Linux; amd64) Java/1.8.0_392-b08 Core/4.6.4 HTTPClient/ApacheHttpClient',
  python: 'AlibabaCloud (Linux; x86_64) Python/3.11.8 Core/2.14.0 python-requests/2.31.0',
  cli: 'AlibabaCloud (linux; amd64) Golang/1.22.1 Core/0.1.0 Aliyun-CLI/3.0.205',
  terraform: 'AlibabaCloud (linux; amd64) Golang/1.21.6 Core/1.62.500 HashiCorp-Terraform/1.7.4 Provider/1.220.0',
};

/** `agent` undefined: the console of the service that is called. `mfa` undefined: the key of a program. */
const root = (account, address, console) => ({
  type: 'root-account',
  accountId: ACCOUNTS[account],
  principalId: ACCOUNTS[account],
  userName: 'root',
  accessKeyId: key('console', console),
  address,
  mfa: true,
});
const user = (account, userName, principal, address, more) => ({
  type: 'ram-user',
  accountId: ACCOUNTS[account],
  principalId: `20000000000000${principal}`,
  userName,
  address,
  ...more,
});
const role = (account, roleName, principal, session, address, more) => ({
  type: 'assumed-role',
  accountId: ACCOUNTS[account],
  principalId: `30000000000000${principal}:${session}`,
  userName: `${roleName}:${session}`,
  accessKeyId: key('role', principal % 10),
  roleName,
  session,
  address,
  mfa: false,
  ...more,
});

export const PEOPLE = {
  owner: root('streaming', '198.51.100.8', 1),
  li: user('streaming', 'li.na', 1101, '198.51.100.21', { mfa: true, accessKeyId: key('console', 2) }),
  wang: user('streaming', 'wang.qiang', 1102, '198.51.100.22', { mfa: true, accessKeyId: key('console', 3) }),
  chen: user('streaming', 'chen.wei', 1103, '198.51.100.23', { mfa: true, accessKeyId: key('console', 4) }),
  deploy: user('streaming', 'flink-deploy', 1104, '192.0.2.40', { accessKeyId: key('long', 0), agent: AGENTS.java }),
  stagingOwner: root('staging', '198.51.100.8', 5),
  zhao: user('staging', 'zhao.min', 1201, '2001:db8:12::5:31', { mfa: true, accessKeyId: key('console', 6) }),
  ci: user('staging', 'ci-runner', 1202, '192.0.2.52', { accessKeyId: key('long', 1), agent: AGENTS.terraform }),
  billing: user('finance', 'billing.ops', 1301, '198.51.100.61', { mfa: true, accessKeyId: key('console', 7) }),
  financeOwner: root('finance', '198.51.100.60', 8),
  auditor: role('security', 'security-auditor', 2401, 'sun.li@corp.example', '198.51.100.90'),
  guard: user('security', 'zhou.jie', 1401, '198.51.100.91', { mfa: true, accessKeyId: key('console', 9) }),
  lake: role('lake', 'AliyunStreamDefaultRole', 2502, 'foas-worker-7', 'Internal', { agent: AGENTS.java }),
  lakeAdmin: user('lake', 'xu.fang', 1501, '2001:db8:55::1a', { mfa: false, accessKeyId: key('console', 0) }),
  partner: role('partner', 'partner-etl', 2603, 'nightly-20260302', '192.0.2.77', { agent: AGENTS.python }),
  partnerUser: user('partner', 'etl-operator', 1601, '203.0.113.18', { accessKeyId: key('long', 2), agent: AGENTS.cli }),
};

/** The platform itself: no account of its own, the event says who receives it. */
export const platform = (userName, account = 'platform') => ({
  type: 'system',
  userName,
  recipient: ACCOUNTS[account],
  address: 'Internal',
  agent: userName,
});

/** userIdentity as it stands in an event. */
export function identity(actor, since) {
  const { type, accountId, principalId, accessKeyId, userName, mfa } = actor;
  const session =
    mfa === undefined ? {} : { sessionContext: { attributes: { mfaAuthenticated: String(mfa), creationDate: since } } };
  if (type === 'system') return { type, userName };
  return { type, accountId, principalId, userName, ...(accessKeyId && { accessKeyId }), ...session };
}
