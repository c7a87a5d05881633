import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { copySamples } from '../../scripts/host/samples.mjs';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';
import { standInParts } from './standIn.mjs';

const { StandIn, LogStoreStandIn, events, spread, KEY, KEYS } = await standInParts();

const WORDS = {
  en: {
    search: 'Trail: Search in the Cloud…',
    container: 'Trail Log',
    days: 'Last 7 days',
    trails: 'Logstores of Trails…',
    send: 'Send',
    cancel: 'Cancel',
    conditions: 'Conditions that are sent: EventName=DeleteUser',
    charged: 'charges these calls as queries',
    more: /^40 events, back to .*; more is there$/,
    older: 'Load Older',
    all: /^60 events, back to .*; that is all$/,
    earlier: 'not repeated on its own',
    again: 'Search Again',
    denied: 'actiontrail:LookupEvents in a RAM policy',
    notifications: 'Notifications: Show Notifications',
    clear: 'Notifications: Clear All Notifications',
  },
  'zh-cn': {
    search: '操作审计: 在云端检索…',
    container: '操作审计日志',
    days: '最近 7 天',
    trails: '跟踪投递的 Logstore…',
    send: '发送',
    cancel: 'Cancel',
    conditions: '发送的查询条件：EventName=DeleteUser',
    charged: '按查询计费',
    more: /^40 个事件，最早 .*；还有更早的事件$/,
    older: '加载更早的事件',
    all: /^60 个事件，最早 .*；已全部加载$/,
    earlier: '不会自动重复',
    again: '重新检索',
    denied: '授予 actiontrail:LookupEvents',
    notifications: 'Notifications: Show Notifications',
    clear: 'Notifications: Clear All Notifications',
  },
};

const TRAIL = { Name: 'company', SlsProjectArn: 'acs:log:cn-hangzhou:1187000000004544:project/audit' };

