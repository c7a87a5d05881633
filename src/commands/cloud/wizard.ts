import * as vscode from 'vscode';
import { hostOf, type TrailPlace, trailsCall, trailsIn } from '../../cloud/actionTrail';
import { isName } from '../../cloud/logstore';
import { type CloudPlace, logstoreIn } from '../../cloud/plan';
import { REACH, type Span } from '../../cloud/span';
import { environmentKey, variable } from '../../cloud/profile/choice';
import { configOf } from '../../cloud/profile/machine';
import { CloudError } from '../../cloud/failure';
import { momentRange } from '../../filter/moment';
import { allRegions } from '../../knowledge/regions';
import { type Machine } from '../../platform/platform';
import { iconLabel } from '../../words/label';
import { readerLanguages } from '../../workspace/display';
import { pickFilter } from '../../workspace/filterBox';
import { askText, showStoppable } from '../../workspace/notices';
import { type Connection, type Errand } from './connection';
import { signedBy } from './describe';
import { type CloudWish } from './remembered';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the steps offer first. */
export interface Start {
  readonly last: CloudWish | undefined;
  readonly filter: string;
  readonly history: readonly string[];
}

interface Who {
  readonly profile?: string;
  readonly region: string;
}

interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Asks, step by step, by which profile to search, where, when, and for what. Undefined where the user gives up. Throws CloudError. */
export class Wizard {
  private step = 0;

  constructor(
    private readonly machine: Machine,
    private readonly connection: Connection,
    private readonly start: Start,
  ) {}

  async ask(): Promise<CloudWish | undefined> {
    const who = await this.who();
    const place = who && (await this.place(who));
    const span = place && (await this.span(place));
    const filter = span && (await this.filter());
    if (who === undefined || place === undefined || span === undefined || filter === undefined) return undefined;
    const { profile } = who;
    return { ...(profile === undefined ? {} : { profile }), plan: { place, span, filter } };
  }

  private async who(): Promise<Who | undefined> {
    const environment = (name: string): string => this.machine.environment(name);
    const hasKey = environmentKey(environment) !== undefined;
    const config = await configOf(this.machine);
    const region = variable(environment, 'REGION_ID');
    const profiles = config?.profiles ?? [];
    if (!hasKey && profiles.length === 0) throw new CloudError({ kind: 'profile', problem: 'no-file', profile: '' });
    const own = hasKey ? [{ label: vscode.l10n.t('Environment variables'), value: { region } }] : [];
    const choices: readonly Choice<Who>[] = [
      ...own,
      ...profiles.map(({ name, mode, region: usual }) => ({
        label: iconLabel(name),
        description: iconLabel([mode, usual].filter((part) => part !== '').join(' · ')),
        value: { profile: name, region: usual === '' ? region : usual },
      })),
    ];
    const { last } = this.start;
    const first = last === undefined ? (config?.current ?? '') : last.profile;
    return this.pick(
      choices,
      ({ profile }) => profile === first,
      vscode.l10n.t('Whose key? The profiles of the aliyun command line on this machine'),
    );
  }

  private async place(who: Who): Promise<CloudPlace | undefined> {
    const known = this.start.last?.plan.place;
    const choices: readonly Choice<'actiontrail' | 'known' | 'trails' | 'named'>[] = [
      {
        label: 'ActionTrail',
        description: vscode.l10n.t('the events of the last 90 days, free of charge'),
        value: 'actiontrail',
      },
      ...(known?.kind === 'sls'
        ? [{ label: `${known.project}/${known.logstore}`, description: known.region, value: 'known' as const }]
        : []),
      {
        label: vscode.l10n.t('Logstores of Trails…'),
        description: vscode.l10n.t('asks ActionTrail for the trails'),
        value: 'trails',
      },
      { label: vscode.l10n.t('Another Logstore…'), description: vscode.l10n.t('by its project and its name'), value: 'named' },
    ];
    const kind = await this.pick(
      choices,
      (one) => one === (known?.kind === 'sls' ? 'known' : 'actiontrail'),
      vscode.l10n.t('Search where?'),
    );
    switch (kind) {
      case undefined:
        return undefined;
      case 'known':
        return known;
      case 'actiontrail': {
        const usual = known?.kind === 'actiontrail' ? known.regions : [who.region];
        const regions = await this.regions(usual, true);
        return regions && { kind: 'actiontrail', regions };
      }
      case 'trails':
        return this.trail(who);
      case 'named':
        return this.named(who);
    }
  }

  /** The Logstore of a trail: nothing has to be typed. */
  private async trail(who: Who): Promise<CloudPlace | undefined> {
    const { profile } = who;
    const region = who.region === '' ? (await this.regions([], false))?.[0] : who.region;
    if (region === undefined) return undefined;
    const errand: Errand = {
      profile,
      action: 'DescribeTrails',
      hosts: [hostOf(region)],
      purpose: () => [
        vscode.l10n.t('Only the operation is named.'),
        signedBy(profile),
        vscode.l10n.t('Nothing of your files is sent.'),
      ],
    };
    await this.connection.agree(errand);
    const trails = await this.trails(region, errand);
    const choices: readonly Choice<TrailPlace>[] = trails.map((trail) => ({
      label: iconLabel(trail.name),
      description: iconLabel(`${trail.project}/${trail.logstore} · ${trail.region}`),
      value: trail,
    }));
    const none = vscode.l10n.t('No trail is delivered to a Logstore');
    const chosen = await this.pick(
      choices,
      () => false,
      choices.length === 0 ? none : vscode.l10n.t('Search the Logstore of which trail?'),
    );
    if (chosen === undefined) return undefined;
    const { project, logstore } = chosen;
    return { kind: 'sls', region: chosen.region, project, logstore };
  }

