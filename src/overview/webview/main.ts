import 'uplot/dist/uPlot.min.css';
import './style.css';
import { type FromPanel, keptIn, type ToPanel } from '../model/message';
import { raster } from './raster';
import { atNextFrame } from './dom';
import { onThemeChange } from './theme';
import { View } from './view';

const editor = acquireVsCodeApi();
let view: View | undefined;

const send = (message: FromPanel): void => {
  editor.postMessage(message);
};

async function draw(job: number, svg: string, width: number, height: number): Promise<void> {
  const png = await raster(svg, width, height).catch(() => undefined);
  send({ type: 'drawn', job, png });
}

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'words':
      document.documentElement.lang = data.words.language;
      view = new View(data.words, { ...keptIn(editor.getState()), ...data.kept }, send, (kept) => {
        editor.setState(kept);
      });
      document.body.replaceChildren(view.element);
      break;
    case 'shown':
      view?.setShown(data.shown);
      break;
    case 'empty':
      view?.setEmpty(data.text, data.canOpen);
      break;
    case 'range':
      view?.setRange(data.range, data.counted);
      break;
    case 'kept':
      view?.setKept({ log: data.log, title: data.title, isPinned: data.isPinned });
      break;
    case 'said':
      view?.say(data.text);
      break;
    case 'save':
      view?.save();
      break;
    case 'draw':
      void draw(data.job, data.svg, data.width, data.height);
      break;
  }
});

onThemeChange(
  atNextFrame(() => {
    view?.draw();
  }),
);
send({ type: 'ready' });
