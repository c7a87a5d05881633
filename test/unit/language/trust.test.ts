import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: unknown; readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly scope?: string }>>;
    }[];
  };
}

/** Settings that only say how something is shown, never what is found, hidden or handed out. */
const HARMLESS =
  /^trail\.(?:hover\.languages|codeLens|referencesCodeLens|inlayHints\.(?:eventName|time)|explorer\.(?:follow|dim|meaning))$/;

test('a workspace that is not trusted hides and changes no finding by its settings', () => {
  const { capabilities, contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
  // Settings of the application are the user's own: no workspace has them.
  const wanted = settings.filter(([name, { scope }]) => scope !== 'application' && !HARMLESS.test(name)).map(([name]) => name);
  // With any other value VS Code does not look at the list.
  assert.equal(capabilities.untrustedWorkspaces.supported, 'limited');
  assert.deepEqual([...capabilities.untrustedWorkspaces.restrictedConfigurations].sort(), wanted.sort());
});
