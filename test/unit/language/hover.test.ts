import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { builtin, createCatalogue } from '../../../src/knowledge/catalogue';
import { eventFields, identityFields } from '../../../src/knowledge/fields';
import { type Language } from '../../../src/knowledge/bilingual';
import { explainEntry } from '../../../src/language/hover/eventName';
import { render, renderDecoded } from '../../../src/language/hover/render';
import { answerAt, hoverAt } from './hovers';

/** An event around some members; `|` in them is the cursor. */
const event = (members: string): string =>
  `{"eventTime":"2026-03-01T19:00:12Z","acsRegion":"cn-hangzhou","eventId":"e",${members}}`;
const flink = (name: string): string => event(`"serviceName":"RealtimeCompute","eventName":"|${name}"`);

function builtinSource(language: 'zh' | 'en'): string {
  const { source } = builtin();
  return typeof source === 'string' ? source : source[language];
}

function assertSays(text: string, ...parts: readonly string[]): void {
  for (const part of parts) assert.ok(text.includes(part), `"${part}" is not in:\n${text}`);
}

describe('hover on event names', () => {
  it('says what it is, where to look, why, how often and whence', () => {
    const text = hoverAt(flink('AppendVswitchId'));
    assertSays(text, '**Adds a vSwitch.**', 'Write', 'cn-shanghai', 'Why it matters: ', '**1 event**, none failed', 'Source: ');
    assertSays(text, '**增加虚拟交换机**', '写操作', '为何关注：');
    assert.ok(!text.includes('documented as'));
  });

  it('tells when the documentation spells it otherwise', () => {
    assertSays(hoverAt(flink('appendVSwitchId')), '**Adds a vSwitch.**', 'documented as `AppendVswitchId`');
    assert.ok(!hoverAt(flink('AppendVSwitchId')).includes('documented as'), 'documented in both spellings');
    assertSays(hoverAt(flink('APPENDVSWITCHID'), 'zh'), '增加虚拟交换机', '文档写作 `AppendVswitchId`');
  });

  it('gives the languages that are wanted, in their order', () => {
    assert.match(hoverAt(flink('AppendVswitchId'), 'zh', 'en'), /增加虚拟交换机[^]*本日志中出现[^]*---[^]*Adds a vSwitch/);
    assert.ok(!hoverAt(flink('AppendVswitchId'), 'en').includes('增加'));
  });

  it('marks a meaning that is derived', () => {
    const text = hoverAt(flink('FrobnicateWidget'));
    assertSays(text, 'derived from the name', '根据名称推断');
    assert.ok(!text.includes('Source: ') && !text.includes('risk'), 'a guess has no source and no risk');
  });

  it('names both catalogues where the two languages come from different ones', () => {
    const files = [{ service: 'ecs', events: { StopInstance: { en: 'Halts it.' } } }];
    const entry = createCatalogue([{ id: 'imported', source: 'mine', files: () => files }, builtin()]).lookup(
      'ecs',
      'StopInstance',
    );
    const said = (...languages: Language[]): string =>
      render({ explanations: [explainEntry(entry)] }, languages).replaceAll('\\', '');
    assertSays(said('en', 'zh'), '**Halts it.**', '**停止一台实例**', `Source: mine (English), ${builtinSource('en')} (Chinese)`);
    assertSays(said('zh'), `来源：${builtinSource('zh')}（中文）、mine（英文）`);
  });

  it('keeps services apart', () => {
    const create = (service: string): string => hoverAt(event(`"serviceName":"${service}","eventName":"|CreateInstance"`), 'en');
    assert.notEqual(create('Ecs'), create('Hologram'));
  });

  it('counts without regard to case, and failures', () => {
    const line = (name: string, error: string, service = 'Ecs'): string =>
      event(`"serviceName":"${service}","eventName":"${name}","errorCode":"${error}"`);
    const log = [
      line('|StopInstance', ''),
      line('stopinstance', 'Forbidden.RAM'),
      line('StopInstance', 'success'),
      line('StopInstance', '', 'Eci'),
      line('StartInstance', ''),
    ];
    assertSays(hoverAt(log.join('\n'), 'en'), '**4 events** (3 of `Ecs`), **1** failed');
    assertSays(hoverAt(log.join('\n'), 'zh'), '**4** 次（其中 `Ecs` 3 次），失败 **1** 次');
  });

  it('works in an event without braces, in a damaged one and in a response', () => {
    assertSays(
      hoverAt(`"eventName": "|AppendVswitchId", "serviceName": "RealtimeCompute", "acsRegion": "cn-shanghai"`),
      'Adds a vSwitch',
    );
    assertSays(hoverAt(`[{"acsRegion":"cn-hangzhou" "eventName":"|StopInstance", "serviceName":"Ecs" // comment\n`), 'instance');
    assertSays(hoverAt(`{"RequestId":"r","Events":[${event('"serviceName":"Ecs","eventName":"|StopInstance"')}]}`), 'instance');
  });
});

