import type * as vscode from 'vscode';
import { together } from './together';
import { HEAD, isTrailHead } from './detect';
import { GzipEditor } from './gzipEditor';
import { GzipFiles } from './gzipFiles';
import { GzipProblems } from './gzipProblems';
import { LargeFiles } from './largeFiles';
import { LimitStatus } from './limitStatus';
import { LogOpener } from './logOpener';
import { type Services } from './services';
import { Summaries } from './summaries';
import { registerOpenLog } from './openCommands';

/** Logs that are no documents: compressed, too large, spread over a folder. */
export function registerLogs(services: Services): vscode.Disposable {
  const { platform, sources, groupLimits, faults } = services;
  const summaries = new Summaries(sources);
  const opener = new LogOpener(platform, sources, summaries);
  const gzipFiles = new GzipFiles(platform);
  return together(
    gzipFiles,
    new GzipProblems(gzipFiles),
    new LimitStatus(gzipFiles, sources, groupLimits),
    new GzipEditor(opener),
    new LargeFiles(platform, sources, { length: HEAD, isTrail: isTrailHead }, faults),
    summaries,
    registerOpenLog(services, opener),
  );
}
