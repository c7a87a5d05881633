import { type Sink } from '../kinds';

/** Names of secrets, at the end of a name: `user_password`, `x-api-key`, `登录密码`. */
const NAME =
  /pass(?:word|wd|phrase|code)|\bpwd|passwd|_pwd|secret[-_ ]?(?:access[-_ ]?)?key|secret|token|signature|credentials?|authorization|api[-_ ]?key|private[-_ ]?key|access[-_ ]?key[-_ ]?secret|auth[-_ ]?code|session[-_ ]?id|cookie|(?:\u5bc6|\u53e3)\u7801|\u53e3\u4ee4|\u5bc6\u94a5|\u79d8\u94a5|\u4ee4\u724c|\u6697\u53f7|\u51ed\u8bc1|\u9a8c\u8bc1\u7801/gi;
/** `-u user:password`, `--user=user:password` of curl and its like; the password may have quotes of its own. */
const USER_OPTION = /(?<![\w-])(?:-u|--user|--proxy-user)[ =]{0,4}["']?([^\s:"'\\]{1,128}):["']?([^\s"'\\]{1,256})/g;
/** Passwords that only the command tells: `mysql -uroot -pSECRET`, `sshpass -p SECRET`, `echo SECRET | passwd --stdin`. Clients of MySQL ask where a blank follows. */
const OF_COMMANDS = [
  /(?<![\w-])(?:mysql(?:dump|admin|import|show)?|mariadb(?:-dump|-admin)?)\s(?:[^\n;|&]{0,256}?\s)?-p["']?([^\s"'\\]{3,256})/g,
  /(?<![\w-])(?:sshpass|mongo(?:sh|dump|restore)?|docker\s{1,4}login)\s(?:[^\n;|&]{0,256}?\s)?-p\s{0,4}["']?([^\s"'\\]{3,256})/g,
  /(?<![\w-])(?:ossutil(?:64)?|openssl)\s(?:[^\n;|&]{0,256}?\s)?-k\s{0,4}["']?([^\s"'\\]{3,256})/g,
  /(?<![\w-])net1?\s{1,4}user\s{1,4}\S{1,64}\s{1,4}["']?([^\s"'\\/*]{3,256})/gi,
  /(?<![\w-])echo\s(?:-\w{1,4}\s)?\s{0,4}["']?(?:[\w.-]{1,64}:)?([^\s"'|\\]{3,256})["']?\s{0,4}\|\s{0,4}(?:sudo\s{1,4})?(?:chpasswd|passwd)/g,
  /(?<![\w-])pass:([^\s"'\\]{3,256})/g,
  /(?<![\w-])redis-cli\s(?:[^\n;|&]{0,256}?\s)?-a\s{0,4}["']?([^\s"'\\]{3,256})/g,
] as const;
const COMMANDS = /mysql|mariadb|sshpass|mongo|docker|ossutil|openssl|net1? +user|passwd|pass:|redis-cli/i;
/** A scheme of HTTP stands before the secret. */
const SCHEME = /^(?:Bearer|Basic|Token|Digest|Negotiate|ApiKey|AWS4-HMAC-SHA256|acs)\s+/i;
/** Between a name and its value: quotes of the name, `=`, `:`, `=>`, in half and full width; `>` or the attribute `value` of XML; blanks behind an option or before a quote. */
const BETWEEN =
  /^(?:\\*["']?\s{1,32}value\s{0,4}[=:]\s{0,4}|\\*["'\u201d\u2019`]?\s{0,4}(?:=>|:=|[=:\uff1a\uff1d]|\u4e3a|\u662f)\s{0,4}|(?:\s[^<>]{0,64})?>\s{0,4})/i;
const BLANKS = /^\s{1,4}/;
const OPENING = /^(\\*)(["'`\u201c\u2018\u300c\u3010])/;
const CLOSING: Readonly<Record<string, string>> = {
  '\u201c': '\u201d',
  '\u2018': '\u2019',
  '\u300c': '\u300d',
  '\u3010': '\u3011',
};
const BARE = /^[^\s"'`<>,;&\\\u201c\u201d\uff0c\uff1b\u3002)}\]]{3,2048}/;
/** What is said of a secret rather than one. */
const WORDS =
  /^(?:true|false|null|none|nil|undefined|empty|invalid|expired?|missing|required|wrong|incorrect|mismatch(?:ed)?|error|failed|failure|denied|not|is|are|was|must|should|cannot|can|the|this|that|and|for|with|has|have|been|value|string|number|object|type|name|field|parameter|format|length|policy|reset|change[ds]?|update[ds]?|create[ds]?|delete[ds]?|login|logon|enabled?|disabled?|yes|\*+|x{3,}|-+|\.+)[.:!]?$/i;
const LONGEST = 2_048;

/** Secrets that a text names: `password=…`, `Authorization: Bearer …`, `--token …`, `密码：…`, `<password>…`. A quoted one goes to its closing quote. */
export function findNamedSecrets(text: string, sink: Sink): void {
  if (text.includes('-u') || text.includes('-user'))
    for (const [, user = '', password = ''] of text.matchAll(USER_OPTION)) {
      sink('users', user);
      sink('secrets', password);
    }
  if (COMMANDS.test(text))
    for (const option of OF_COMMANDS) for (const [, password = ''] of text.matchAll(option)) sink('secrets', password);
  NAME.lastIndex = 0;
  for (let found = NAME.exec(text); found !== null; found = NAME.exec(text)) {
    const end = found.index + found[0].length;
    const value = valueBehind(text, found.index, end);
    if (value !== undefined && !WORDS.test(value)) sink('secrets', value);
  }
}

/** The value of a name; undefined where nothing says that one follows. */
function valueBehind(text: string, start: number, end: number): string | undefined {
  const rest = text.slice(end, end + LONGEST);
  const between = BETWEEN.exec(rest)?.[0] ?? '';
  const isOption = between === '' && /(?:^|\s)--?[\w-]{0,40}$/.test(text.slice(Math.max(0, start - 48), start));
  const blanks = between === '' ? (BLANKS.exec(rest)?.[0] ?? '') : '';
  if (between === '' && blanks === '' && !/^[\u3010\u300c]/.test(rest)) return undefined;
  let value = rest.slice((between || blanks).length);
  const opening = OPENING.exec(value);
  // SQL writes a secret behind its name: PASSWORD 'x', IDENTIFIED BY 'x'.
  if (between === '' && !isOption && opening === null) return undefined;
  if (opening !== null) {
    const [whole, escapes = '', quote = ''] = opening;
    const from = whole.length;
    const close = value.indexOf(`${escapes}${CLOSING[quote] ?? quote}`, from);
    value = close < 0 ? value.slice(from) : value.slice(from, close);
    if (value.includes('{') && value.includes(':')) return undefined;
    return withoutScheme(value);
  }
  return BARE.exec(withoutScheme(value))?.[0];
}

function withoutScheme(value: string): string {
  return value.replace(SCHEME, '');
}
