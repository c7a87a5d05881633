import * as vscode from 'vscode';
import { together } from '../../workspace/together';
import { REDACT_KINDS, type RedactKind } from '../../share/redact/kinds';
import { redact, type Redacted } from '../../share/redact/redact';
import { type Steps } from '../../trail/steps';
import { type Services } from '../../workspace/services';
import { pickKinds } from './kinds';
import { patternsFor } from './patterns';
import { Previews } from './previews';
import { reverseRedaction } from './reverse';
import { withProgress } from './run';
import { askSubject, type Subject } from './subject';
import { make, offer, type Use } from './use';
import { showWarning } from '../../workspace/notices';
import { registerCommand } from '../../workspace/command';

/** What other commands and tests may give instead of being asked for it. */
interface RedactArguments {
  readonly scope?: unknown;
  readonly kinds?: readonly RedactKind[];
  /** Only show the comparison. */
  readonly quiet?: boolean;
  /** Redact what is no log without asking. */
  readonly force?: boolean;
}

/** Commands that take the secrets out of a log, and put them back. */
export function registerRedact(services: Services): vscode.Disposable {
  const previews = new Previews(services.platform);
  const run = async (given: RedactArguments = {}): Promise<void> => {
    const subject = await askSubject(services, given.scope);
    if (subject === undefined || !(given.force === true || (await isWanted(subject)))) return;
    const patterns = patternsFor(subject.document);
    const kinds =
      given.kinds ?? (await pickKinds(services.context.globalState, patterns, subject.titled(vscode.l10n.t('Redact'))));
    if (kinds === undefined) return;
    const redacted = await redactSubject(subject, kinds, patterns);
    if (redacted === undefined) return;
    const preview = await previews.show(subject, redacted);
    if (given.quiet !== true) await offer(preview);
  };
  const use = async (wanted?: unknown, target?: unknown): Promise<void> => {
    const preview = previews.current;
    if (preview === undefined) return;
    if (isUse(wanted)) await make(preview, wanted, target instanceof vscode.Uri ? target : undefined);
    else await offer(preview);
  };
  return together(
    previews,
    registerCommand(services.faults, 'trail.redact', (given: unknown) => run(isArguments(given) ? given : {})),
    registerCommand(services.faults, 'trail.redact.use', use),
    registerCommand(services.faults, 'trail.reverseRedaction', (given: unknown) =>
      reverseRedaction(services.platform.files, given),
    ),
  );
}

/** Whether a text is a log, or the user wants it redacted all the same. */
async function isWanted(subject: Subject): Promise<boolean> {
  if (subject.isOfLog) return true;
  const isLog = await withProgress(vscode.l10n.t('Redacting the log'), { share: 0 }, subject.isLog());
  if (isLog !== false) return isLog === true;
  const anyway = vscode.l10n.t('Redact Anyway');
  const message = vscode.l10n.t(
    'This text is no log of ActionTrail: only what can be told by its form or by a name beside it would be replaced. Names, accounts and secrets may stay in it.',
  );
  return (await showWarning(message, anyway)) === anyway;
}

/** Redacts with progress; undefined where the user stopped it. */
async function redactSubject(
  subject: Subject,
  kinds: readonly RedactKind[],
  patterns: readonly string[],
): Promise<Redacted | undefined> {
  const progress = { share: 0 };
  const key = crypto.getRandomValues(new Uint8Array(32));
  const { document } = subject;
  const { version } = document;
  const steps = function* (): Steps<Redacted> {
    const pieces = yield* subject.pieces();
    return yield* redact(pieces, { kinds, patterns, key }, progress);
  };
  const redacted = await withProgress(vscode.l10n.t('Redacting the log'), progress, steps());
  if (document.version === version && !document.isClosed) return redacted;
  void showWarning(vscode.l10n.t('The log was edited meanwhile: redact it again.'));
  return undefined;
}

function isArguments(given: unknown): given is RedactArguments {
  if (typeof given !== 'object' || given === null || given instanceof vscode.Uri) return false;
  const { kinds } = given as { readonly kinds?: unknown };
  return kinds === undefined || (Array.isArray(kinds) && kinds.every((kind) => REDACT_KINDS.some((one) => one === kind)));
}

function isUse(value: unknown): value is Use {
  return value === 'copy' || value === 'saveAs' || value === 'open' || value === 'saveMapping' || value === 'leaks';
}
