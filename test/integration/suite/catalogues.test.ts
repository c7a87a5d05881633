import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { closeAll, codesOf, event, fileWith, LANGUAGE, openTrail } from './documents';
import { hoverOn, positionOf } from './hovers';
import { actUntil, until } from './wait';

const configuration = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('trail');
const set = (name: string, value: unknown): Thenable<void> =>
  configuration().update(name, value, vscode.ConfigurationTarget.Global);

/** What the hover says of the event's name. */
const meaning = (document: vscode.TextDocument, name: string): Promise<string> => hoverOn(document, `"${name}"`, 1, 2);

async function says(document: vscode.TextDocument, name: string, words: string): Promise<void> {
  await until(`the hover of ${name} to say "${words}"`, async () => (await meaning(document, name)).includes(words));
}

describe('event catalogues', () => {
  afterEach(closeAll);

  it('are added from a file, and explain from then on', async () => {
    const csv = fileWith('eventName,zh,en,service\nFrobnicateWidget,摆弄部件,Frobnicates a widget by hand.,ecs\n', '.csv');
    const document = await openTrail(event({ eventName: '"FrobnicateWidget"' }));
    assert.doesNotMatch(await meaning(document, 'FrobnicateWidget'), /by hand/);
    await vscode.commands.executeCommand('trail.addCatalogue', [csv], { service: '*' });
    await says(document, 'FrobnicateWidget', 'Frobnicates a widget by hand');
    await says(document, 'FrobnicateWidget', '摆弄部件');
  });

  it('explain at once wherever a name is explained, in logs that are open @words', async () => {
    const csv = fileWith('eventName,zh,en,service\nPolishGadget,擦亮小器具,Polishes a gadget by hand.,ecs\n', '.csv');
    const document = await openTrail(event({ eventName: '"polishGadget"' }));
    assert.deepEqual(codesOf(document), []);
    await vscode.commands.executeCommand('trail.addCatalogue', [csv], { service: '*' });
    await until('the problem', () => codesOf(document).includes('event-name-case'));
    const said = LANGUAGE === 'en' ? 'Polishes a gadget by hand' : '擦亮小器具';
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
    assert.match(lenses[0]?.command?.title ?? '', new RegExp(said));
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      positionOf(document, '"polishGadget"', 1, 1),
    );
    assert.ok(
      list.items.some(
        ({ label, detail }) =>
          (typeof label === 'string' ? label : label.label) === 'PolishGadget' && detail?.includes(said) === true,
      ),
    );
  });

  it('are added from Markdown, JSON and a checkout of metadata together, and what cannot be read hinders nothing', async () => {
    const markdown = fileWith('| API | Description | Service |\n| - | - | - |\n| BendSpoon | Bends a spoon. | Ecs |\n', '.md');
    const json = fileWith(
      '{"service":"ecs","events":{"ForgeFork":{"zh":"锻造叉子","en":"Forges a fork."},"Bad":{"zh":1}}}',
      '.json',
    );
    const damaged = fileWith('{"service":', '.json');
    const folder = vscode.Uri.joinPath(markdown, '..', 'checkout');
    for (const [language, title] of [
      ['zh-CN', '打磨刀具'],
      ['en-US', 'Hones a knife'],
    ])
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(folder, language ?? '', 'ecs', 'version.json'),
        new TextEncoder().encode(JSON.stringify({ version: '2014-05-26', style: 'rpc', apis: { HoneKnife: { title } } })),
      );
    const names = ['BendSpoon', 'ForgeFork', 'HoneKnife'];
    const document = await openTrail(`[${names.map((name) => event({ eventName: `"${name}"` })).join(',\n')}]`);
    await vscode.commands.executeCommand('trail.addCatalogue', [markdown, json, damaged, folder], { service: '*' });
    await says(document, 'BendSpoon', 'Bends a spoon');
    await says(document, 'ForgeFork', '锻造叉子');
    await says(document, 'HoneKnife', '打磨刀具');
    await says(document, 'HoneKnife', 'Hones a knife');
  });

  it('take the place of what the same files held before', async () => {
    const table = (name: string): string => `|API|Description|Service|\n|-|-|-|\n|${name}|Is ${name} by hand.|Ecs|\n`;
    const file = fileWith(table('WindClock'), '.md');
    const document = await openTrail(event({ eventName: '"WindClock"' }));
    const other = await openTrail(event({ eventName: '"WindWatch"' }));
    await vscode.commands.executeCommand('trail.addCatalogue', [file], { service: 'ecs' });
    await says(document, 'WindClock', 'Is WindClock by hand');
    writeFileSync(file.fsPath, table('WindWatch'));
    await vscode.commands.executeCommand('trail.addCatalogue', [file], { service: 'ecs' });
    await says(other, 'WindWatch', 'Is WindWatch by hand');
    assert.doesNotMatch(await meaning(document, 'WindClock'), /by hand/);
  });

  it('are read from the settings, again when a file changes, and no longer when the setting is gone', async () => {
    const table = (text: string): string => `|API|Description|Service|\n|-|-|-|\n|TwiddleKnob|${text}|Ecs|\n`;
    const file = fileWith(table('Twiddles a knob.'), '.md');
    const document = await openTrail(event({ eventName: '"TwiddleKnob"' }));
    try {
      await set('catalogues', [file.fsPath]);
      await says(document, 'TwiddleKnob', 'Twiddles a knob');
      writeFileSync(file.fsPath, table('Turns a knob back and forth.'));
      await says(document, 'TwiddleKnob', 'Turns a knob back and forth');
    } finally {
      await set('catalogues', undefined);
    }
    await until('the hover to say no more', async () => !(await meaning(document, 'TwiddleKnob')).includes('back and forth'));
  });

  it('find an event without a log, and show it', async () => {
    await vscode.commands.executeCommand('trail.lookUpEvent', 'AppendVswitchId');
    const shown = (): boolean =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('AppendVswitchId')));
    await actUntil('its page', () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'), shown);
  });
});

describe('download of a catalogue', () => {
  let server: Server;
  const asked: string[] = [];

  before(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('[]');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await set('download.address', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });

  after(async () => {
    await set('download.address', undefined);
    server.closeAllConnections();
    server.close();
  });

  afterEach(closeAll);

  it('asks first, with host and product codes, and contacts nobody before the user has agreed', async () => {
    const document = await openTrail(event({ eventName: '"WobbleInstance"' }));
    await vscode.window.showTextDocument(document);
    // Under test VS Code refuses to show a modal question; that it was asked is what its error says.
    const refused = await Promise.resolve(vscode.commands.executeCommand('trail.downloadCatalogue')).then(
      () => '',
      (error: unknown) => String(error),
    );
    assert.match(refused, /dialog/i);
    assert.deepEqual(asked, []);
  });
});
