import { type Bilingual } from '../../knowledge/bilingual';
import { serviceOfHost } from '../../knowledge/resolveService';

/** Only the beginning of a user agent tells what it is; the rest may be as long as somebody likes. */
const HEAD = 512;

interface Client {
  readonly pattern: RegExp;
  readonly meaning: Bilingual;
}

const CONSOLE: Bilingual = { zh: '在控制台中操作', en: 'An operation in a console' };

/** Clients by what they write into the user agent; the first that fits counts. */
const CLIENTS: readonly Client[] = [
  { pattern: /^AliyunConsole/i, meaning: CONSOLE },
  { pattern: /terraform/i, meaning: { zh: 'Terraform', en: 'Terraform' } },
  { pattern: /aliyun-?cli|Aliyun-CLI/i, meaning: { zh: '阿里云命令行工具（CLI）', en: 'The Alibaba Cloud command line (CLI)' } },
  { pattern: /ossutil/i, meaning: { zh: 'OSS 命令行工具 ossutil', en: 'The OSS command line tool ossutil' } },
  { pattern: /ossbrowser/i, meaning: { zh: 'OSS 图形化工具 ossbrowser', en: 'The OSS desktop tool ossbrowser' } },
  { pattern: /aliyun-sdk|AlibabaCloud|aliyun-openapi|openapi-sdk/i, meaning: { zh: '阿里云 SDK', en: 'An Alibaba Cloud SDK' } },
  {
    pattern: /^(?:curl|Wget|python-requests|Go-http-client|Java\/|okhttp|Apache-HttpClient|PostmanRuntime)/i,
    meaning: { zh: '通用 HTTP 客户端，没有使用阿里云 SDK', en: 'A general HTTP client, no Alibaba Cloud SDK' },
  },
  { pattern: /^Mozilla\//, meaning: { zh: '浏览器', en: 'A browser' } },
];

const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/\bPython\//i, 'Python'],
  [/\bJava\b/i, 'Java'],
  [/\bGolang|\bGo\//i, 'Go'],
  [/\bNode\.?js|TypeScript/i, 'Node.js'],
  [/\bPHP\//i, 'PHP'],
  [/\bDotNET|\.NET/i, '.NET'],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const CONSOLE_HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.console\.(?:aliyun|alibabacloud)\.com$/i;
const VENDOR_HOST = /^[a-z0-9.-]+\.(?:aliyuncs|aliyun|alibabacloud)\.com$/i;

/** What client a user agent names; undefined for one that is not known. */
export function clientOf(userAgent: string): Bilingual | undefined {
  const head = userAgent.slice(0, HEAD).trim();
  if (VENDOR_HOST.test(head)) {
    const service = serviceOfHost(head);
    if (CONSOLE_HOST.test(head))
      return service ? { zh: `在控制台中操作：${service.zh}`, en: `An operation in the console of ${service.en}` } : CONSOLE;
    return service && { zh: `由云服务代为调用：${service.zh}`, en: `Called by a cloud service: ${service.en}` };
  }
  const client = CLIENTS.find(({ pattern }) => pattern.test(head));
  if (client === undefined) return undefined;
  const names = client.meaning.en === 'A browser' ? BROWSERS : client.meaning.en === 'An Alibaba Cloud SDK' ? LANGUAGES : [];
  const name = names.find(([pattern]) => pattern.test(head))?.[1];
  return name === undefined ? client.meaning : { zh: `${client.meaning.zh}（${name}）`, en: `${client.meaning.en} (${name})` };
}
