const SETTING = 'trail.severity';
const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];
const keyOf = (code) => `config.severity.code.${code}`;

/** package.json with the setting that has a property for each check. */
export function manifestOf(text, checks) {
  const manifest = JSON.parse(text);
  const section = manifest.contributes.configuration.find(({ properties }) => SETTING in properties);
  section.properties[SETTING] = {
    type: 'object',
    scope: 'resource',
    order: 100,
    markdownDescription: '%config.severity%',
    additionalProperties: false,
    properties: Object.fromEntries(
      checks.map(({ code, severity }) => [
        code,
        { type: 'string', enum: LEVELS, default: severity, description: `%${keyOf(code)}%` },
      ]),
    ),
    default: Object.fromEntries(checks.map(({ code, severity }) => [code, severity])),
    // Without it, all codes would be put into the settings at once.
    defaultSnippets: [{ label: '{}', body: { '${1:comment}': '${2:off}' } }],
  };
  return JSON.stringify(manifest);
}

/** The texts of package.json in one language, with what each check is; the editor shows them as they are, without Markdown. */
export function textsOf(text, checks, language) {
  const texts = Object.entries(JSON.parse(text)).filter(([key]) => !key.startsWith(keyOf('')));
  const at = texts.findIndex(([key]) => key === 'config.severity') + 1;
  const ours = checks.map(({ code, short }) => [keyOf(code), short[language].replaceAll('`', '')]);
  return JSON.stringify(Object.fromEntries(texts.toSpliced(at, 0, ...ours)), undefined, 2);
}
