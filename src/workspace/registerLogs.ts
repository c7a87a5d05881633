import * as vscode from 'vscode';
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
export function registerLogs({ context, platform, sources, groupLimits }: Services): vscode.Disposable {
  const summaries = new Summaries(sources);
  const opener = new LogOpener(platform, sources, summaries);
  const gzipFiles = new GzipFiles(platform);
  return vscode.Disposable.from(
    gzipFiles,
    new GzipProblems(gzipFiles),
    new LimitStatus(gzipFiles, sources, groupLimits),
    new GzipEditor(opener),
    new LargeFiles(platform, sources, { length: HEAD, isTrail: isTrailHead }),
    summaries,
    registerOpenLog(context, opener),
  );
}
