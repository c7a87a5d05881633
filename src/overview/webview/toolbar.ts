import { type Kept } from '../model/message';
import { type Mode } from '../model/stacks';
import { type Words } from '../model/words';
import { button, h } from './dom';

interface ToolbarActions {
  readonly mode: (mode: Mode) => void;
  readonly table: (isTable: boolean) => void;
  readonly pin: (isPinned: boolean) => void;
  readonly zoom: (isIn: boolean) => void;
  readonly save: () => void;
  readonly copy: () => void;
}

interface Possible {
  readonly hasFigures: boolean;
  readonly canZoomIn: boolean;
  readonly canZoomOut: boolean;
}

/** The buttons of the page. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly byKind: HTMLButtonElement;
  private readonly byFailure: HTMLButtonElement;
  private readonly table: HTMLButtonElement;
  private readonly pin: HTMLButtonElement;
  private readonly zoomIn: HTMLButtonElement;
  private readonly zoomOut: HTMLButtonElement;
  private readonly save: HTMLButtonElement;
  private readonly copy: HTMLButtonElement;

  constructor(words: Words, actions: ToolbarActions) {
    const pressed = (one: HTMLButtonElement): boolean => one.getAttribute('aria-pressed') === 'true';
    this.byKind = button(words.byKind, () => {
      actions.mode('kinds');
    });
    this.byFailure = button(words.byFailure, () => {
      actions.mode('failures');
    });
    this.table = button(words.table, () => {
      actions.table(!pressed(this.table));
    });
    this.pin = button(
      words.pin,
      () => {
        actions.pin(!pressed(this.pin));
      },
      { title: words.pinTitle },
    );
    this.zoomIn = button(words.zoomIn, () => {
      actions.zoom(true);
    });
    this.zoomOut = button(words.zoomOut, () => {
      actions.zoom(false);
    });
    this.save = button(words.save, actions.save);
    this.copy = button(words.copy, actions.copy);
    const colours = h('span', { role: 'group', 'aria-label': words.colours, class: 'group' }, this.byKind, this.byFailure);
    this.element = h('div', { class: 'toolbar' }, colours, this.zoomIn, this.zoomOut, this.table, this.pin, this.save, this.copy);
  }

  update({ mode, isTable, isPinned }: Kept, { hasFigures, canZoomIn, canZoomOut }: Possible): void {
    press(this.byKind, mode === 'kinds');
    press(this.byFailure, mode === 'failures');
    press(this.table, isTable);
    press(this.pin, isPinned);
    for (const one of [this.byKind, this.byFailure, this.table, this.save, this.copy]) one.disabled = !hasFigures;
    this.zoomIn.hidden = !canZoomIn;
    this.zoomOut.hidden = !canZoomOut;
  }
}

function press(one: HTMLButtonElement, isPressed: boolean): void {
  one.setAttribute('aria-pressed', String(isPressed));
}