  private trails(region: string, errand: Errand): Thenable<readonly TrailPlace[]> {
    return showStoppable(vscode.l10n.t('Asking for the trails'), async (_, signal) => {
      const call = trailsCall(region);
      const asker = await this.connection.asker(errand, signal);
      return trailsIn(call, await asker.ask(call)).filter(
        (trail) => isName('project', trail.project) && isName('logstore', trail.logstore) && isName('region', trail.region),
      );
    });
  }

  private async named({ region: usual }: Who): Promise<CloudPlace | undefined> {
    const text = await askText(
      { title: this.title(), prompt: vscode.l10n.t('Project and Logstore, as PROJECT/LOGSTORE'), value: '' },
      (written) => (logstoreIn(written) === undefined ? vscode.l10n.t('Write it as PROJECT/LOGSTORE') : undefined),
    );
    const store = text === undefined ? undefined : logstoreIn(text);
    const region = store && (await this.regions([usual], false))?.[0];
    return store === undefined || region === undefined ? undefined : { kind: 'sls', region, ...store };
  }

  private async regions(usual: readonly string[], isMany: boolean): Promise<readonly string[] | undefined> {
    const [language] = readerLanguages();
    const choices: Choice<string>[] = allRegions()
      .filter(({ closed, id }) => closed !== true && isName('region', id))
      .map((region) => ({
        label: region.id,
        description: language === 'zh' ? region.zh : region.en,
        picked: usual.includes(region.id),
        value: region.id,
      }));
    choices.sort((a, b) => Number(b.picked ?? false) - Number(a.picked ?? false));
    const title = this.title();
    if (!isMany) {
      const one = await vscode.window.showQuickPick(choices, {
        title,
        placeHolder: vscode.l10n.t('In which region?'),
        matchOnDescription: true,
      });
      return one && [one.value];
    }
    const placeHolder = vscode.l10n.t('In which regions? Global events are in the home region of the account');
    const several = await vscode.window.showQuickPick(choices, {
      title,
      placeHolder,
      canPickMany: true,
      matchOnDescription: true,
    });
    return several === undefined || several.length === 0 ? undefined : several.map(({ value }) => value);
  }

  private async span(place: CloudPlace): Promise<Span | undefined> {
    const last = this.start.last?.plan.span;
    const known = last && last.to - last.from;
    const days = (count: number): Choice<number> => ({ label: vscode.l10n.t('Last {0} days', count), value: count * DAY });
    const choices: readonly Choice<number>[] = [
      { label: vscode.l10n.t('Last hour'), value: HOUR },
      { label: vscode.l10n.t('Last 24 hours'), value: DAY },
      days(7),
      days(30),
      { ...days(90), value: REACH },
      ...(place.kind === 'sls' ? [days(365)] : []),
      { label: vscode.l10n.t('Another Time…'), description: '2026-03-01..2026-03-02T12:00', value: 0 },
    ];
    const chosen = await this.pick(choices, (value) => value === (known ?? 7 * DAY), vscode.l10n.t('Events of when?'));
    const now = Math.ceil(Date.now() / 1_000) * 1_000;
    if (chosen !== 0) return chosen === undefined ? undefined : { from: now - chosen, to: now };
    const text = await askText(
      { title: this.title(), prompt: vscode.l10n.t('FROM..TO, or a day, a month, an hour'), value: '' },
      (written) => (momentRange(written) === undefined ? vscode.l10n.t('Write it as 2026-03-01..2026-03-02T12:00') : undefined),
    );
    const range = text === undefined ? undefined : momentRange(text);
    return range && range.start < range.end ? { from: range.start, to: range.end } : undefined;
  }

  private filter(): Promise<string | undefined> {
    const { filter, history } = this.start;
    const words = { title: this.title(), apply: vscode.l10n.t('Search for events that match') };
    return pickFilter({ title: '', text: filter, values: () => [], history, words });
  }

  /** Lets the user choose; what was chosen the last time comes first. */
  private async pick<T>(
    choices: readonly Choice<T>[],
    isFirst: (value: T) => boolean,
    placeHolder: string,
  ): Promise<T | undefined> {
    const sorted = [...choices.filter(({ value }) => isFirst(value)), ...choices.filter(({ value }) => !isFirst(value))];
    const options = { title: this.title(), placeHolder, matchOnDescription: true, ignoreFocusOut: true };
    return (await vscode.window.showQuickPick(sorted, options))?.value;
  }

  private title(): string {
    return vscode.l10n.t('Search in the Cloud · step {0}', ++this.step);
  }
}
