import * as vscode from 'vscode';
import { type FieldName } from '../filter/field';
import { type PresetId } from '../filter/presets';

const FIELDS: Readonly<Record<FieldName, string>> = {
  name: 'event name',
  error: 'error code',
  account: 'account ID',
  user: 'user or role session',
  time: 'time of the event',
  service: 'service',
  region: 'region',
  address: 'source address',
  key: 'access key',
  identity: 'type of identity',
  type: 'event type',
  rw: 'read or write',
  kind: 'kind of operation, by the catalogue',
  sensitivity: 'how much it deserves a look, by the catalogue',
  hour: 'local hour of the day',
  weekday: 'local day of the week',
  first: 'first event of the log with its value',
  resource: 'resource name or type',
  file: 'file of a folder',
  id: 'event ID',
  request: 'request ID',
  source: 'host that handled the call',
  agent: 'client',
  message: 'error message',
  text: 'text of the record',
};

/** What a field holds. */
export function fieldWord(field: FieldName): string {
  return vscode.l10n.t(FIELDS[field]);
}

const PRESET_WORDS: Readonly<Record<PresetId, string>> = {
  changes: 'Changes only',
  failures: 'Failures',
  sensitive: 'Worth a review',
  logons: 'Logons',
  root: 'Done by the root account',
  identities: 'RAM and key changes',
  exposure: 'Network exposure',
  deletions: 'Deletions',
  tampering: 'Trail and log tampering',
  offHours: 'Off-hours',
  firstSeen: 'First seen',
};

export function presetWord(preset: PresetId): string {
  return vscode.l10n.t(PRESET_WORDS[preset]);
}
