import * as vscode from 'vscode';
import { endpointIn } from '../../cloud/endpoint';

/** What is asked in place of a host, by the setting; undefined where the host itself is asked. */
export function endpointFor(host: string): string | undefined {
  const table = vscode.workspace.getConfiguration('trail').get<Readonly<Record<string, unknown>>>('cloud.endpoints', {});
  return endpointIn(table, host);
}