describe('hover on keys', () => {
  for (const field of [...eventFields(), ...identityFields()]) {
    it(`explains ${field.path.join('.')} in both casings`, () => {
      const [first = '', second] = field.path;
      const upper = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
      const at = (one: string, two: string | undefined): string =>
        two === undefined ? event(`"|${one}": ""`) : event(`"${one}": {"|${two}": ""}`);
      if (/^event(?:Time|Id)$|^acsRegion$/.test(first)) return;
      for (const text of [hoverAt(at(first, second)), hoverAt(at(upper(first), second && upper(second)))])
        assertSays(text, field.meaning.en, field.meaning.zh);
    });
  }

  it('says the type, that it is required, and its values', () => {
    assertSays(hoverAt(event('"|eventRW": "Write"')), '`eventRW` · string', 'Known values:', '- `Write`: ', '- `Read`：');
    assertSays(hoverAt(event('"|eventType": "ApiCall"')), 'string · required', '- 10 more');
  });

  it('says what the gateway added', () => {
    assertSays(hoverAt(event('"requestParameters": {"|AcsHost": "a.aliyuncs.com"}')), 'gateway', '网关');
    assertSays(hoverAt(event('"requestParameters": {"|stsTokenFoo": "1"}')), 'gateway', '网关');
  });

  it('explains resource types, and parameters that it does not know by their names', () => {
    assertSays(hoverAt(event('"referencedResources": {"|ACS::ECS::Instance": ["i-1"]}')), 'ECS');
    assertSays(hoverAt(event('"requestParameters": {"|NodepoolId": "1"}')), 'The ID of the node pool.');
    assertSays(hoverAt(event('"requestParameters": {"|FooBarBaz": "1"}')), 'no word that is known');
    assert.equal(hoverAt(event('"|FooBarBaz": "1"')), '');
  });

  it('explains the keys of Log Service, flattened ones and those of EventBridge', () => {
    assertSays(
      hoverAt(`{"__topic__":"actiontrail_audit_event","|__time__":"1772413332","event":${event('"eventName":"A"')}}`),
      'Simple Log Service',
    );
    assertSays(hoverAt(`{"__topic__":"actiontrail_audit_event","event":{"|acsRegion":"cn-hangzhou","eventName":"A"}}`), 'region');
    assertSays(
      hoverAt(`{"event.eventName":"A","event.acsRegion":"cn-hangzhou","event.|sourceIpAddress":"1.2.3.4"}`),
      'came from',
    );
    assertSays(
      hoverAt(`{"specversion":"1.0","type":"ecs:ActionTrail:ApiCall","data":{"eventName":"A","|acsRegion":"cn-hangzhou"}}`),
      'region',
    );
  });
});

