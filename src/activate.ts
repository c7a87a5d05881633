import type * as vscode from 'vscode';
import { registerExplorer } from './explorer/explorer';
import { registerLogs } from './workspace/registerLogs';
import { registerDecoded } from './language/decoded';
import { registerDiagnostics } from './language/diagnostics';
import { registerDocs } from './language/docs';
import { registerFixes } from './language/fixes';
import { registerLinks } from './language/links';
import { registerNavigation } from './language/navigation';
import { registerUnescape } from './language/unescape';
import { registerCatalogues } from './commands/catalogue/catalogues';
import { registerCloud } from './commands/cloud/cloud';
import { registerDetection } from './workspace/detection';
import { registerCompletion } from './language/completion';
import { registerFolding } from './language/folding';
import { registerFormatting } from './language/formatting';
import { registerHiddenChecks } from './language/hiddenChecks';
import { registerHints } from './language/hints';
import { registerHover } from './language/hover';
import { registerLenses } from './language/lenses';
import { registerNotUnderstood } from './language/notUnderstood';
import { registerOutline } from './language/outline';
import { registerReferences } from './language/references';
import { registerExport } from './commands/share/export';
import { registerRedact } from './commands/share/redact';
import { registerSchema } from './language/schema';
import { registerSelectionRanges } from './language/selectionRange';
import { registerSavingStatus } from './language/savingStatus';
import { registerStatus } from './language/status';
import { registerOverview } from './overview/overview';
import { type Platform } from './platform/platform';
import { Catalogues } from './workspace/catalogues';
import { CurrentLog } from './workspace/currentLog';
import { inBackground } from './workspace/faults';
import { FaultLog } from './workspace/faultLog';
import { Filters } from './workspace/filters';
import { GroupLimits } from './workspace/groupLimits';
import { Logs } from './workspace/logs';
import { ReferenceCounts } from './workspace/referenceCounts';
import { type Services } from './workspace/services';
import { registerOldSeverities } from './workspace/oldSeverities';
import { Sources } from './workspace/sources';
import { Trails } from './workspace/trails';

type Register = (services: Services) => vscode.Disposable;

/** Every feature of the extension, one line each. */
const FEATURES: readonly Register[] = [
  registerLogs,
  registerStatus,
  registerSavingStatus,
  registerHiddenChecks,
  registerOldSeverities,
  registerNotUnderstood,
  registerHover,
  registerDetection,
  registerDiagnostics,
  registerDocs,
  registerSchema,
  registerFixes,
  registerUnescape,
  registerExplorer,
  registerOverview,
  registerNavigation,
  registerReferences,
  registerDecoded,
  registerLinks,
  registerOutline,
  registerFolding,
  registerSelectionRanges,
  registerFormatting,
  registerLenses,
  registerHints,
  registerCompletion,
  registerCatalogues,
  registerCloud,
  registerRedact,
  registerExport,
];

/** Starts the extension on either platform. */
export function activate(context: vscode.ExtensionContext, platform: Platform): void {
  const faults = new FaultLog();
  const trails = new Trails(faults);
  const catalogues = new Catalogues(context.globalStorageUri, platform, faults);
  const sources = new Sources(platform, trails, faults);
  const logs = new Logs(trails, sources);
  const current = new CurrentLog(logs);
  const counts = new ReferenceCounts(trails, logs);
  const filters = new Filters(context.workspaceState);
  const groupLimits = new GroupLimits();
  const services: Services = {
    context,
    trails,
    sources,
    logs,
    current,
    counts,
    filters,
    groupLimits,
    catalogues,
    faults,
    platform,
  };
  context.subscriptions.push(trails, sources, logs, current, filters, groupLimits, catalogues, faults);
  // One that fails is told, and keeps none of the others.
  for (const register of FEATURES)
    inBackground(faults, () => {
      context.subscriptions.push(register(services));
    });
}
