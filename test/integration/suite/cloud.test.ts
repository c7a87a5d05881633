import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import { type AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { closeAll } from './documents';
import { actUntil } from './wait';

const set = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('trail').update(name, value, vscode.ConfigurationTarget.Global);

describe('search in the cloud', () => {
  let server: Server;
  let connections = 0;

  before(async () => {
    process.env['ALIBABA_CLOUD_ACCESS_KEY_ID'] = 'LTAIexampleExampleEx';
    process.env['ALIBABA_CLOUD_ACCESS_KEY_SECRET'] = 'exampleSecretExampleSecret';
    process.env['ALIBABA_CLOUD_REGION_ID'] = 'cn-hangzhou';
    server = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await set('cloud.endpoints', { '*': `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });

  after(async () => {
    delete process.env['ALIBABA_CLOUD_ACCESS_KEY_ID'];
    delete process.env['ALIBABA_CLOUD_ACCESS_KEY_SECRET'];
    delete process.env['ALIBABA_CLOUD_REGION_ID'];
    await set('cloud.endpoints', undefined);
    server.close();
  });

  afterEach(closeAll);

  it('an address of a search that nobody remembers is no file, and nothing is asked', async () => {
    const uri = vscode.Uri.from({ scheme: 'trail-cloud', path: '/old.trail.jsonl', query: 'unknown' });
    await assert.rejects(Promise.resolve(vscode.workspace.fs.readFile(uri)), vscode.FileSystemError);
    assert.equal(vscode.workspace.fs.isWritableFileSystem('trail-cloud'), false);
    assert.equal(connections, 0);
  });

  it('no packet leaves before the user has agreed', async () => {
    await set('cloud.limit', 1);
    let refused: string | undefined;
    // Under test VS Code refuses to show a modal question; that it was asked is what its error says.
    Promise.resolve(vscode.commands.executeCommand('trail.cloud.search', 'name:DeleteUser')).then(
      () => (refused = 'no question'),
      (error: unknown) => (refused = String(error)),
    );
    const accept = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await actUntil('the question', accept, () => refused !== undefined);
    await set('cloud.limit', undefined);
    assert.match(refused ?? '', /dialog/i);
    assert.equal(connections, 0);
  });
});
