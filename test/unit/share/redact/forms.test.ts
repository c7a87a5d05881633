import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type RedactKind } from '../../../../src/share/redact/kinds';
import { event } from '../../trail/logs';
import { redacted } from './done';

/** A text, what must not be left of it, and what must. */
type Row = readonly [text: string, gone: readonly string[], kept: readonly string[]];

const FORMS: Readonly<Record<string, readonly Row[]>> = {
  'logon names of RAM users': [
    ['user wei.zhang@blueharbor.onaliyun.com may not', ['wei.zhang', 'blueharbor'], ['@', '.onaliyun.com may not']],
    ['wei.zhang@1200000000000012.onaliyun.com', ['wei.zhang', '1200000000000012'], ['.onaliyun.com']],
    ['li@acme.onaliyun.com, bo@acme.onaliyun.com', ['acme'], ['.onaliyun.com']],
    ['https://signin.aliyun.com/blueharbor/login.htm', ['blueharbor'], ['https://signin.aliyun.com/', '/login.htm']],
    ['https://signin.aliyun.com/1200000000000012.onaliyun.com/login.htm', ['1200000000000012'], ['signin.aliyun.com']],
  ],
  ARNs: [
    ['acs:oss:*:1200000000000012:ledger-backup-q3/*', ['1200000000000012', 'ledger-backup-q3'], ['acs:oss:*:', '/*']],
    ['acs:oss:oss-cn-hangzhou:*:quarterly', ['quarterly'], ['acs:oss:oss-cn-hangzhou:*:']],
    ['acs:oss:*:*:harborlogs*/a', ['harborlogs'], ['*/a']],
    ['acs:oss:*:*:*', [], ['acs:oss:*:*:*']],
    ['acs:log:*:*:project/harbor-audit/logstore/quay-store', ['harbor-audit', 'quay-store'], ['project/', '/logstore/']],
    ['acs:mns:*:1200000000000012:harborqueue/messages', ['harborqueue'], ['acs:mns:*:']],
    ['acs:ram::1200000000000012:role/deploy-harbor', ['deploy-harbor'], ['acs:ram::', ':role/']],
    ['acs:ram::1200000000000012:user/wei.zhang', ['wei.zhang'], [':user/']],
    ['acs:fc:cn-hangzhou:1200000000000012:services/harborsvc.LATEST/functions/quayfn', ['harborsvc', 'quayfn'], ['services/']],
    ['acs:ecs:*:*:instance/i-bp1fake00000000000', ['i-bp1fake00000000000'], ['instance/i-']],
  ],
  'hosts of the vendor with a name of the customer': [
    ['1200000000000012.cn-shanghai.fc.aliyuncs.com', ['1200000000000012'], ['.cn-shanghai.fc.aliyuncs.com']],
    ['http://1200000000000012.mns.cn-hangzhou.aliyuncs.com/', ['1200000000000012'], ['.mns.cn-hangzhou.aliyuncs.com/']],
    ['1200000000000012.cn-hangzhou.aliyuncs.com', ['1200000000000012'], ['.cn-hangzhou.aliyuncs.com']],
    ['ledger-q3.oss-cn-hangzhou-internal.aliyuncs.com/a', ['ledger-q3'], ['.oss-cn-hangzhou-internal.aliyuncs.com']],
    ['harborledger.mysql.rds.aliyuncs.com:3306', ['harborledger'], ['.mysql.rds.aliyuncs.com:3306']],
    ['harbor-audit.cn-hangzhou.log.aliyuncs.com', ['harbor-audit'], ['.cn-hangzhou.log.aliyuncs.com']],
    ['oss://ledger-q3/2026/a.csv', ['ledger-q3'], ['oss://', '/2026/a.csv']],
    ['abcd.redis.rds.aliyuncs.com', ['abcd'], ['.redis.rds.aliyuncs.com']],
  ],
  addresses: [
    ['from/203.0.113.77', ['203.0.113.77'], ['from/']],
    ['eth0_203.0.113.78_x', ['203.0.113.78'], ['eth0_', '_x']],
    ['src203.0.113.79', ['203.0.113.79'], ['src']],
    ['203.0.113.80ms', ['203.0.113.80'], ['ms']],
    ['ip-203-0-113-77.internal', ['203-0-113-77'], ['ip-']],
    ['ip_203_0_113_77', ['203_0_113_77'], ['ip_']],
    ['a 203.0.113.81 b web-203-0-113-81-x', ['203.0.113.81', '203-0-113-81'], ['web-']],
    ['[2001:db8::8a2e:370:7334]:443', ['8a2e:370:7334'], [':443']],
    ['eth0_2001:db8:1:2:3:4:5:6', ['2001:db8:1:2:3:4:5:6'], ['eth0_']],
  ],
  'e-mail addresses': [
    ['张三丰@corp-quay.com', ['张三丰', 'corp-quay'], ['@', '.com']],
    ['mail li.ming+x@corp-quay.ventures!', ['li.ming', 'corp-quay'], ['.ventures!']],
    ['li.ming@corp-quay.co', ['li.ming', 'corp-quay'], []],
    ['李雷@例子科技.公司', ['李雷', '例子科技'], ['.公司']],
    ['<o\u2019neil@corp-quay.museum>', ['neil', 'corp-quay'], ['.museum>']],
  ],
  'phone numbers': [
    ['008613800138000', ['13800138000'], ['00861']],
    ['138-0013-8000', ['0013-8000'], []],
    ['138 0013 8000', ['0013 8000'], []],
    ['+86 138-0013-8000', ['0013-8000'], ['+86 1']],
    ['+86-13800138000', ['13800138000'], ['+86-1']],
    ['138.0013.8000', ['0013.8000'], []],
    ['(138)00138000', ['00138000'], ['(1']],
    ['电话：13800138000。', ['13800138000'], ['电话：']],
    ['0571-85022088', ['85022088'], []],
    ['+1 415 555 0100', ['415 555 0100'], ['+']],
  ],
  'identity numbers': [
    ['身份证110101199003070759', ['110101199003070759'], ['身份证']],
    ['id 11010119900307571X.', ['11010119900307571'], ['id ']],
  ],
  'named secrets': [
    ['token: Bearer aZ19bY28cX37dW46eV55', ['aZ19bY28cX37dW46eV55'], ['token: Bearer ']],
    ['Authorization: Bearer aZ19bY28cX37dW46eV55', ['aZ19bY28cX37dW46eV55'], ['Authorization: Bearer ']],
    ['Authorization: Basic bGltaW5nOlF1YXkhNw==', ['bGltaW5nOlF1YXkhNw'], ['Authorization: Basic ']],
    ['curl -u liming:Quay!Lantern7 https://a.aliyun.com', ['liming', 'Quay!Lantern7'], ['curl -u ']],
    ['mysql --password Quay!Lantern7 -h x', ['Quay!Lantern7'], ['--password ', ' -h x']],
    ['--password=Quay!Lantern7', ['Quay!Lantern7'], ['--password=']],
    ['密码：Quay!Lantern7', ['Quay!Lantern7'], ['密码：']],
    ['口令=Quay!Lantern7，', ['Quay!Lantern7'], ['口令=', '，']],
    ['<password>Quay!Lantern7</password>', ['Quay!Lantern7'], ['<password>', '</password>']],
    ["login failed: password='blue horse staple' for bob", ['blue', 'horse', 'staple'], ["password='", "' for bob"]],
    ['{"db_password": "blue horse staple", "x": 1}', ['horse'], ['"x": 1']],
    ["{'secret': 'blue horse staple'}", ['horse'], ["{'secret': '"]],
    ['x-api-key: 9f8e7d6c5b4a', ['9f8e7d6c5b4a'], ['x-api-key: ']],
    ["IDENTIFIED BY PASSWORD 'Quay!Lantern7'", ['Quay!Lantern7'], ["PASSWORD '"]],
    ['mysql://liming:Quay!Lantern7@db:3306/x', ['liming', 'Quay!Lantern7'], ['mysql://', '@db:3306/x']],
    ["curl -u liming:'Quay!Lantern7' https://a.aliyun.com", ['liming', 'Quay!Lantern7'], ['curl -u ']],
    ["mysql -h db -uroot -p'Quay!Lantern7' ledger", ['Quay!Lantern7'], ['mysql -h db -uroot -p']],
    ['mysqldump -uroot -pQuayLantern7 ledger', ['QuayLantern7'], ['mysqldump -uroot -p', ' ledger']],
    ['sshpass -p Quay!Lantern7 ssh web', ['Quay!Lantern7'], ['sshpass -p ', ' ssh web']],
    ['redis-cli -h r -p 6379 -a Quay!Lantern7', ['Quay!Lantern7'], ['redis-cli -h r -p 6379 -a ']],
    ['echo "liming:Quay!Lantern7" | sudo chpasswd', ['Quay!Lantern7'], ['echo "', '" | sudo chpasswd']],
    ['echo Quay!Lantern7 | passwd --stdin liming', ['Quay!Lantern7'], ['echo ', ' | passwd --stdin']],
    ['openssl enc -k Quay!Lantern7 -in a', ['Quay!Lantern7'], ['openssl enc -k ', ' -in a']],
    ['net user bob Quay!Lantern7 /add', ['Quay!Lantern7'], ['net user bob ', ' /add']],
    ['<property name="password" value="Quay!Lantern7"/>', ['Quay!Lantern7'], ['name="password" value="', '"/>']],
    ['- name: DB_PASSWORD\n  value: Quay!Lantern7', ['Quay!Lantern7'], ['- name: DB_PASSWORD\n  value: ']],
    ['初始密码【Quay!Lantern7】', ['Quay!Lantern7'], ['初始密码【', '】']],
    ['验证码：839201', ['839201'], ['验证码：']],
    ['password => "Quay Lantern 7"', ['Lantern'], ['password => "']],
  ],
  'access keys and tokens': [
    ['keyLTAI5tAbCdEfGhIjKlMnOpQr', ['5tAbCdEfGhIjKlMnOpQr'], ['keyLTAI']],
    ['xSTS.NUabc9DEFghi8JKLmno7PQR', ['NUabc9DEFghi8JKLmno7PQR'], ['xSTS.']],
    ['ghp_abcdefghijklmnopqrstuvwxyz0123456789', ['abcdefghijklmnop'], []],
    [
      '-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 1\n\nlQdGBGFakeFakeFakeFake1234567890\nabCd\n=Ab3d\n-----END PGP PRIVATE KEY BLOCK-----',
      ['lQdGBGFake', '=Ab3d'],
      ['BEGIN PGP PRIVATE KEY BLOCK', 'Version: 1'],
    ],
    [
      '-----BEGIN RSA PRIVATE KEY-----\nMIIEfakeFAKE0123456789abcd\nQUJD\n-----END RSA PRIVATE KEY-----',
      ['MIIEfake', 'QUJD'],
      ['BEGIN RSA PRIVATE KEY'],
    ],
  ],
  'names in writing systems without blanks': [['用户张三丰登录失败，联系人: 李雷', ['张三丰'], ['用户', '登录失败']]],
};

