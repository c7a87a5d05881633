import type * as vscode from 'vscode';
import { type CurrentLog } from '../workspace/currentLog';
import { type Logs } from '../workspace/logs';
import { type Faults } from '../workspace/faults';
import { type Filters } from '../workspace/filters';

/** What a panel works with. */
export interface Surroundings {
  readonly extension: vscode.Uri;
  readonly logs: Logs;
  readonly current: CurrentLog;
  readonly filters: Filters;
  readonly faults: Faults;
}