describe('hover on values', () => {
  const value = (members: string, ...languages: ('zh' | 'en')[]): string =>
    hoverAt(event(`"eventName":"A",${members}`), ...languages);

  it('explains times in their four forms', () => {
    assertSays(
      value(
        '"x":{},"insightDetails":{},"userIdentity":{"sessionContext":{"attributes":{"creationDate":"|2026-03-01T00:00:00Z"}}}',
      ),
      '2026-03-01 00:00:00 UTC',
      '1 day ago',
      '1 天前',
    );
    assertSays(
      hoverAt(`{"EventName":"A","AcsRegion":"cn-hangzhou","EventTime":"|2020-12-01T11:54:59.366+0000"}`),
      '2020-12-01 11:54:59.366 UTC',
      '5 years ago',
    );
    assertSays(
      hoverAt(
        `{"Events":[{"UsedTimestamp": |1628155292000,"Detail":"{\\"eventName\\":\\"A\\",\\"acsRegion\\":\\"cn-hangzhou\\"}"}]}`,
      ),
      '2021-08-05 09:21:32 UTC',
      'milliseconds',
    );
    assertSays(value('"requestParameters":{"ExpireTime":"|1772413332"}'), '2026-03-02 01:02:12 UTC');
    assert.equal(value('"requestParameters":{"FooBarBaz":|1772413332}'), '');
  });

  it('explains a region, a zone, a service and a host', () => {
    assertSays(value('"requestParameters":{"RegionId":"|cn-shanghai"}'), '**China (Shanghai)**', '**华东2（上海）** · 地域');
    assertSays(value('"requestParameters":{"ZoneId":"|cn-beijing-f"}'), 'zone F', '可用区 F');
    assertSays(value('"requestParameters":{"Whatever":"|cn-shanghai"}'), '**China (Shanghai)**');
    assertSays(value('"serviceName":"|RealtimeCompute"'), 'Realtime Compute', '实时计算');
    assertSays(value('"eventSource":"|ecs.cn-hangzhou.aliyuncs.com"'), 'Elastic Compute Service', 'a host of this service');
  });

  it('explains identities, keys, event types and booleans written as text', () => {
    assertSays(value('"userIdentity":{"type":"|root-account"}'), '主账号', 'account itself');
    assertSays(value('"userIdentity":{"accessKeyId":"|STS.EXAMPLE"}'), 'STS', '临时');
    assertSays(value('"userIdentity":{"accountId":"|1187****4544"}'), 'Masked', '已脱敏');
    assertSays(
      value('"userIdentity":{"type":"assumed-role","principalId":"|300:alice@example.com"}'),
      'Role ID: `300`',
      '`alice@example.com`',
      '会话',
    );
    assertSays(value('"eventType":"|ConsoleOperation"'), 'console', '控制台');
    assertSays(value('"isGlobal":"|true"'), 'global', '全局');
    assertSays(value('"isGlobal":|false'), 'one region');
  });

  it('explains addresses', () => {
    assertSays(value('"sourceIpAddress":"|192.168.1.2"'), 'RFC 1918', '私网');
    assertSays(value('"sourceIpAddress":"|Internal"'), 'inside Alibaba Cloud');
    assertSays(value('"sourceIpAddress":"|100.xx.xx.76"'), 'masked', '脱敏');
  });

  it('explains errors and what to check', () => {
    assertSays(value('"errorCode":"|Forbidden.RAM"'), 'What to check: ', '检查：');
    assertSays(
      value('"errorCode":"NoPermission","errorMessage":"|no"'),
      'The message of the error `NoPermission`',
      'What to check',
    );
    assertSays(value('"responseElements":{"ErrCode":"|000000"}'), 'success', '成功');
  });

  it('explains resources, ARNs, clients and addresses of the web', () => {
    assertSays(
      value('"resourceType":"ACS::ECS::Instance;ACS::VPC::VSwitch","resourceName":"|i-1,i-2;vsw-1"'),
      '`i-1`, `i-2`',
      '`vsw-1`',
    );
    assertSays(value('"resourceType":"|ACS::ECS::Instance;ACS::VPC::VSwitch"'), 'Several resource types');
    assertSays(value('"referencedResources":{"ACS::ECS::Instance":["|i-1"]}'), 'A resource that the event concerns');
    assertSays(
      value('"requestParameters":{"RoleArn":"|acs:ram::123456:role/x"}'),
      'Resource Access Management',
      'Resource name: `x`',
    );
    assertSays(value('"userAgent":"|ecs.console.aliyun.com"'), 'An operation in the console of Elastic Compute Service');
    assertSays(value('"userAgent":"|AlibabaCloud (Linux; x86_64) Python/3.11 Core/2"'), 'An Alibaba Cloud SDK (Python)');
    assertSays(value('"additionalEventData":{"callbackUrl":"|https://a.example/b?c=d%20e"}'), '`a.example`', '`c` = `d e`');
  });

  it('falls back to what the field is', () => {
    assertSays(value('"requestId":"|83BB0682-9EBA-402F-8359-26B1676A9EE2"'), 'support ticket');
  });

  it('warns of secrets', () => {
    assertSays(value('"responseElements":{"Credentials":{"SecurityToken":"|abc"}}'), 'secret', '机密');
  });
});

