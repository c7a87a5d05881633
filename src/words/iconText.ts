import { visible } from './visible';

/** What VS Code draws as an icon in CodeLens, status bar and quick pick. */
const ICON = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g;

/**
 * A value of a log for a label that renders icons: what cannot be seen is shown as its escape, and `$(…)` stays text. The one escape for these labels; a
 * backslash that the log itself has before `$(…)` is kept.
 */
export function iconText(text: string, limit?: number): string {
  return visible(text, limit).replace(ICON, '\\$&');
}
