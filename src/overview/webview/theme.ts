import { type KINDS } from '../model/kinds';
import { coloursOfKinds, LIGHT, type Palette } from '../model/palette';

const KIND_COLOURS: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  read: ['--vscode-charts-blue'],
  write: ['--vscode-charts-green'],
  delete: ['--vscode-charts-red'],
  logon: ['--vscode-charts-purple'],
  order: ['--vscode-charts-yellow'],
  platform: ['--vscode-descriptionForeground', '--vscode-charts-lines'],
};

/** The colours of the theme as they are now. */
export function paletteNow(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (names: readonly string[], other: string): string =>
    names.map((name) => style.getPropertyValue(name).trim()).find((value) => value !== '') ?? other;
  const kind = (name: (typeof KINDS)[number]): string => of(KIND_COLOURS[name], LIGHT.kinds[name]);
  return {
    background: of(['--vscode-editor-background'], LIGHT.background),
    foreground: of(['--vscode-editor-foreground', '--vscode-foreground'], LIGHT.foreground),
    muted: of(['--vscode-descriptionForeground'], LIGHT.muted),
    grid: of(['--vscode-editorIndentGuide-background1', '--vscode-panel-border', '--vscode-contrastBorder'], LIGHT.grid),
    bar: of(['--vscode-charts-blue'], LIGHT.bar),
    failed: of(['--vscode-charts-red'], LIGHT.failed),
    selection: of(['--vscode-focusBorder', '--vscode-charts-blue'], LIGHT.selection),
    kinds: coloursOfKinds(kind),
  };
}

/** Calls back whenever the theme, or the size of its text, has changed: VS Code sets both on the page's elements. */
export function onThemeChange(run: () => void): void {
  const observer = new MutationObserver(run);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
}