describe('hover on escaped strings', () => {
  const parameter = (literal: string): string => event(`"eventName":"A","requestParameters":{"VSwitchIds":${literal}}`);

  it('shows what they hold', () => {
    const text = hoverAt(parameter(String.raw`"|[\"vsw-1\",\"vsw-2\"]"`));
    assertSays(text, '**JSON in a string** · 1 level of escaping', '```json\n["vsw-1", "vsw-2"]\n```', '交换机');
  });

  it('says when they are escaped once too often', () => {
    const literal = String.raw`"[\\\"vsw-1\\\",\\\"|vsw-2\\\"]"`;
    assertSays(hoverAt(parameter(literal)), '**JSON that was escaped once too often** · 2 levels', '["vsw-1", "vsw-2"]');
    assertSays(hoverAt(parameter(literal), 'zh'), '多转义了一次的 JSON');
    const found = answerAt(parameter(literal));
    assert.equal(found?.answer.decoded?.isSubject, true);
    assert.equal(parameter(literal).slice(found.answer.decoded.offset, found.answer.decoded.offset + 2), '"[');
  });

  it('claims nothing of a string that only looks like JSON', () => {
    const found = answerAt(parameter('"|[not json]"'));
    assert.equal(found?.answer.decoded, undefined);
    assert.ok(!hoverAt(parameter('"|{id}"')).includes('JSON in a string'));
  });

  it('explains the field under the cursor inside', () => {
    const inner = String.raw`"{\"AcsHost\":\"a.aliyuncs.com\",\"Re|gionId\":\"cn-shanghai\"}"`;
    const log = event(`"eventName":"A","requestParameterJson":${inner}`);
    assertSays(hoverAt(log), '`RegionId`', '"AcsHost"');
    assert.equal(answerAt(log)?.about, String.raw`\"RegionId\"`);
  });

  it('sums up an event in a string, and explains the field under the cursor', () => {
    const held = {
      eventName: 'AppendVswitchId',
      serviceName: 'RealtimeCompute',
      acsRegion: 'cn-shanghai',
      eventTime: '2026-03-02T01:02:12Z',
      sourceIpAddress: '1.2.3.4',
      userIdentity: { type: 'ram-user', userName: 'li' },
    };
    const log = JSON.stringify({ __topic__: 'actiontrail_audit_event', __time__: '1772413332', event: JSON.stringify(held) });
    const at = (needle: string): string => log.replace(needle, `${needle.slice(0, 1)}|${needle.slice(1)}`);
    assertSays(hoverAt(at('AppendVswitchId')), 'Adds a vSwitch', '1 event', '`li`', 'China (Shanghai)', 'succeeded');
    assert.equal(answerAt(at('AppendVswitchId'))?.about, String.raw`\"AppendVswitchId\"`);
    const region = hoverAt(at('cn-shanghai'));
    assertSays(region, '**China (Shanghai)**', 'Event `AppendVswitchId` · **Adds a vSwitch.**');
    assert.ok(!region.includes('```'));
    const nested = JSON.stringify({
      __topic__: 't',
      event: JSON.stringify({ ...held, requestParameters: JSON.stringify({ ZoneId: 'cn-beijing-f' }) }),
    });
    assertSays(hoverAt(nested.replace('beijing', 'bei|jing')), 'zone F');
  });

  it('bounds what it shows', () => {
    const many = JSON.stringify(Array.from({ length: 2_000 }, (_, index) => ({ index })));
    const log = event(`"eventName":"A","requestParameters":{"Policy":${JSON.stringify(many)}}`).replace('"[{', '"|[{');
    const started = process.cpuUsage();
    const text = hoverAt(log);
    assert.ok(cpuSince(started) < 500);
    assert.ok(text.length < 6_000);
    assertSays(text, 'only the beginning is shown');
  });
});

