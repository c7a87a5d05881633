/** `bad-time` is BadTime. */
const nameOf = (code) => code.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());

/** The text of src/checks/codes.ts: what the rules need of each check. */
export function codesOf(checks) {
  const members = checks.map(({ code, short }) => `/** ${short.en} */\n${nameOf(code)} = '${code}',`);
  const severities = checks.map(({ code, severity }) => `[FindingCode.${nameOf(code)}]: '${severity}',`);
  const fixable = checks.filter(({ fix }) => fix).map(({ code }) => `FindingCode.${nameOf(code)},`);
  return `// Written by \`npm run checks\` from src/knowledge/data/checks.json.

/** What may be wrong in a trail. The codes are stable: settings, fixes and documentation name them. */
export enum FindingCode {
${members.join('\n')}
}

/** How much a finding matters, in the terms of the settings. */
export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** The severity of each code where the user has not set another. */
export const DEFAULT_SEVERITY: Readonly<Record<FindingCode, Severity>> = {
${severities.join('\n')}
};

/** The codes whose findings can be mended. */
export const FIXABLE: readonly FindingCode[] = [
${fixable.join('\n')}
];
`;
}