for (const [language, words] of Object.entries(WORDS)) {
  describe(`search in the cloud, ${language}`, () => {
    const home = mkdtempSync(join(tmpdir(), 'trail-home-'));
    const data = mkdtempSync(join(tmpdir(), 'trail-data-'));
    let standIn;
    let workbench;
    let page;

    before(async () => {
      const now = Date.now();
      const found = spread(
        events(60).map((event) => ({ ...event, eventName: 'DeleteUser' })),
        now,
        3_600_000,
      );
      const store = await LogStoreStandIn.open(spread(events(30), now, 3_600_000));
      standIn = await StandIn.start({ keys: KEYS, events: () => found, store, trails: [TRAIL] });
      mkdirSync(join(home, '.aliyun'));
      const profile = {
        name: 'reader',
        mode: 'AK',
        region_id: 'cn-hangzhou',
        access_key_id: KEY.id,
        access_key_secret: KEY.secret,
      };
      writeFileSync(join(home, '.aliyun/config.json'), JSON.stringify({ current: 'reader', profiles: [profile] }));
      workbench = await openWorkbench({
        folder: copySamples(),
        language,
        data,
        environment: { HOME: home },
        settings: { 'trail.cloud.endpoints': { '*': standIn.origin }, 'trail.cloud.limit': 40 },
      });
      ({ page } = workbench);
      await workbench.sidebar.open(words.container);
      // In a browser the palette has the command only when the extension is there.
      await workbench.until('the button', async () => (await workbench.sidebar.text()).includes(words.search.split(': ')[1]));
    });
    after(async () => {
      await workbench?.close();
      await standIn?.stop();
      for (const folder of [home, data]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    const dialog = () => page.locator('.monaco-dialog-box');
    const answer = async (button) => {
      await workbench.click(dialog().locator('.monaco-button', { hasText: button }));
      await workbench.hidden(dialog());
    };
    const question = async () => {
      await workbench.shown(dialog());
      return dialog().innerText();
    };
    const lens = (text) => page.locator('.codelens-decoration', { hasText: text });
    /** Waits until a line behind the events says something. */
    const says = (pattern) =>
      workbench.until(String(pattern), async () =>
        (await page.locator('.codelens-decoration > *').allInnerTexts()).some((text) =>
          pattern.test(text.replaceAll('\u00a0', ' ')),
        ),
      );
    /** Goes through the steps up to the filter. */
    const steps = async (place) => {
      const { palette } = workbench;
      await workbench.command(words.search);
      await palette.pick('reader');
      await palette.pick(place);
    };
    const filter = async (text) => {
      const { palette } = workbench;
      await palette.pick(words.days);
      await workbench.until(
        'the filter box',
        async () =>
          (await palette.box.innerText()).includes('name:Delete*') || palette.box.locator('.codicon-filter').first().isVisible(),
      );
      await palette.type(text);
      await workbench.press('Enter');
    };
    const search = async () => {
      await steps('ActionTrail');
      await workbench.until('the regions', async () => (await workbench.palette.labels())[0] === 'cn-hangzhou');
      await workbench.press('Enter');
      await filter('name:DeleteUser');
    };

    /** Waits for a notification, in the list of all of them: toasts go away. */
    const listed = async (part) => {
      const messages = page.locator('.notifications-center .notification-list-item-message', { hasText: part });
      await workbench.until(`a notification with "${part}"`, async () => {
        if (!(await page.locator('.notifications-center.visible').isVisible())) await workbench.command(words.notifications);
        return (await messages.count()) > 0;
      });
    };

    it('asks before anything is sent, and sends nothing without an agreement', async () => {
      await search();
      const text = await question();
      assert.ok(text.includes(new URL(standIn.origin).host), text);
      assert.ok(text.includes('LookupEvents'), text);
      assert.ok(text.includes(words.conditions), text);
      await workbench.screenshot(`cloud consent ${language}`);
      await answer(words.cancel);
      assert.equal(standIn.got.length, 0);
    });

    it('says what is missing where the service refuses', async () => {
      standIn.hook = () => ({ status: 403, json: { Code: 'NoPermission', Message: 'no', RequestId: 'r-1' } });
      await search();
      await answer(words.send);
      await listed(words.denied);
      await workbench.screenshot(`cloud refused ${language}`);
      standIn.hook = () => undefined;
      await workbench.command(words.clear);
    });

    it('shows what was found as a log, and loads older events', async () => {
      await search();
      await says(words.more);
      assert.match(await page.locator('.tab.active').innerText(), /actiontrail cn-hangzhou/);
      await workbench.shown(workbench.sidebar.row('DeleteUser'));
      await workbench.screenshot(`cloud log ${language}`);
      const before = standIn.of('LookupEvents').length;
      await workbench.click(lens(words.older).locator('a', { hasText: words.older }));
      await says(words.all);
      assert.ok(standIn.of('LookupEvents').length > before);
      await workbench.screenshot(`cloud all ${language}`);
    });

    it('finds the Logstore of a trail, and says that calls are charged', async () => {
      await steps(words.trails);
      assert.match(await question(), /DescribeTrails/);
      await answer(words.send);
      await workbench.palette.pick('company');
      await filter('');
      const text = await question();
      assert.match(text, /GetLogsV2/);
      assert.ok(text.includes(words.charged), text);
      await answer(words.send);
      await workbench.until('the log', async () => /actiontrail_company/.test(await page.locator('.tab.active').innerText()));
      await workbench.shown(workbench.sidebar.row('RunInstances'));
    });

    it('asks nothing again after the window was loaded anew', async () => {
      const before = standIn.got.length;
      await workbench.reload();
      await says(new RegExp(words.earlier));
      await workbench.shown(lens(words.again));
      assert.equal(standIn.got.length, before);
    });

    it('leaves no key in any file, in the state or in the output', async () => {
      const state = await page.evaluate(savedTexts);
      assert.ok(state.includes('trail.cloud.searches'));
      const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
      const logs = files.map((file) => readFileSync(join(file.parentPath ?? file.path, file.name), 'latin1'));
      assert.ok(logs.some((text) => /LookupEvents \S+ 200 /.test(text)));
      for (const text of [state, ...logs]) for (const part of [KEY.secret, KEY.id]) assert.ok(!text.includes(part));
    });
  });
}

/** Runs in the page: all that it keeps. */
async function savedTexts() {
  const { indexedDB } = globalThis;
  const result = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const texts = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      texts.push(JSON.stringify(await result(database.transaction(store).objectStore(store).getAll())));
    database.close();
  }
  return texts.join('\n');
}
