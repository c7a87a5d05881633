import { event } from '../../trail/logs';

/** What is planted into logs to see whether a redaction finds it. */

/** Numbers from a seed, so that a failing plant can be planted again. */
export class Dice {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 0x100000000) * limit);
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  text(alphabet: string, length: number): string {
    const signs = Array.from(alphabet);
    return Array.from({ length }, () => this.one(signs)).join('');
  }
}

/** No `x`: several of them are taken for a mask. */
const SMALL = 'bcdfghjkmpqvwyz';
const DIGITS = '0123456789';
const HAN =
  '张李王赵陈刘杨黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function identityNumber(dice: Dice): string {
  const head = `${1 + dice.below(6)}${dice.text(DIGITS, 5)}19${70 + dice.below(30)}0${1 + dice.below(9)}1${dice.below(9)}${dice.text(DIGITS, 3)}`;
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(head.charAt(index)), 0);
  return head + '10X98765432'.charAt(sum % 11);
}

/** A kind of secret: how one is made, and the members of an event by which it is known. */
interface SecretKind {
  readonly make: (dice: Dice) => string;
  readonly known: (value: string) => Readonly<Record<string, unknown>>;
  /** What of it must be gone; all of it where not said. */
  readonly core?: (value: string) => string;
}

const identity = (members: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> => ({
  userIdentity: { type: 'ram-user', ...members },
});
const parameter =
  (name: string) =>
  (value: string): Readonly<Record<string, unknown>> => ({ requestParameters: { [name]: value } });
const said =
  (before: string, after = '') =>
  (value: string): Readonly<Record<string, unknown>> => ({
    errorMessage: `${before}${value}${after}`,
  });

export const KINDS: Readonly<Record<string, SecretKind>> = {
  account: { make: (dice) => `1${dice.text(DIGITS, 15)}`, known: (accountId) => identity({ accountId }) },
  user: { make: (dice) => `${dice.text(SMALL, 4)}.${dice.text(SMALL, 5)}`, known: (userName) => identity({ userName }) },
  'user with signs': {
    make: (dice) => `${dice.text(SMALL, 4)}${dice.one(Array.from('_-+&%\'"<>\\/ é'))}${dice.text(SMALL, 5)}`,
    known: (userName) => identity({ userName }),
  },
  'Chinese name': { make: (dice) => dice.text(HAN, 4), known: (userName) => identity({ userName }) },
  'access key': {
    make: (dice) => `LTAI5t${dice.text(`${SMALL}ABCDEFGH${DIGITS}`, 18)}`,
    known: (accessKeyId) => identity({ accessKeyId }),
  },
  password: {
    make: (dice) =>
      `${dice.text(`${SMALL}ABCD`, 4)}${dice.text('!$%^&*()"\\/+=?{}[]<>中\'#@;,', 3)}${dice.text(`${SMALL}ABCD${DIGITS}`, 5)}`,
    known: parameter('Password'),
  },
  passphrase: {
    make: (dice) => `${dice.text(SMALL, 5)} ${dice.text(SMALL, 5)} ${dice.text(SMALL, 6)}`,
    known: (value) => said("login: password='", "' refused")(value),
  },
  token: { make: (dice) => dice.text(`${SMALL}ABCDEFGH${DIGITS}`, 24), known: said('Authorization: Bearer ') },
  address: {
    make: (dice) => `${110 + dice.below(110)}.${100 + dice.below(150)}.${100 + dice.below(150)}.${100 + dice.below(150)}`,
    known: (sourceIpAddress) => ({ sourceIpAddress }),
  },
  mail: {
    make: (dice) =>
      `${dice.text(SMALL, 5)}.${dice.text(SMALL, 3)}@${dice.text(SMALL, 7)}.${dice.one(['com', 'ventures', 'cn', 'io'])}`,
    known: said('mail to '),
  },
  phone: { make: (dice) => `13${dice.text(DIGITS, 9)}`, known: parameter('Phone') },
  bucket: {
    make: (dice) => `${dice.text(SMALL, 6)}-${dice.text(SMALL, 4)}-q${dice.below(9)}`,
    known: (value) => said(`acs:oss:*:*:`, '/*')(value),
  },
  'logon name': {
    make: (dice) => `${dice.text(SMALL, 7)}@${dice.text(SMALL, 9)}.onaliyun.com`,
    known: (userName) => identity({ userName }),
    core: (value) => value.slice(0, -'.onaliyun.com'.length),
  },
  'identity number': { make: identityNumber, known: said('ID card ') },
};

const bytesOf = (text: string): readonly number[] => [...Buffer.from(text)];
const hex2 = (byte: number): string => byte.toString(16).padStart(2, '0');
const utf16 = (text: string, isLittle: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
};
const between = (text: string, sign: string): string => Array.from(text).join(sign);
const units = (text: string, write: (unit: number) => string): string =>
  Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at))).join('');
const mime = (bytes: Buffer, eol: string, width: number): string =>
  bytes.toString('base64').replace(new RegExp(`.{${width}}(?=.)`, 'g'), (line) => line + eol);
