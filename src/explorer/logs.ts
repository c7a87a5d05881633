import * as vscode from 'vscode';
import { HEAD, isTrailHead } from '../language/detect';
import { GzipEditor } from '../workspace/gzipEditor';
import { GzipFiles } from '../workspace/gzipFiles';
import { GzipProblems } from '../workspace/gzipProblems';
import { LargeFiles } from '../workspace/largeFiles';
import { LimitStatus } from '../workspace/limitStatus';
import { LogOpener } from '../workspace/logOpener';
import { type Services } from '../workspace/services';
import { Summaries } from '../workspace/summaries';
import { registerOpenLog } from './openLog';

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
