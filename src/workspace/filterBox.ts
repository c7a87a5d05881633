import * as vscode from 'vscode';
import { suggestionsAt, type ValuesOf } from '../filter/complete';
import { Filter } from '../filter/filter';
import { PRESET_IDS, PRESETS } from '../filter/presets';
import { filterMessage } from '../words/filterMessages';
import { fieldWord, presetWord } from './filterWords';
import { iconText } from '../words/iconText';
import { iconLabel, label } from '../words/label';

/** Suggestions that are shown at a time. */
const SHOWN = 40;

/** A row of the list: it applies a filter, or goes on with another text. */
interface FilterItem extends vscode.QuickPickItem {
  readonly applies?: string;
  readonly continues?: string;
}

/** Where the picker gets what it offers. */
export interface Offers {
  /** The log's name. */
  readonly title: string;
  readonly text: string;
  readonly values: ValuesOf;
  readonly history: readonly string[];
  /** Above the list, and on the row that takes the text, where it is not the events of an open log that are filtered. */
  readonly words?: { readonly title: string; readonly apply: string };
}

/** Lets the user write a filter, with completion; undefined where they think better of it. A filter with faults cannot be taken. */
export function pickFilter({ title, text, values, history, words }: Offers): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<FilterItem>();
  pick.title = words?.title ?? vscode.l10n.t('Filter Events of {0}', label(title));
  pick.placeholder = 'name:Delete* error:* time>2026-03-01T12:00 "free text" -region:cn-shanghai';
  pick.matchOnDescription = false;
  const update = (): void => {
    const items = itemsFor(pick.value, values, history, words?.apply);
    pick.items = items;
    // A fault comes first to be seen; Enter goes on with what can be written there.
    const next = items[0]?.applies === undefined ? items.find(({ continues }) => continues !== undefined) : undefined;
    if (next !== undefined) pick.activeItems = [next];
  };
  pick.value = text;
  update();
  return new Promise((resolve) => {
    pick.onDidChangeValue(update);
    pick.onDidAccept(() => {
      const [active] = pick.activeItems;
      // Enter right behind the last letter: what is chosen there is of the text before.
      const item = active !== undefined && pick.items.includes(active) ? active : pick.items[0];
      if (item?.continues !== undefined) {
        pick.value = item.continues;
        update();
      } else if (item?.applies !== undefined) {
        resolve(item.applies);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** What can be done with a text; the list must not filter it once more. */
function itemsFor(text: string, values: ValuesOf, history: readonly string[], apply: string | undefined): FilterItem[] {
  const filter = Filter.parse(text);
  const items: FilterItem[] = [...(filter.isValid ? [applyItem(filter, apply)] : faults(filter)), ...whole(text, history)];
  const suggestions = suggestionsAt(text, text.length, values).slice(0, SHOWN);
  if (suggestions.length > 0) items.push(separator(vscode.l10n.t('Completions')));
  for (const suggestion of suggestions) {
    const isField = suggestion.kind === 'field';
    items.push({
      label: iconLabel(suggestion.text),
      iconPath: new vscode.ThemeIcon(isField ? 'symbol-field' : 'symbol-value'),
      description: fieldWord(suggestion.field),
      alwaysShow: true,
      continues: `${text.slice(0, suggestion.start)}${suggestion.text}${isField ? '' : ' '}`,
    });
  }
  return items;
}

/** Whole filters, for who has written nothing yet: they come before the many fields. */
function whole(text: string, history: readonly string[]): FilterItem[] {
  if (text.trim() !== '') return [];
  const own = history.filter((one) => PRESET_IDS.every((id) => PRESETS[id] !== one));
  return [
    separator(vscode.l10n.t('Presets')),
    ...PRESET_IDS.map((id) => ({
      label: presetWord(id),
      description: PRESETS[id],
      iconPath: new vscode.ThemeIcon('lightbulb'),
      alwaysShow: true,
      applies: PRESETS[id],
    })),
    ...(own.length > 0 ? [separator(vscode.l10n.t('Used before'))] : []),
    ...own.map((one) => ({ label: iconLabel(one), iconPath: new vscode.ThemeIcon('history'), alwaysShow: true, applies: one })),
  ];
}

function applyItem({ text, isEmpty }: Filter, apply: string | undefined): FilterItem {
  const usual = isEmpty ? vscode.l10n.t('Show all events') : vscode.l10n.t('Show only events that match');
  return {
    label: apply ?? usual,
    description: iconLabel(text),
    iconPath: new vscode.ThemeIcon('filter'),
    alwaysShow: true,
    applies: text,
  };
}

/** Each fault with the place marked. */
function faults({ text, problems }: Filter): FilterItem[] {
  return problems.map((problem) => {
    const { start, end } = problem;
    const marked = `${iconText(text.slice(0, start))}⟦${iconText(text.slice(start, end))}⟧${iconText(text.slice(end))}`;
    return {
      label: iconText(filterMessage(problem, text, vscode.l10n.t)),
      detail: marked,
      iconPath: new vscode.ThemeIcon('error'),
      alwaysShow: true,
    };
  });
}

function separator(words: string): FilterItem {
  return { label: words, kind: vscode.QuickPickItemKind.Separator };
}