const noted = (note: string, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify(
    event(1, { userIdentity: { type: 'ram-user', userName: '张三丰' }, requestParameters: {}, errorMessage: note, ...more }),
  );
const noteOf = (text: string): string => (JSON.parse(text) as { readonly errorMessage: string }).errorMessage;

for (const [form, rows] of Object.entries(FORMS))
  describe(`${form} are replaced anywhere`, () => {
    for (const [text, gone, kept] of rows)
      test(text.replaceAll('\n', ' '), () => {
        for (const note of [text, `x ${text}`, `${text} y`]) {
          const after = noteOf(redacted(noted(note)).text);
          for (const one of gone) assert.ok(!after.toLowerCase().includes(one.toLowerCase()), `${one} in ${after}`);
          for (const one of kept) assert.ok(after.includes(one), `no ${one} in ${after}`);
          assert.equal(after.length, note.length);
        }
      });
  });

describe('a secret that the name beside it tells is replaced', () => {
  const SECRET = 'blue horse staple';
  for (const parameters of [
    { Env: [{ Key: 'DB_PASSWORD', Value: SECRET }] },
    { Env: [{ value: SECRET, name: 'db-pwd' }] },
    { 'Env.1.Key': 'TZ', 'Env.1.Value': 'kept', 'Env.2.Key': 'TOKEN', 'Env.2.Value': SECRET },
    {
      Env: JSON.stringify([
        { name: 'A', value: 'kept' },
        { name: 'api_key', value: SECRET },
      ]),
    },
    { Env: JSON.stringify({ DB_PWD: SECRET }) },
  ])
    test(JSON.stringify(parameters), () => {
      const log = JSON.stringify(event(1, { requestParameters: parameters }));
      const { text } = redacted(log);
      assert.ok(!text.includes('horse'), text);
      assert.equal(text.includes('kept'), log.includes('kept'));
      assert.equal(text.length, log.length);
    });
});

describe('texts without secrets stay byte for byte', () => {
  for (const text of [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/133.0.0.0 Safari/537.36',
    'AlibabaCloud (linux; amd64) Java/1.8.0_152-b187 Core/4.5.3 HTTPClient/ApacheHttpClient',
    'v1.2.3.4 version 10.20.30.40 release-1.2.3.4',
    'order 9138001380001234 of 13800138000123, 113800138000',
    '20201201115459123456789',
    'id 110101199003070750 110101199003070759123',
    'ecs-cn-hangzhou.aliyuncs.com oss-cn-beijing.aliyuncs.com ecs.cn-hangzhou.aliyuncs.com mysql.rds.aliyuncs.com',
    'registry.cn-hangzhou.cr.aliyuncs.com ram.aliyuncs.com signin.aliyun.com cn-hangzhou.log.aliyuncs.com',
    'acs:ecs:cn-hangzhou:*:instance/*',
    'acs:ram::*:role/*',
    'The specified Password is invalid. Token expired; secret: null, password=',
    'SecurityToken is not allowed. The signature does not match: signature mismatch',
    '2020-12-01T11:54:59.366+0000 2020-12-01 11:54:59 +0800 1-2-3-4',
    'cidr 0.0.0.0/0 127.0.0.1 10.0.0.0/8 ::1 12:30:45',
    'mysql -p ledger; redis-cli -p 6379; docker run -p 80:80 web; echo done | tee x; oss://',
    'com.aliyun.ecs.Client main.py README.md a.b.c',
    'AliyunServiceRoleForOss AliyunECSFullAccess root system',
    '9e107d9d372bb6826bd81d3542a419d6 2f7c1b9e-0a3d-4c55-9d77-1f0e2b3c4d5e',
  ])
    test(text, () => {
      const log = JSON.stringify({ eventName: 'A', acsRegion: 'cn-hangzhou', errorMessage: text });
      assert.equal(redacted(log).text, log);
    });
});

test('only what is wanted is replaced of a logon name', () => {
  const kinds = (...wanted: readonly RedactKind[]): string =>
    noteOf(redacted(noted('wei.zhang@blueharbor.onaliyun.com'), wanted).text);
  assert.match(kinds('users'), /^(?!wei\.zhang)[a-z.]{9}@blueharbor\.onaliyun\.com$/);
  assert.match(kinds('accounts'), /^wei\.zhang@(?!blueharbor)[a-z]{10}\.onaliyun\.com$/);
});

test('a value has one stand-in in all its forms', () => {
  const done = redacted(
    noted(
      'wei.zhang@blueharbor.onaliyun.com wei.zhang blueharbor 13800138000 138-0013-8000 008613800138000 203.0.113.77 ip-203-0-113-77 ledger-q3.oss-cn-x.aliyuncs.com ledger-q3',
    ),
  );
  const [logon, user = '', alias = '', phone = '', hyphens, code, address = '', parted, host, bucket = ''] = noteOf(
    done.text,
  ).split(' ');
  assert.equal(logon, `${user}@${alias}.onaliyun.com`);
  assert.equal(hyphens, `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`);
  assert.equal(code, `0086${phone}`);
  assert.equal(parted, `ip-${address.replaceAll('.', '-')}`);
  assert.equal(host, `${bucket}.oss-cn-x.aliyuncs.com`);
});
