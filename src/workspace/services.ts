import type * as vscode from 'vscode';
import { type Platform } from '../platform/platform';
import { type Catalogues } from './catalogues';
import { type Filters } from './filters';
import { type GroupLimits } from './groupLimits';
import { type Sources } from './sources';
import { type Trails } from './trails';

/** What features share. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly trails: Trails;
  readonly sources: Sources;
  readonly filters: Filters;
  readonly groupLimits: GroupLimits;
  readonly catalogues: Catalogues;
  readonly platform: Platform;
}