describe('hostile values', () => {
  const HOSTILE = [
    '```\\n[x](command:a)',
    '](command:workbench.action.quit)',
    '<img src=x onerror=alert(1)>',
    'https://example.com/',
    '$(bug)',
    '\\u202egnp',
    '`a` **b**',
    '\\n\\n# head',
    '<script>',
  ];

  for (const text of HOSTILE) {
    it(`stays in code: ${text}`, () => {
      const keys = ['userAgent', 'errorCode', 'sourceIpAddress', 'resourceName', 'serviceName', 'resourceType', 'acsRegion'];
      const logs = keys.map((key) => event(`"eventName":"A","${key}":"|${text}"`));
      const inside = JSON.stringify(JSON.stringify({ eventName: text, acsRegion: text, userIdentity: { userName: text } }));
      for (const log of [
        ...logs,
        event(`"eventName":"|${text}","serviceName":"${text}"`),
        event(`"referencedResources":{"|${text}":["${text}"]},"eventName":"A"`),
        event(`"eventName":"A","userIdentity":{"type":"assumed-role","principalId":"|${text}:${text}"}`),
        event(`"eventName":"A","additionalEventData":{"callbackUrl":"|https://a.b/${text}?${text}=${text}"}`),
        `{"__topic__":"t","event":${inside.replace('eventName', 'event|Name')}}`,
      ])
        assertHarmless(log);
    });
  }

  it('is quick on a value of 1 MB', () => {
    const started = process.cpuUsage();
    const text = hoverAt(event(`"eventName":"|${'A`'.repeat(500_000)}","userAgent":"x"`));
    assert.ok(text.length < 3_000);
    assert.ok(cpuSince(started) < 1_000);
  });

  it('survives 10,000 nested arrays', () => {
    assert.doesNotThrow(() => hoverAt(event(`"eventName":"|A","requestParameters":${'['.repeat(10_000)}${']'.repeat(10_000)}`)));
  });
});

/** Outside of code, each character that Markdown gives a meaning has its backslash, but for our own bold marks, lists and rules. */
function assertHarmless(marked: string): void {
  const found = answerAt(marked);
  if (found === undefined) return;
  const { answer } = found;
  const markdown = [render(answer, ['en', 'zh']), answer.decoded ? renderDecoded(answer.decoded, 'en') : ''].join('\n\n');
  const words = markdown
    .replace(/^(`{3,})json\n[^]*?\n\1$/gm, '')
    .replace(/(?<![`\\])(`+)(?!`)(?:[^`]|(?!(?<!`)\1(?!`))`)*\1(?!`)/g, '')
    .replace(/\\[!-/:-@[-`{-~]/g, '')
    .replace(/^(?:- |---$)/gm, '')
    .replaceAll('**', '');
  assert.doesNotMatch(words, /[!-/:-@[-`{-~]/, markdown);
}

/** Processor time in ms: the machine may be busy with other things. */
function cpuSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
