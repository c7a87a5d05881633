import { visible } from './visible';
import { iconText } from './iconText';

/** VS Code shows no more of a notification; UTF-16 units. */
const MAX_NOTICE = 1_000;

/**
 * The one escape of notifications and of progress in them: there VS Code makes links, also to commands, of `[text](command:…)`. None of them is ours, so it is
 * given the whole message. What cannot be seen is shown as its escape, and a long text is cut.
 */
export function noticeText(message: string): string {
  return withoutLinks(visible(message, MAX_NOTICE));
}

/** The one escape of what stands below input boxes, of details of the language status, and of progress in the status bar: they draw `$(…)` as an icon too. */
export function promptText(message: string): string {
  return withoutLinks(iconText(message, MAX_NOTICE));
}

function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
