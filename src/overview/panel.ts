import * as vscode from 'vscode';
import { visible } from '../words/visible';
import { Disposable } from '../workspace/disposable';
import { inBackground } from '../workspace/faults';
import { type LogPanel } from '../workspace/currentLog';
import { type OpenLog } from '../workspace/openLog';
import { Repeater } from '../workspace/repeater';
import { FACET_COLUMNS } from './model/facet';
import { type FromPanel, fromPanel, type Kept, type ToPanel } from './model/message';
import { type Wanted } from './model/find';
import { wantedOf } from './model/marks';
import { type Palette } from './model/palette';
import { type Range } from './model/scale';
import { inSpan, splitFilter, withRange } from './model/timeFilter';
import { type Shown, type ShownCounted } from './model/shown';
import { pageOf, pageRoot } from './page';
import { emptyText, shownCounted, shownOf } from './present';
import { Reader, type Reading } from './reader';
import { reopen } from './reopen';
import { copyMarkdown, PictureSaver } from './sharing';
import { type Surroundings } from './surroundings';
import { Walker } from './walker';
import { wordsNow } from './words';

export const VIEW_TYPE = 'trail.overview';
/** A log that is being read, or edited, is counted again at most this often, in ms. */
const WHILE_READING = 500;
const AFTER_EDIT = 150;
/** Reading goes on for so many times as long as counting took: a large log must not take twice as long because it is looked at. */
const SHARE = 5;

