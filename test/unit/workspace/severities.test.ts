import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DEFAULT_SEVERITY, FindingCode } from '../../../src/checks/finding';

interface Setting {
  readonly enum: readonly string[];
  readonly default: unknown;
  readonly description: string;
  readonly properties: Readonly<Record<string, Setting>>;
}
interface Section {
  readonly properties: Readonly<Record<string, Setting>>;
}

const { contributes, capabilities } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly configuration: readonly Section[] };
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
};
const properties = Object.assign({}, ...contributes.configuration.map((section) => section.properties)) as Section['properties'];

describe('the setting of severities', () => {
  const setting = properties['trail.severity'];

  it('is one, with a member for each code, whose severity it has without one', () => {
    assert.deepEqual(
      Object.keys(properties).filter((name) => name.startsWith('trail.severity')),
      ['trail.severity'],
    );
    assert.deepEqual(setting?.default, DEFAULT_SEVERITY);
    assert.deepEqual(Object.keys(setting.properties), Object.values(FindingCode));
  });

  it('completes the severities of each code, and says what it is about, in both languages', () => {
    for (const name of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const texts = JSON.parse(readFileSync(name, 'utf8')) as Readonly<Record<string, string>>;
      for (const [code, member] of Object.entries(setting?.properties ?? {})) {
        assert.deepEqual(member.enum, ['error', 'warning', 'information', 'hint', 'off']);
        assert.equal(member.default, DEFAULT_SEVERITY[code as FindingCode]);
        assert.match(texts[member.description.slice(1, -1)] ?? '', /^[^`]+[.。]$/, code);
      }
    }
  });

  it('counts in trusted workspaces only', () => {
    assert.ok(capabilities.untrustedWorkspaces.restrictedConfigurations.includes('trail.severity'));
  });
});
