import { isFacetId, type Shown, type ShownCounted } from './shown';
import { type FacetId } from './facet';
import { type Palette, paletteOf } from './palette';
import { type Range } from './scale';
import { type Mode } from './stacks';
import { type Words } from './words';

/** What a panel keeps over a reload of the window. */
export interface Kept {
  /** The address of its log; undefined where it shows none. */
  readonly log: string | undefined;
  readonly title: string;
  readonly isPinned: boolean;
  readonly mode: Mode;
  readonly isTable: boolean;
  readonly zoom: Range | undefined;
  readonly range: Range | undefined;
}

/** What the extension tells the panel. */
export type ToPanel =
  | { readonly type: 'words'; readonly words: Words; readonly kept: Kept }
  | { readonly type: 'shown'; readonly shown: Shown }
  | { readonly type: 'empty'; readonly text: string; readonly canOpen: boolean }
  | { readonly type: 'range'; readonly range: Range | undefined; readonly counted: ShownCounted | undefined }
  | { readonly type: 'kept'; readonly log: string | undefined; readonly title: string; readonly isPinned: boolean }
  | { readonly type: 'said'; readonly text: string }
  /** Asks what the panel looks like, to save or copy it. */
  | { readonly type: 'save' }
  | { readonly type: 'draw'; readonly job: number; readonly svg: string; readonly width: number; readonly height: number };

/** What the panel tells the extension. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'range'; readonly range: Range | undefined }
  | { readonly type: 'zoom'; readonly range: Range | undefined }
  | { readonly type: 'go'; readonly facet: FacetId | undefined; readonly code: number; readonly range: Range | undefined }
  | { readonly type: 'mark'; readonly index: number }
  | { readonly type: 'pin'; readonly isPinned: boolean }
  | { readonly type: 'mode'; readonly mode: Mode; readonly isTable: boolean }
  | { readonly type: 'save'; readonly palette: Palette }
  | { readonly type: 'copy' }
  | { readonly type: 'open' }
  | { readonly type: 'drawn'; readonly job: number; readonly png: Uint8Array | undefined };

type Fields = Readonly<Record<string, unknown>>;

/** A message of the panel; undefined for anything else: a page that shows text of a log is not trusted with the form of what it says. */
export function fromPanel(message: unknown): FromPanel | undefined {
  const fields = fieldsOf(message);
  switch (fields['type']) {
    case 'ready':
    case 'copy':
    case 'open':
      return { type: fields['type'] };
    case 'range':
    case 'zoom':
      return { type: fields['type'], range: rangeIn(fields['range']) };
    case 'go': {
      const facet = isFacetId(fields['facet']) ? fields['facet'] : undefined;
      return { type: 'go', facet, code: indexIn(fields['code']), range: rangeIn(fields['range']) };
    }
    case 'mark':
      return { type: 'mark', index: indexIn(fields['index']) };
    case 'pin':
      return { type: 'pin', isPinned: fields['isPinned'] === true };
    case 'mode':
      return { type: 'mode', mode: modeIn(fields['mode']), isTable: fields['isTable'] === true };
    case 'save':
      return { type: 'save', palette: paletteOf(fields['palette']) };
    case 'drawn': {
      const { png } = fields;
      return { type: 'drawn', job: indexIn(fields['job']), png: png instanceof Uint8Array ? png : undefined };
    }
    default:
      return undefined;
  }
}

/** What was kept over a reload, as far as it is what was kept. */
export function keptIn(state: unknown): Kept {
  const fields = fieldsOf(state);
  return {
    log: typeof fields['log'] === 'string' ? fields['log'] : undefined,
    title: typeof fields['title'] === 'string' ? fields['title'] : '',
    isPinned: fields['isPinned'] === true,
    mode: modeIn(fields['mode']),
    isTable: fields['isTable'] === true,
    zoom: rangeIn(fields['zoom']),
    range: rangeIn(fields['range']),
  };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function rangeIn(value: unknown): Range | undefined {
  const { from, to } = fieldsOf(value);
  return typeof from === 'number' && typeof to === 'number' && Number.isFinite(from) && Number.isFinite(to) && from < to
    ? { from, to }
    : undefined;
}

function indexIn(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function modeIn(value: unknown): Mode {
  return value === 'failures' ? 'failures' : 'kinds';
}
