/**
 * A name or reason that others have chosen, for a notification: there VS Code makes links, also to commands, of `[text](command:…)`. The one escape for
 * notifications and their titles.
 */
export function noticeText(text: string): string {
  return text.replaceAll('](', '] (');
}
