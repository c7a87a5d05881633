import type * as vscode from 'vscode';
import { type Inputs } from '../workspace/inputs';
import { type Filters } from '../workspace/filters';

/** What a panel works with. */
export interface Surroundings {
  readonly extension: vscode.Uri;
  readonly inputs: Inputs;
  readonly filters: Filters;
}
