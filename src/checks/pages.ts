import { type Bilingual } from '../knowledge/bilingual';
import { type CheckPage, checkPages, type Example } from '../knowledge/checkPages';
import { type Severity } from './codes';

/** The languages that the pages are written in. */
export type PageLanguage = 'zh' | 'en';

const WORDS = {
  title: { zh: '检查项', en: 'What the checks find' },
  intro: {
    zh: '每项问题都有代码，设置 `trail.severity` 按代码指定级别。示例只列出相关的成员，其余成员与完整事件相同。',
    en: 'Each finding has a code, by which the setting `trail.severity` says how it is shown. The examples show only the members that matter; the others are those of a whole event.',
  },
  severity: { zh: '默认级别', en: 'Severity' },
  fix: { zh: '快速修复', en: 'Quick fix' },
  setting: { zh: '设置', en: 'Setting' },
  yes: { zh: '有', en: 'yes' },
  no: { zh: '无', en: 'none' },
  bad: { zh: '有问题', en: 'Bad' },
  good: { zh: '无问题', en: 'Good' },
  in: { zh: '文件：', en: 'In the file ' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const SEVERITIES: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '信息', en: 'information' },
  hint: { zh: '提示', en: 'hint' },
  off: { zh: '关闭', en: 'off' },
};

/** The page of one code as Markdown; `level` is that of its heading. Undefined for what is no code. */
export function pageOf(code: string, language: PageLanguage, level = 1): string | undefined {
  const page = checkPages().find((one) => one.code === code);
  return page === undefined ? undefined : render(page, language, level);
}

/** All pages as one document. */
export function allPages(language: PageLanguage): string {
  const pages = checkPages().map((page) => render(page, language, 2));
  return [`# ${WORDS.title[language]}`, WORDS.intro[language], ...pages].join('\n\n') + '\n';
}

function render(page: CheckPage, language: PageLanguage, level: number): string {
  const { code, severity, fix } = page;
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  const colon = language === 'zh' ? '：' : ': ';
  const facts = [
    `${word('severity')}${colon}${SEVERITIES[severity][language]}`,
    `${word('fix')}${colon}${word(fix ? 'yes' : 'no')}`,
    `${word('setting')}${colon}\`"trail.severity": { "${code}": "${severity === 'off' ? 'warning' : 'off'}" }\``,
  ];
  return [
    `${'#'.repeat(level)} ${code}`,
    facts.join(' · '),
    page[language],
    page.advice[language],
    `${word('bad')}${colon.trim()}`,
    exampleOf(page.bad, word('in')),
    `${word('good')}${colon.trim()}`,
    exampleOf(page.good, word('in')),
  ].join('\n\n');
}

function exampleOf({ event, events, log, file }: Example, inFile: string): string {
  const lines = events?.map(lineOf).join('\n');
  const fenced = `\`\`\`jsonc\n${log ?? lines ?? event ?? ''}\n\`\`\``;
  return file === undefined ? fenced : `${inFile}\`${file}\`\n\n${fenced}`;
}

/** One of several events: its members, or a whole record. */
function lineOf(members: string): string {
  if (members.startsWith('{')) return members;
  return members === '' ? '{ … }' : `{ ${members}, … }`;
}
