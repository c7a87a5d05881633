import { rangeOf } from '../model/scale';
import { type Shown } from '../model/shown';
import { spanText } from '../model/ticks';
import { type Words } from '../model/words';
import { h } from './dom';

/** The marks above the timeline. The arrow keys go from one to the next; only one of them is a stop of the Tab key. */
export function marksOf(shown: Shown, words: Words, go: (index: number) => void, say: (text: string) => void): HTMLElement {
  const { marks, scale } = shown;
  const buttons = marks.map(({ kind, bin, bins, text }, index) => {
    const said = `${spanText(rangeOf(scale, bin, bin + bins - 1))}: ${text}`;
    const attributes = { type: 'button', class: kind, title: said, 'aria-label': said, tabindex: index === 0 ? 0 : -1 };
    const made = h('button', attributes, kind === 'burst' ? '▲' : '○');
    made.style.left = `${(100 * (bin + bins / 2)) / scale.count}%`;
    made.addEventListener('click', () => {
      go(index);
    });
    made.addEventListener('pointerenter', () => {
      say(said);
    });
    made.addEventListener('focus', () => {
      say(said);
    });
    return made;
  });
  const bar = h('div', { class: 'marks', role: 'toolbar', 'aria-label': words.marks }, ...buttons);
  bar.addEventListener('keydown', ({ key }) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const at = buttons.findIndex((one) => one === document.activeElement);
    const next = buttons[at + step];
    if (step === 0 || at < 0 || next === undefined) return;
    buttons.forEach((one) => {
      one.tabIndex = one === next ? 0 : -1;
    });
    next.focus();
  });
  return bar;
}
