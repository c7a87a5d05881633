import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ViewProgress } from '../../../src/explorer/viewProgress';
import { FaultLog } from '../../../src/workspace/faultLog';
import { type OpenTrail } from '../../../src/workspace/openTrail';
import { closeAll, eventLine, openTrail } from './documents';
import { Explorer } from './explorerParts';
import { pause, until } from './wait';

const LOG = [eventLine({ eventId: '"A-1"' }), eventLine({ eventId: '"A-2"' })].join('\n');

/** The suite makes a log of faults of its own, outside the extension: it speaks English. */
const wordsOf = (reason: string): string => `Something went wrong, and was left undone: ${reason}`;

/** Puts another method into the place of one, until it is called off. */
function instead<K extends PropertyKey>(target: Partial<Record<K, unknown>>, name: K, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return () => {
    if (before === undefined) Reflect.deleteProperty(target, name);
    else Object.defineProperty(target, name, before);
  };
}

async function add(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('work that throws', () => {
  let faults: FaultLog;
  let explorer: Explorer;
  let told: string[];
  let stopListening: () => void;

  beforeEach(() => {
    told = [];
    stopListening = instead(vscode.window, 'showErrorMessage', (message: string) => {
      told.push(message);
      return Promise.resolve(undefined);
    });
    faults = new FaultLog();
    explorer = new Explorer(faults);
  });
  afterEach(async () => {
    stopListening();
    explorer.dispose();
    faults.dispose();
    await closeAll();
  });

  const opened = async (): Promise<OpenTrail> => {
    const document = await openTrail(LOG);
    await vscode.window.showTextDocument(document);
    await explorer.ready();
    const open = explorer.trails.get(document);
    assert.ok(open);
    return open;
  };
  const isTold = (reason: string): void => {
    assert.deepEqual(told, [wordsOf(reason)]);
  };

  it('leaves the tree without groups, not waiting; the user is told once, and the next change is followed', async () => {
    const open = await opened();
    const mend = instead(open, 'group', () => Promise.reject(new Error('no groups')));
    const progress = new ViewProgress(explorer.provider);
    try {
      for (let time = 0; time < 3; time++) {
        explorer.provider.refresh();
        assert.equal(await explorer.provider.settled(), undefined);
        assert.ok(!explorer.provider.isBusy);
      }
      await pause(700);
      assert.ok(!progress.isShown);
      isTold('no groups');
      mend();
      await add(open.document, `\n${eventLine({ eventId: '"A-3"', eventName: '"StopInstance"' })}`);
      await until('the tree', () => explorer.provider.tree !== undefined && explorer.shown().join().includes('StopInstance'));
      isTold('no groups');
    } finally {
      mend();
      progress.dispose();
    }
  });

  it('ends the reading of a log; who waits for it goes on, and the next edit is read', async () => {
    const open = await opened();
    const mend = instead(open.trail, 'advance', () => {
      throw new Error('no rows');
    });
    const complete = instead(open.trail, 'isComplete', false);
    try {
      open.checkAgain();
      await open.whenReady();
      assert.ok(open.hasFailed);
      await explorer.provider.settled();
      assert.ok(!explorer.provider.isBusy);
      isTold('no rows');
    } finally {
      complete();
      mend();
    }
    await add(open.document, `\n${eventLine({ eventId: '"A-3"', eventName: '"StopInstance"' })}`);
    await open.whenReady();
    assert.ok(!open.hasFailed && open.isReady);
    await until('the tree', () => explorer.shown().join().includes('StopInstance'));
    isTold('no rows');
  });

  it('makes of a log whose edit cannot be followed one that is read anew', async () => {
    const open = await opened();
    const mend = instead(open.trail, 'update', () => {
      throw new Error('out of step');
    });
    try {
      await add(open.document, `\n${eventLine({ eventId: '"A-3"', eventName: '"StopInstance"' })}`);
      await until('another trail', () => explorer.trails.get(open.document) !== open);
    } finally {
      mend();
    }
    const anew = explorer.trails.get(open.document);
    await anew?.whenReady();
    assert.equal(anew?.trail.events, 3);
    await until('the tree', () => explorer.shown().join().includes('StopInstance'));
    isTold('out of step');
  });

  it('is told once for each reason, and not at all where the user gave up', () => {
    faults.tell(new Error('one'));
    faults.tell(new Error('one'));
    faults.tell(new vscode.CancellationError());
    faults.tell('other');
    assert.deepEqual(
      told,
      ['one', 'other'].map((reason) => wordsOf(reason)),
    );
  });
});
