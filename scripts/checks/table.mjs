const WORDS = {
  en: {
    head: ['Code', 'Severity', 'Fix', 'Meaning'],
    yes: 'yes',
    severity: { error: 'error', warning: 'warning', information: 'information', hint: 'hint', off: 'off' },
  },
  zh: {
    head: ['代码', '级别', '可修复', '含义'],
    yes: '是',
    severity: { error: '错误', warning: '警告', information: '信息', hint: '提示', off: '关闭' },
  },
};

const rowOf = (cells) => `| ${cells.join(' | ')} |\n`;

/** A README with its table of checks. */
export function readmeOf(text, checks, language) {
  const { head, yes, severity: words } = WORDS[language];
  const old = new RegExp(`^\\|${head.map((word) => ` ${word} +`).join('\\|')}\\|\\n(?:\\|.*\\n)+`, 'm');
  if (!old.test(text)) throw new Error(`No table of checks with the head ${head.join(', ')}.`);
  const rows = checks.map(({ code, severity, fix, short }) => [`\`${code}\``, words[severity], fix ? yes : '', short[language]]);
  return text.replace(old, () => [head, head.map(() => '---'), ...rows].map(rowOf).join(''));
}
