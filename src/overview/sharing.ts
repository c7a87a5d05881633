import * as vscode from 'vscode';
import { reasonOf } from '../platform/files';
import { eventCount } from '../workspace/display';
import { Disposable } from '../workspace/disposable';
import { markdownOf } from './model/markdown';
import { type ToPanel } from './model/message';
import { PICTURE, pictureOf, type Subject } from './model/picture';
import { type Range } from './model/scale';
import { type Shown, type ShownCounted } from './model/shown';
import { wordsNow } from './words';
import { showError } from '../workspace/notices';

/** A page that does not answer within this time has been closed, in ms. */
const PATIENCE = 20_000;

/** Copies what is shown as Markdown. */
export async function copyMarkdown(shown: Shown, range: Range | undefined, counted: ShownCounted | undefined): Promise<void> {
  await vscode.env.clipboard.writeText(markdownOf(shown, range, counted, wordsNow()));
}

/** Saves pictures: SVG as it is made here, PNG as the page draws that. */
export class PictureSaver extends Disposable {
  private readonly jobs = new Map<number, (png: Uint8Array | undefined) => void>();
  private last = 0;

  constructor(private readonly post: (message: ToPanel) => void) {
    super();
  }

  /** Asks where to, and saves; gives the path, or undefined where nothing was saved. Failures are told to the user. */
  async save(subject: Subject): Promise<string | undefined> {
    const { t } = vscode.l10n;
    const name = subject.shown.title.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/(\.trail)?\.\w+$/, '');
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const uri = await vscode.window.showSaveDialog({
      title: `${t('Save Picture')} · ${t('{0} ({1})', subject.shown.title, eventCount(subject.shown.events))}`,
      filters: { PNG: ['png'], SVG: ['svg'] },
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `${name}-overview.png`) }),
    });
    if (uri === undefined) return undefined;
    try {
      await vscode.workspace.fs.writeFile(uri, await this.bytesOf(subject, /\.svg$/i.test(uri.path)));
      return uri.path.split('/').at(-1) ?? '';
    } catch (error) {
      void showError(t('The picture cannot be saved: {0}', reasonOf(error)));
      return undefined;
    }
  }

  /** The page has drawn a picture, or could not. */
  drawn(job: number, png: Uint8Array | undefined): void {
    this.jobs.get(job)?.(png);
  }

  private async bytesOf(subject: Subject, isSvg: boolean): Promise<Uint8Array> {
    const svg = pictureOf(subject);
    if (isSvg) return new TextEncoder().encode(svg);
    const job = ++this.last;
    const png = await new Promise<Uint8Array | undefined>((resolve) => {
      const timer = setTimeout(() => {
        resolve(undefined);
      }, PATIENCE);
      this.jobs.set(job, (drawn) => {
        clearTimeout(timer);
        resolve(drawn);
      });
      this.post({ type: 'draw', job, svg, ...PICTURE });
    });
    this.jobs.delete(job);
    if (png === undefined) throw new Error(vscode.l10n.t('the panel did not draw it; try SVG'));
    return png;
  }
}
