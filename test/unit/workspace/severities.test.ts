import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DEFAULT_SEVERITY, FindingCode } from '../../../src/checks/finding';

interface Setting {
  readonly enum: readonly string[];
  readonly default: string;
}
interface Section {
  readonly properties: Readonly<Record<string, Setting>>;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { configuration: Section | Section[] };
};
const properties = Object.assign(
  {},
  ...[contributes.configuration].flat().map((section) => section.properties),
) as Section['properties'];

describe('the settings of severities', () => {
  it('are one for each code, with the severity that it has without one', () => {
    const settings = Object.keys(properties).filter((name) => name.startsWith('trail.severity.'));
    assert.deepEqual(
      settings.sort(),
      Object.values(FindingCode)
        .map((code) => `trail.severity.${code}`)
        .sort(),
    );
    for (const code of Object.values(FindingCode)) {
      const setting = properties[`trail.severity.${code}`];
      assert.equal(setting?.default, DEFAULT_SEVERITY[code]);
      assert.deepEqual(setting.enum, ['error', 'warning', 'information', 'hint', 'off']);
    }
  });
});
