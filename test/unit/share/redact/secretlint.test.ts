import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { event } from '../../trail/logs';
import { redacted } from './done';
import { Dice } from './plants';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const WORD = `${LETTERS}${LETTERS.toUpperCase()}0123456789`;
const HEX = '0123456789abcdef';

/** Secrets of many services, made up here: written out, they would be found in this file. */
function secrets(dice: Dice): readonly string[] {
  const word = (length: number): string => dice.text(WORD, length);
  const base64 = (lines: number): string => Array.from({ length: lines }, () => word(64)).join('\n');
  return [
    `AWS_ACCESS_KEY_ID=AKIA${dice.text(LETTERS.toUpperCase(), 16)} AWS_SECRET_ACCESS_KEY=${word(40)}`,
    `ghp_${word(36)}`,
    `github_pat_${word(22)}_${word(59)}`,
    `xoxb-${dice.text('123456789', 12)}-${dice.text('123456789', 12)}-${word(24)}`,
    `https://hooks.slack.com/services/T${dice.text(LETTERS.toUpperCase(), 8)}/B${dice.text(LETTERS.toUpperCase(), 8)}/${word(24)}`,
    `//registry.npmjs.org/:_authToken=${dice.text(HEX, 8)}-${dice.text(HEX, 4)}-${dice.text(HEX, 4)}-${dice.text(HEX, 4)}-${dice.text(HEX, 12)}`,
    `npm_${word(36)}`,
    `SG.${word(22)}.${word(43)}`,
    `shpat_${dice.text(HEX, 32)}`,
    `lin_api_${word(40)}`,
    `sk-ant-api03-${word(93)}AA`,
    `https://liming:${word(14)}@git.corp-quay.com/x.git`,
    `mysql://liming:${word(14)}@db.corp-quay.com:3306/app`,
    `postgres://liming:${word(14)}@db.corp-quay.com:5432/app`,
    `mongodb+srv://liming:${word(14)}@db.corp-quay.com/app`,
    `-----BEGIN RSA PRIVATE KEY-----\n${base64(6)}\n-----END RSA PRIVATE KEY-----`,
    `-----BEGIN OPENSSH PRIVATE KEY-----\n${base64(6)}\n-----END OPENSSH PRIVATE KEY-----`,
    `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${base64(6)}\n=${word(4)}\n-----END PGP PRIVATE KEY BLOCK-----`,
  ];
}

async function found(content: string): Promise<readonly string[]> {
  const { messages } = await lintSource({
    source: { content, filePath: '/log.json', ext: '.json', contentType: 'text' },
    options: { config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] } },
  });
  return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

test('another search for secrets finds none in redacted logs', async () => {
  let before = 0;
  const left: string[] = [];
  for (let seed = 1; seed <= 5; seed++)
    for (const secret of secrets(new Dice(seed))) {
      const log = [
        JSON.stringify(event(1, { errorMessage: secret })),
        JSON.stringify(event(2, { requestParameters: { Note: JSON.stringify({ a: secret }) } }), null, 2),
        `// ${secret.replaceAll('\n', '\n// ')}`,
        JSON.stringify(event(3)),
      ].join('\n');
      if ((await found(log)).length > 0) before++;
      left.push(...(await found(redacted(log).text)).map((one) => `${secret.slice(0, 40)} → ${one}`));
    }
  assert.ok(before > 40, `it knows only ${before} of them itself`);
  assert.deepEqual(left, []);
});