const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Ways to write a secret. */
export const WAYS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'escapes of JSON': (text) => JSON.stringify(text).slice(1, -1),
  'escapes of JSON twice': (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
  'units of JSON': (text) => units(text, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`),
  'units in capitals': (text) => units(text, (unit) => `\\u${unit.toString(16).toUpperCase().padStart(4, '0')}`),
  'units in braces': (text) => units(text, (unit) => `\\u{${unit.toString(16)}}`),
  percent: encodeURIComponent,
  'percent twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'every byte with percent': (text) =>
    bytesOf(text)
      .map((byte) => `%${hex2(byte).toUpperCase()}`)
      .join(''),
  'every byte with percent, small': (text) =>
    bytesOf(text)
      .map((byte) => `%${hex2(byte)}`)
      .join(''),
  'units with percent': (text) => units(text, (unit) => `%u${unit.toString(16).padStart(4, '0').toUpperCase()}`),
  form: (text) => encodeURIComponent(text).replaceAll('%20', '+'),
  hex: (text) => Buffer.from(text).toString('hex'),
  'hex in capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'hex with blanks': (text) => bytesOf(text).map(hex2).join(' '),
  'hex with colons': (text) =>
    bytesOf(text)
      .map((byte) => hex2(byte).toUpperCase())
      .join(':'),
  'hex of UTF-16': (text) => utf16(text, true).toString('hex'),
  'bytes with backslash': (text) =>
    bytesOf(text)
      .map((byte) => `\\x${hex2(byte)}`)
      .join(''),
  'bytes with backslash, capitals': (text) =>
    bytesOf(text)
      .map((byte) => `\\x${hex2(byte).toUpperCase()}`)
      .join(''),
  'octal bytes': (text) =>
    bytesOf(text)
      .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
      .join(''),
  'bytes of mails': (text) =>
    bytesOf(text)
      .map((byte) => `=${hex2(byte).toUpperCase()}`)
      .join(''),
  Base64: (text) => Buffer.from(text).toString('base64'),
  'Base64 behind a byte': (text) => Buffer.from(`:${text}`).toString('base64'),
  'Base64 behind two bytes': (text) => Buffer.from(`k=${text};x`).toString('base64'),
  'Base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
  'Base64 with line ends': (text) => mime(Buffer.from(`user: ${text} and more of it`), '\r\n', 12),
  'Base64 with indented lines': (text) => mime(Buffer.from(`user: ${text} and more of it`), '\n  ', 16),
  'Base64 of UTF-16': (text) => utf16(text, true).toString('base64'),
  'Base64 of UTF-16, the other order': (text) => utf16(`k=${text}`, false).toString('base64'),
  'Base64 of Base64': (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
  'soft hyphens': (text) => between(text, '\u00ad'),
  'zero-width characters': (text) => between(text, '\u200b'),
  'a joiner in it': (text) => `${text.slice(0, 3)}\u2060${text.slice(3)}`,
  'references of HTML': (text) => units(text, (unit) => `&#${unit};`),
  'references of HTML, hexadecimal': (text) => units(text, (unit) => `&#x${unit.toString(16)};`),
  'named references': (text) => text.replace(/[&<>"']/g, (sign) => NAMES[sign] ?? sign),
  'full width': (text) =>
    units(text, (unit) => String.fromCharCode(unit === 0x20 ? 0x3000 : unit > 0x20 && unit < 0x7f ? unit + 0xfee0 : unit)),
  'doubled quotes': (text) => text.replace(/["']/g, '$&$&'),
  'HTML in a URL': (text) => encodeURIComponent(text.replace(/[&<>"']/g, (sign) => NAMES[sign] ?? sign)),
  'URL in HTML': (text) => units(encodeURIComponent(text), (unit) => `&#${unit};`),
};

/** A text in which no sign of JSON stands as it is. */
const written = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Places for the written form of a secret: each gives a record, or text between records. `known` are members by which the log knows the secret. */
export const PLACES: Readonly<Record<string, (form: string, number: number) => string>> = {
  'a parameter': (form, number) => JSON.stringify(event(number, { requestParameters: { Note: form } })),
  'JSON in a string': (form, number) =>
    JSON.stringify(event(number, { requestParameters: { Note: JSON.stringify({ a: [form] }) } })),
  'JSON in JSON in a string': (form, number) =>
    JSON.stringify(event(number, { responseElements: JSON.stringify({ a: JSON.stringify({ b: form }) }) })),
  'a name': (form, number) => JSON.stringify(event(number, { requestParameters: { [form]: 1 } })),
  'a list': (form, number) => JSON.stringify(event(number, { additionalEventData: { list: ['x', form, 'y'] } })),
  'a sentence': (form, number) => JSON.stringify(event(number, { errorMessage: `it was (${form}), they say` })),
  'a URL': (form, number) =>
    JSON.stringify(event(number, { requestParameters: { Url: `https://a.aliyun.com/x?y=${form}&z=1` } })),
  'a laid out event': (form, number) => JSON.stringify(event(number, { requestParameters: { Note: `<b>${form}</b>` } }), null, 2),
  'a comment': (form, number) => `// seen: ${form}\n${JSON.stringify(event(number))}`,
  'lines of another log': (form, number) => `2026-03-01 INFO note ${form}\n${JSON.stringify(event(number))}`,
  'a damaged event': (form, number) =>
    JSON.stringify(event(number, { requestParameters: { Note: form } })).replace('"eventVersion":"1",', '"eventVersion" "1",,'),
  'an event that ends early': (form, number) =>
    `{"eventId":"E${number}","eventName":"CreateUser","acsRegion":"cn-hangzhou","requestParameters":{"Note":"${written(form)}","x":\n`,
  'an event in other quotes': (form, number) =>
    `{'eventId': 'E${number}', 'eventName': 'CreateUser', 'acsRegion': 'cn-hangzhou', 'note': '${written(form).replaceAll("'", "\\'")}'}`,
  'an event of Log Service': (form, number) =>
    JSON.stringify({ __topic__: 'actiontrail_audit_event', event: JSON.stringify(event(number, { errorMessage: form })) }),
};
