import * as vscode from 'vscode';
import { largeEvents } from '../checks/largeEvents';
import { type LimitReason } from '../checks/limitReasons';
import { Flag } from '../trail/scan/row';
import { Disposable } from '../workspace/disposable';
import { together } from '../workspace/together';
import { type Faults, inBackground } from '../workspace/faults';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type GroupLimits } from '../workspace/groupLimits';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { type Trails } from '../workspace/trails';
import { hidesFindings } from './diagnosticsOf';
import { SHOW_NOT_UNDERSTOOD } from './notUnderstood';
import { severitiesFor } from '../workspace/severities';
import { type Condition, type Limit, limitText, statusOf } from '../words/statusText';

/** The status follows what happens at most so often, in ms. */
const PAUSE = 150;
/** VS Code's own limits, beyond which it does without tokens. */
const MAX_COLOURED_LENGTH = 20 * 1024 * 1024;
const MAX_COLOURED_LINES = 300_000;
const MAX_COLOURED_LINE = 20_000;

/** The language status: how many events, in which shape, what was not understood; and what the file is where it is no trail. */
export function registerStatus({ trails, groupLimits, faults }: Services): vscode.Disposable {
  return together(new Status(trails, groupLimits, faults));
}

class Status extends Disposable {
  private readonly item = this.register(vscode.languages.createLanguageStatusItem('trail.status', TRAIL_SELECTOR));
  /** One for each limit that was reached: the pop-up shows each on its line. */
  private readonly limits = new Map<Limit, vscode.LanguageStatusItem>();
  private following: vscode.Disposable[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly trails: Trails,
    private readonly groupLimits: GroupLimits,
    private readonly faults: Faults,
  ) {
    super();
    this.item.name = vscode.l10n.t('ActionTrail Log');
    this.register(
      trails.onDidChangeActive(() => {
        this.follow();
      }),
    );
    this.follow();
  }

  override dispose(): void {
    this.unfollow();
    this.showLimits([]);
    clearTimeout(this.timer);
    super.dispose();
  }

  private follow(): void {
    this.unfollow();
    const open = this.trails.active;
    if (open === undefined) return;
    const soon = (): void => {
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        inBackground(this.faults, () => {
          this.show();
        });
      }, PAUSE);
    };
    this.following = [open.onDidChange(soon), open.onDidCheck(soon), this.groupLimits.onDidChange(soon)];
    this.show();
  }

  private unfollow(): void {
    for (const one of this.following) one.dispose();
    this.following = [];
  }

  private show(): void {
    const open = this.trails.active;
    if (open === undefined) return;
    const condition = conditionOf(open);
    const { text, detail, isWarning, isBusy } = statusOf(condition, vscode.env.language, vscode.l10n.t);
    this.item.text = text;
    this.item.detail = detail;
    this.item.busy = isBusy;
    this.item.severity = isWarning ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    this.item.command = commandOf(condition);
    this.showLimits([...limitsOf(open), ...(this.groupLimits.of(open) > 0 ? (['groups'] as const) : [])]);
  }

  private showLimits(reached: readonly Limit[]): void {
    for (const [limit, item] of this.limits) {
      if (reached.includes(limit)) continue;
      item.dispose();
      this.limits.delete(limit);
    }
    for (const limit of reached) {
      if (this.limits.has(limit)) continue;
      const item = vscode.languages.createLanguageStatusItem(`trail.limit.${limit}`, TRAIL_SELECTOR);
      item.name = vscode.l10n.t('ActionTrail Log: Limit Reached');
      item.text = limitText(limit, vscode.l10n.t);
      item.severity = vscode.LanguageStatusSeverity.Warning;
      this.limits.set(limit, item);
    }
  }
}

/** The next step: another language where the file is no trail, the places that were not understood, or else the findings. */
function commandOf({ nature, damaged, skipped, findings = 0 }: Condition): vscode.Command | undefined {
  if (!nature.isTrail) return { command: 'workbench.action.editor.changeLanguageMode', title: vscode.l10n.t('Change Language') };
  if (skipped + damaged > 0) return { command: SHOW_NOT_UNDERSTOOD, title: vscode.l10n.t('Show What Was Not Understood') };
  return findings > 0 ? { command: 'workbench.actions.view.problems', title: vscode.l10n.t('Show Problems') } : undefined;
}

/** What is known of an open log. */
export function conditionOf(open: OpenTrail): Condition {
  const { trail } = open;
  let events = 0;
  let damaged = 0;
  let skipped = 0;
  trail.rows.forEachBlock((count, flags) => {
    for (let index = 0; index < count; index++) {
      const flag = flags[index] as number;
      if ((flag & Flag.Event) === 0) skipped++;
      else {
        events++;
        if ((flag & (Flag.Damaged | Flag.Truncated | Flag.BrokenOff)) !== 0) damaged++;
      }
    }
  });
  const { length } = trail.text;
  const read = trail.isComplete || length === 0 ? 1 : Math.min(trail.reached / length, 0.999);
  return { nature: open.nature, read, events, damaged, skipped, findings: findingsOf(open) };
}

/** How many findings there are that the user has not switched off, shown or not. */
function findingsOf(open: OpenTrail): number | undefined {
  if (!open.isReady) return undefined;
  const severities = severitiesFor(open.document);
  let count = open.tailFindings.filter(({ code }) => severities.has(code)).length;
  for (const [code, { kept, dropped }] of open.totals) if (severities.has(code)) count += kept + dropped;
  return count;
}

/** What the status says of a bound that the checks have reached. */
const LIMIT_OF: Readonly<Record<LimitReason, Limit>> = {
  'too-deep': 'depth',
  'too-long': 'length',
  'too-many': 'mistakes',
  'long-gap': 'gaps',
};

function limitsOf(open: OpenTrail): readonly Limit[] {
  const limits: Limit[] = [];
  const { document } = open;
  const { length } = open.trail.text;
  if (length > MAX_COLOURED_LENGTH || document.lineCount > MAX_COLOURED_LINES) limits.push('colours');
  else if (document.lineAt(0).text.length > MAX_COLOURED_LINE) limits.push('long-lines');
  if (open.isReady && hidesFindings(open, severitiesFor(document))) limits.push('findings');
  if (open.isReady) for (const reason of open.reachedLimits) limits.push(LIMIT_OF[reason]);
  if (largeEvents(open.trail).count > 0) limits.push('large');
  return limits;
}
