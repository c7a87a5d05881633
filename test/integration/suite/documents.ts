import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type Faults } from '../../../src/workspace/faults';
import { WHOLE_EVENT } from '../../wholeEvent';
import { lookAt } from '../words';
import { until } from './wait';

/** The project's top folder. */
export const ROOT = realpathSync(join(__dirname, '../../..'));
export const LANGUAGE = process.env['TRAIL_TEST_LANGUAGE'] ?? 'en';

const bundleFile = join(ROOT, `l10n/bundle.l10n.${LANGUAGE}.json`);
const bundle = (existsSync(bundleFile) ? JSON.parse(readFileSync(bundleFile, 'utf8')) : {}) as Record<string, string>;

/** What the extension says in the language of this run. */
export function said(english: string, ...args: readonly string[]): string {
  lookAt(english);
  return (bundle[english] ?? english).replace(/\{(\d)\}/g, (whole, index: string) => args[Number(index)] ?? whole);
}

const folder = mkdtempSync(join(tmpdir(), 'trail-documents-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
let count = 0;

/** Writes a file that no other test has, and gives its address. */
export function fileWith(content: string | Uint8Array, extension = '.trail.json'): vscode.Uri {
  const path = join(folder, `${count++}${extension}`);
  writeFileSync(path, content);
  return vscode.Uri.file(path);
}

/** Makes a folder that no other test has, with files in it, and gives its address. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): vscode.Uri {
  const path = join(folder, `${count++}`);
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return vscode.Uri.file(path);
}

/** Opens a text as a log and waits until its problems have been published. */
export async function openTrail(content: string | Uint8Array): Promise<vscode.TextDocument> {
  const uri = fileWith(content);
  return published(() => vscode.workspace.openTextDocument(uri));
}

/** Waits until problems of the document that `open` gives have been published, be they none. */
export async function published(open: () => Thenable<vscode.TextDocument>): Promise<vscode.TextDocument> {
  const seen = new Set<string>();
  const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) seen.add(uri.toString());
  });
  try {
    const document = await open();
    const uri = document.uri.toString();
    await until(`the problems of ${uri} (${document.languageId})`, () => seen.has(uri));
    return document;
  } finally {
    listener.dispose();
  }
}

/** The editor that is the active one in the active tab, once its document is the one that is wanted: no other one that happens to be in front. */
export async function activeEditor(
  what: string,
  isWanted: (document: vscode.TextDocument) => boolean,
): Promise<vscode.TextEditor> {
  return until(what, () => {
    const { activeTextEditor: editor, tabGroups } = vscode.window;
    const input = tabGroups.activeTabGroup.activeTab?.input;
    const isInFront = input instanceof vscode.TabInputText && input.uri.toString() === editor?.document.uri.toString();
    return isInFront && isWanted(editor.document) && editor;
  });
}

/** The editor of the new document that is shown by what is done: of none that was open before. */
export async function newEditor(what: string, make: () => Thenable<unknown>): Promise<vscode.TextEditor> {
  const before = new Set(vscode.workspace.textDocuments);
  await make();
  return activeEditor(what, (document) => document.isUntitled && !before.has(document));
}

/** The problems that the extension shows for a document, in the order of the text. */
export function problemsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Trail')
    .sort((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end));
}

/** A diagnostic's code, without the link. */
export function codeOf(code: vscode.Diagnostic['code']): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

export function codesOf(document: vscode.TextDocument): string[] {
  return problemsOf(document).map(({ code }) => codeOf(code));
}

/** Closes every editor, without asking what to do with texts that were not saved. */
export async function closeAll(): Promise<void> {
  const isOpen = (): boolean => vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0);
  await until('every editor to be closed', async () => {
    if (isOpen()) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return !isOpen();
  });
}

/** A whole event with some fields written otherwise; a field that is undefined is left out. `indent` is that of its members. */
export function event(changes: Readonly<Record<string, string | undefined>> = {}, indent = '  '): string {
  const members = Object.entries({ ...WHOLE_EVENT, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${indent}"${name}": ${value}`],
  );
  return `{\n${members.join(',\n')}\n${indent.slice(0, -2)}}`;
}

/** An event on one line. */
export function eventLine(changes: Readonly<Record<string, string | undefined>> = {}): string {
  return event(changes)
    .split('\n')
    .map((line) => line.trim())
    .join('');
}

/** Events that are written otherwise, in the shapes in which people have them. */
export function shapesOf(
  events: readonly Readonly<Record<string, string | undefined>>[],
): Readonly<Record<'array' | 'oneLine' | 'lines' | 'logService' | 'response', string>> {
  const lines = events.map((changes) => eventLine(changes));
  const held = (line: string): string =>
    JSON.stringify({ __topic__: 'actiontrail_audit_event', __time__: '1772413332', event: line });
  return {
    array: `[\n${events.map((changes) => event(changes, '    ')).join(',\n')}\n]\n`,
    oneLine: `[${lines.join(',')}]`,
    lines: `${lines.join('\n')}\n`,
    logService: `${lines.map(held).join('\n')}\n`,
    response: `{"RequestId":"r","body":{"Events":[${lines.join(',\n')}]}}`,
  };
}

/** The event of the vendor's document about Flink, in its form; its values are invented. */
export const FLINK = `{
  "ApiVersion": "2019-06-24",
  "RequestId": "0FEB3C6A-0000-4000-8000-5D1B2F6A7C80",
  "EventType": "ApiCall",
  "UserIdentity": {
    "Type": "root-account",
    "InvokedBy": "",
    "AccountId": "1234xxxxxxxx5678",
    "UserName": "root",
    "PrincipalId": "1234xxxxxxxx5678",
    "AccessKeyId": "TMP.xxxxxxxxxxxxxxxx",
    "Arn": ""
  },
  "AcsRegion": "cn-hangzhou",
  "EventName": "AppendVSwitchId",
  "IsBlack": false,
  "RequestParameters": {
    "AcsHost": "foasconsole-share.cn-shanghai.aliyuncs.com",
    "Is4Service": false,
    "ZoneId": "cn-beijing-g",
    "Bid": 1187000000004544000,
    "VSwitchIds": ${String.raw`"[\\\"vsw-xxxxx\\\",\\\"vsw-xxxxx\\\"]"`},
    "AcceptLanguage": "zh-CN"
  },
  "EventSource": "foasconsole-share.cn-shanghai.aliyuncs.com",
  "ServiceName": "RealtimeCompute",
  "EventTime": "2020-12-01T11:54:59.366+0000",
  "ReferencedResources": {},
  "UserAgent": "realtime-compute.console.aliyun.com",
  "EventId": "0FEB3C6A-0000-4000-8000-5D1B2F6A7C80",
  "ResponseElements": {
    "RequestId": "0FEB3C6A-0000-4000-8000-5D1B2F6A7C80",
    "Result": true,
    "ErrCode": "000000"
  },
  "ErrorCode": "",
  "ErrorMessage": "",
  "EventVersion": "",
  "SourceIpAddress": "100.xx.xx.76"
}
`;

/** Sets how findings are shown, by their codes, in the user's settings. */
export async function setSeverity(severities: Readonly<Record<string, string>> | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('trail').update('severity', severities, vscode.ConfigurationTarget.Global);
}

/** Takes what fails in parts of the extension that a test makes itself: the test fails with it. */
export const told: Faults = {
  tell: (error) => {
    process.nextTick(() => {
      throw error;
    });
  },
};