/** One panel: the overview of one log at a time, the current one or, once it is pinned, always the same. */
export class OverviewPanel extends Disposable implements LogPanel {
  log: OpenLog | undefined;
  private listener: vscode.Disposable | undefined;
  private reader: Reader | undefined;
  private reading: Reading | undefined;
  private shown: Shown | undefined;
  /** The selected time, and its numbers once they are known. */
  private range: Range | undefined;
  private counted: ShownCounted | undefined;
  private isReady = false;
  private readonly walker = new Walker();
  private readonly pictures: PictureSaver;
  private readonly repeater: Repeater;

  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly surroundings: Surroundings,
    private kept: Kept,
  ) {
    super();
    const { extension, logs, current, filters } = surroundings;
    const { webview } = panel;
    this.repeater = this.register(
      new Repeater(
        () => this.read(this.log),
        (took) => (this.log?.trail.isComplete === false ? Math.max(WHILE_READING, SHARE * took) : AFTER_EDIT),
        surroundings.faults.tell,
      ),
    );
    this.pictures = this.register(
      new PictureSaver((message) => {
        this.post(message);
      }),
    );
    webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extension)] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(extension, 'media/language-light.svg'),
      dark: vscode.Uri.joinPath(extension, 'media/language-dark.svg'),
    };
    this.register(
      webview.onDidReceiveMessage((message: unknown) => {
        const known = fromPanel(message);
        if (known !== undefined) inBackground(surroundings.faults, () => this.receive(known));
      }),
    );
    const follow = (): void => {
      this.follow();
    };
    this.register(current.onDidChange(follow));
    this.register(logs.onDidChange(follow));
    this.register(
      filters.onDidChange((log) => {
        if (log === this.log) this.filtered();
      }),
    );
    this.register(
      panel.onDidChangeViewState(() => {
        current.update();
      }),
    );
    webview.html = pageOf(webview, extension);
    this.follow();
    this.register(current.add(this));
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  get isPinned(): boolean {
    return this.kept.isPinned;
  }

  /** The address of its log. */
  get address(): string | undefined {
    return this.kept.log;
  }

  /** Lets the panel save what it shows. */
  save(): void {
    this.post({ type: 'save' });
  }

  async copy(): Promise<void> {
    const { shown, range, counted } = this;
    if (shown === undefined) return;
    await copyMarkdown(shown, range, counted);
    this.say(vscode.l10n.t('The overview was copied as Markdown.'));
  }

  /** Counts everything again: meanings may be others. */
  refresh(): void {
    this.reader = undefined;
    this.repeater.now();
  }

  override dispose(): void {
    this.listener?.dispose();
    super.dispose();
  }

  /** Chooses the log: the one it is pinned to, else the current one, else the one that it had as long as that is open. */
  private follow(): void {
    const { logs, current } = this.surroundings;
    const own = this.kept.log === undefined ? undefined : logs.find(this.kept.log);
    const next = this.kept.isPinned ? own : (current.log ?? own);
    const { log: address } = this.kept;
    if (next === undefined && address !== undefined) inBackground(this.surroundings.faults, () => reopen(address));
    if (next === this.log && (next !== undefined || this.listener === undefined)) {
      if (next === undefined) this.repeater.now();
      return;
    }
    this.listener?.dispose();
    this.log = next;
    this.reader = undefined;
    this.listener = next?.onDidChange(() => {
      this.repeater.soon();
    });
    if (next !== undefined) {
      const log = next.uri.toString();
      const isOther = log !== this.kept.log;
      this.keep({ log, title: this.title(next), ...(isOther ? { zoom: undefined, range: undefined } : {}) });
      this.keep({ range: splitFilter(this.surroundings.filters.of(next)).range });
    }
    this.repeater.now();
  }

  private title(log: OpenLog): string {
    return visible(log.title);
  }

  private keep(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    const { log, title, isPinned } = this.kept;
    this.panel.title = title === '' ? vscode.l10n.t('Overview') : vscode.l10n.t('Overview: {0}', title);
    this.post({ type: 'kept', log, title, isPinned });
  }

  private async receive(message: FromPanel): Promise<void> {
    const { reading, shown } = this;
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.post({ type: 'words', words: wordsNow(), kept: this.kept });
        this.show();
        await this.count();
        break;
      case 'mode':
        this.kept = { ...this.kept, mode: message.mode, isTable: message.isTable };
        break;
      case 'pin':
        this.keep({ isPinned: message.isPinned });
        // Its log is the current one, for somebody has just clicked there; that its tab is the active one may be told later.
        if (this.log === undefined) this.follow();
        break;
      case 'zoom':
        this.kept = { ...this.kept, zoom: message.range };
        this.repeater.now();
        break;
      case 'range':
        this.select(message.range);
        break;
      case 'go': {
        const { facet, code, range } = message;
        await this.go(facet === undefined ? { range } : { range, column: FACET_COLUMNS[facet], code });
        break;
      }
      case 'mark': {
        const mark = reading?.marks[message.index];
        if (mark !== undefined && shown !== undefined) await this.go(wantedOf(mark, shown.scale));
        break;
      }
      case 'save':
        await this.savePicture(message.palette);
        break;
      case 'drawn':
        this.pictures.drawn(message.job, message.png);
        break;
      case 'copy':
        await this.copy();
        break;
      case 'open':
        if (this.kept.log !== undefined)
          await vscode.commands.executeCommand('trail.openLog', vscode.Uri.parse(this.kept.log, true));
        break;
    }
  }

  private async savePicture(palette: Palette): Promise<void> {
    const { shown, range, counted } = this;
    if (shown === undefined) return;
    const saved = await this.pictures.save({ shown, range, counted, mode: this.kept.mode, words: wordsNow(), palette });
    if (saved !== undefined) this.say(vscode.l10n.t('The picture was saved as {0}.', visible(saved)));
  }

  private async go(wanted: Wanted): Promise<void> {
    const { reading, reader, log } = this;
    if (reading === undefined || reader === undefined || log === undefined) return;
    const said = await this.walker.go(log, reader, reading, wanted, this.panel.viewColumn);
    if (said !== undefined) this.say(said);
  }

  private async read(log: OpenLog | undefined): Promise<void> {
    const trail = log?.trail;
    this.shown = undefined;
    if (log === undefined || trail === undefined || (trail.isComplete && !log.nature.isTrail)) {
      this.reading = undefined;
      this.show();
      return;
    }
    const filter = splitFilter(this.surroundings.filters.of(log)).rest;
    if (this.reader?.trail !== trail || this.reader.filter.text !== filter.text)
      this.reader = new Reader(trail, filter, () => this.isDisposed || this.log !== log || log.trail !== trail);
    const { reader } = this;
    const reading = await reader.read(this.kept.zoom);
    if (this.log !== log || this.isDisposed) return;
    if (reading === undefined) {
      this.repeater.soon();
      return;
    }
    this.reading = reading === 'timeless' ? undefined : reading;
    this.shown = this.reading && shownOf(this.title(log), this.reading);
    this.show();
    await this.count();
  }

  /** The filter has changed: the time that it asks for, or what it lets through. */
  private filtered(): void {
    if (this.log === undefined) return;
    const { range, rest } = splitFilter(this.surroundings.filters.of(this.log));
    this.kept = { ...this.kept, range };
    if (rest.text === this.reader?.filter.text) inBackground(this.surroundings.faults, () => this.count());
    else this.repeater.now();
  }

  /** Selects a span of time: it is a part of the filter, which the tree and the editor follow. */
  private select(range: Range | undefined): void {
    const { filters } = this.surroundings;
    if (this.log !== undefined) filters.set(this.log, withRange(filters.of(this.log), range));
  }

  /** Counts the selected time. */
  private async count(): Promise<void> {
    const { reading, reader } = this;
    const wanted = this.kept.range;
    const range = wanted && inSpan(wanted, reading?.facts.span);
    this.range = range;
    this.counted = undefined;
    this.tellRange();
    if (range === undefined || reading === undefined || reader === undefined) return;
    const counted = await reader.count(reading.facts, range);
    if (counted === undefined || this.kept.range !== wanted || this.reading !== reading) return;
    this.counted = shownCounted(reading, counted);
    this.tellRange();
  }

  private tellRange(): void {
    this.post({ type: 'range', range: this.range, counted: this.counted });
  }

  /** Brings the page up to date. */
  private show(): void {
    const { shown, log } = this;
    if (shown !== undefined) {
      this.post({ type: 'shown', shown });
      return;
    }
    const { t } = vscode.l10n;
    const { title, log: address } = this.kept;
    if (log !== undefined) this.post({ type: 'empty', text: emptyText(log), canOpen: false });
    else if (title !== '')
      this.post({ type: 'empty', text: t('{0} is not open.', title), canOpen: address?.startsWith('untitled:') === false });
    else this.post({ type: 'empty', text: t('Open an ActionTrail log to see its overview.'), canOpen: false });
  }

  private say(text: string): void {
    this.post({ type: 'said', text });
  }

  private post(message: ToPanel): void {
    if (this.isReady && !this.isDisposed) void this.panel.webview.postMessage(message);
  }
}
