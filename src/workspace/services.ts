import type * as vscode from 'vscode';
import { type Platform } from '../platform/platform';
import { type Catalogues } from './catalogues';
import { type CurrentLog } from './currentLog';
import { type FaultLog } from './faultLog';
import { type Filters } from './filters';
import { type GroupLimits } from './groupLimits';
import { type Logs } from './logs';
import { type ReferenceCounts } from './referenceCounts';
import { type Sources } from './sources';
import { type Trails } from './trails';

/** What features share. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly trails: Trails;
  readonly sources: Sources;
  readonly logs: Logs;
  readonly current: CurrentLog;
  readonly counts: ReferenceCounts;
  readonly filters: Filters;
  readonly groupLimits: GroupLimits;
  readonly catalogues: Catalogues;
  /** Is told of what fails while nobody waits for it; the extension's output channel. */
  readonly faults: FaultLog;
  readonly platform: Platform;
}
