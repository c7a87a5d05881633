import * as vscode from 'vscode';
import { together } from '../workspace/together';
import { isDerived, TRAIL_SELECTOR } from '../workspace/language';
import { type Services } from '../workspace/services';
import { chooseId } from './references/choose';
import { findDefinitions } from './references/definition';
import { highlightsOf } from './references/highlights';
import { identifierAt } from './references/identifier';
import { searchedFrom } from '../workspace/searched';
import { searchReferences } from './references/searching';
import { peekStory } from './references/story';
import { registerCommand } from '../workspace/command';

/** Ids: every place of one, what it comes from, and what its actor did around an event. */
export function registerReferences(services: Services): vscode.Disposable {
  const { trails } = services;
  const { languages } = vscode;
  return together(
    languages.registerReferenceProvider(TRAIL_SELECTOR, {
      async provideReferences(document, position, _context, token) {
        const id = identifierIn(services, document, position);
        const found = id && (await searchReferences(searchedFrom(services, document), id.value, token));
        return found && [...found.locations];
      },
    }),
    languages.registerDocumentHighlightProvider(TRAIL_SELECTOR, {
      async provideDocumentHighlights(document, position, token) {
        const open = trails.get(document);
        const id = identifierIn(services, document, position);
        return open && id && highlightsOf(open, id.value, id.start, token);
      },
    }),
    languages.registerDefinitionProvider(TRAIL_SELECTOR, {
      async provideDefinition(document, position, token) {
        // There it is the place in the log.
        if (isDerived(document.uri)) return undefined;
        const id = identifierIn(services, document, position);
        const found = id && (await findDefinitions(searchedFrom(services, document), id.value, token));
        if (id === undefined || found === undefined) return undefined;
        const originSelectionRange = new vscode.Range(document.positionAt(id.start), document.positionAt(id.end));
        return found.map(({ uri, event, range }): vscode.LocationLink => ({
          originSelectionRange,
          targetUri: uri,
          targetRange: event,
          targetSelectionRange: range,
        }));
      },
    }),
    registerCommand(services.faults, 'trail.peekStory', (address?: unknown, offset?: unknown) =>
      peekStory(services, address, offset),
    ),
    registerCommand(services.faults, 'trail.findId', (address?: unknown, offset?: unknown) =>
      chooseId(services, address, offset),
    ),
  );
}

function identifierIn(
  { trails }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): ReturnType<typeof identifierAt> {
  const open = trails.get(document);
  return open && identifierAt(open.trail, document.offsetAt(position));
}
