import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openWorkbench } from '../../scripts/driver/workbench.mjs';

/** An event in the older form, in a plain .json file: content detection has to find it. Its values are invented. */
const EVENT = {
  ApiVersion: '2019-06-24',
  EventType: 'ApiCall',
  UserIdentity: { Type: 'root-account', AccountId: '1234xxxxxxxx5678', UserName: 'root' },
  AcsRegion: 'cn-hangzhou',
  EventName: 'AppendVSwitchId',
  RequestParameters: {
    ZoneId: 'cn-beijing-g',
    AcsProduct: 'foasconsole-inner',
    VSwitchIds: String.raw`[\"vsw-xxxxx\",\"vsw-xxxxx\"]`,
  },
  EventSource: 'foasconsole-share.cn-shanghai.aliyuncs.com',
  ServiceName: 'RealtimeCompute',
  EventTime: '2020-12-01T11:54:59.366+0000',
  UserAgent: 'realtime-compute.console.aliyun.com',
  SourceIpAddress: '100.xx.xx.76',
};
const AWS = {
  eventVersion: '1.08',
  userIdentity: { type: 'IAMUser' },
  eventName: 'GetUser',
  awsRegion: 'us-east-1',
  eventID: 'e',
};

const SAYS = {
  en: {
    mode: 'Trail JSON',
    first: 'Adds a vSwitch',
    second: '增加虚拟交换机',
    link: 'Unescape in the file',
    over: 'escaped once too often',
    aws: 'AWS CloudTrail',
    events: '1 event',
  },
  'zh-cn': {
    mode: '操作审计 JSON',
    first: '增加虚拟交换机',
    second: 'Adds a vSwitch',
    link: '在文件中还原转义',
    over: '多转义了一次',
    aws: 'AWS CloudTrail',
    events: '1 个事件',
  },
};

for (const [language, says] of Object.entries(SAYS)) {
  describe(`hover by mouse, ${language}`, () => {
    /** What looks at no words is done in one language. */
    const itOnce = language === 'en' ? it : () => {};
    const folder = mkdtempSync(join(tmpdir(), 'trail-hover-'));
    let workbench;
    before(async () => {
      writeFileSync(join(folder, 'event.json'), JSON.stringify(EVENT, undefined, 2));
      writeFileSync(join(folder, 'aws.trail.json'), JSON.stringify(AWS, undefined, 2));
      workbench = await openWorkbench({ folder, file: 'event.json', language });
    });
    after(async () => {
      await workbench?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** What the pop-up behind the braces in the status bar says. */
    const status = async (part) => {
      const { page } = workbench;
      const item = page.locator('.part.statusbar [id="status.languageStatus"]');
      return workbench.until(`"${part}" in the language status`, async () => {
        if (!(await item.isVisible())) return undefined;
        const label = (await item.getAttribute('aria-label')) ?? '';
        return label.includes(part) ? label : undefined;
      });
    };

    it('takes a log in a plain .json file for a trail', async () => {
      await workbench.status.item(says.mode);
      await status(says.events);
    });

    it('explains an event name in both languages', async () => {
      const text = await workbench.editor.hover('AppendVSwitchId', says.second);
      await workbench.screenshot(`hover-event-${language}`);
      assert.ok(text.indexOf(says.first) >= 0 && text.indexOf(says.first) < text.indexOf(says.second), text);
      assert.match(text, /cn-shanghai/);
    });

    itOnce('explains a time', async () => {
      const text = await workbench.editor.hover('2020-12-01T11', 'UTC');
      await workbench.screenshot(`hover-time-${language}`);
      assert.match(text, /2020-12-01 11:54:59\.366 UTC/);
    });

    it('decodes an escaped string, and its link unescapes it in the file', async () => {
      const text = await workbench.editor.hover('vsw-xxxxx', says.link);
      await workbench.screenshot(`hover-escaped-${language}`);
      assert.ok(text.includes(says.over) && text.includes('["vsw-xxxxx", "vsw-xxxxx"]'), text);
      await workbench.click(workbench.page.locator('.monaco-hover a:visible', { hasText: says.link }).first());
      await workbench.editor.waitForText('"VSwitchIds": ["vsw-xxxxx", "vsw-xxxxx"]');
      await workbench.press('Control+Z');
      await workbench.editor.waitForText(String.raw`[\\\"vsw-xxxxx\\\"`);
    });

    it('says what a look-alike is', async () => {
      await workbench.file('aws.trail.json');
      await status(says.aws);
      await workbench.page.locator('.part.statusbar [id="status.languageStatus"]').hover();
      await workbench.shown(workbench.page.locator('.hover-language-status').first());
      await workbench.screenshot(`status-look-alike-${language}`);
    });
  });
}
