import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { eventsOf, importBytes, importTexts, problemsOf, shared } from './run';

describe('import of CSV', () => {
  const expected = ['ecs/StopInstance 停止实例 Stops it. write'];
  for (const [what, text] of [
    ['our header', 'eventName,zh,en,service,kind\nStopInstance,停止实例,Stops it.,Ecs,write'],
    ['a Chinese header', '事件名称,中文,英文,服务,读写类型\nStopInstance,停止实例,Stops it.,ecs,写'],
    ['columns in another order', 'Kind,Service,EN,ZH,Event name\nwrite,ecs,Stops it.,停止实例,StopInstance'],
    ['semicolons', 'eventName;zh;en;service;kind\nStopInstance;停止实例;Stops it.;ecs;write'],
    ['tabs and CR LF', 'eventName\tzh\ten\tservice\tkind\r\nStopInstance\t停止实例\tStops it.\tecs\twrite\r\n'],
    [
      'a byte order mark, quotes and empty lines',
      '\ufeff"eventName","zh","en","service","kind"\n\n"StopInstance","停止实例","Stops it.","ecs","write"\n\n',
    ],
    ['descriptions told by their language', 'name,说明,description,product,kind\nStopInstance,停止实例,Stops it.,ecs,write'],
  ] as const) {
    it(`takes ${what}`, () => {
      const result = importTexts({ 'a.csv': text });
      assert.deepEqual(eventsOf(result), expected);
      assert.deepEqual(problemsOf(result), []);
    });
  }

  it('takes phrases and names in other scripts, since every row is an event', () => {
    const result = importTexts({ 'a.csv': 'eventName,en,service\nConsole sign-in,Logs on.,x\n登录,Logs on too.,x' });
    assert.deepEqual(eventsOf(result), ['x/Console sign-in - Logs on.', 'x/登录 - Logs on too.']);
  });

  it('reports rows with their lines, also behind cells of several lines', () => {
    const result = importTexts({
      'a.csv': 'eventName,en,service\nA1,"One,\r\nlong.",x\n***,Bad.,x\n\nA2,,x\nA1,Other.,x\nA3,Three.,x',
    });
    assert.deepEqual(eventsOf(result), ['x/A1 - One, long.', 'x/A3 - Three.']);
    assert.deepEqual(problemsOf(result), ['a.csv:4 bad-name ***', 'a.csv:6 no-meaning A2', 'a.csv:7 duplicate A1']);
  });

  it('reports rows without a name, and quotes that nothing closes', () => {
    const result = importTexts({ 'a.csv': 'eventName,en,service\nA1,One.,x\n ,Two.,x\n"A3,Three.,x\nA4,Four.,x\n' });
    assert.deepEqual(eventsOf(result), ['x/A1 - One.']);
    assert.deepEqual(problemsOf(result), ['a.csv:3 no-name', 'a.csv:4 open-quote']);
  });

  it('reports a file without a header', () => {
    assert.deepEqual(problemsOf(importTexts({ 'a.csv': '\nStopInstance,停止实例\n' })), ['a.csv:2 no-header']);
    assert.deepEqual(problemsOf(importTexts({ 'a.csv': 'eventName,service\nA,b\n' })), ['a.csv:1 no-header']);
    assert.deepEqual(problemsOf(importTexts({ 'a.csv': '\n\n' })), ['a.csv: empty']);
  });

  it('reads the encodings of spreadsheets', () => {
    const text = 'eventName,zh,service\nStopInstance,停止实例,ecs\n';
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    // 停止实例 in GB 18030.
    const gb = Buffer.concat([
      Buffer.from('eventName,zh,service\nStopInstance,'),
      Buffer.from('cda3d6b9cab5c0fd', 'hex'),
      Buffer.from(',ecs\n'),
    ]);
    for (const bytes of [utf16, new Uint8Array(gb)])
      assert.deepEqual(eventsOf(importBytes('a.csv', bytes)), ['ecs/StopInstance 停止实例 -']);
  });

  const facts = shared('facts');
  it('takes the list of Flink events', { skip: facts === undefined }, () => {
    const result = importTexts(
      { 'flink.csv': readFileSync(join(facts ?? '', 'flink-events.csv'), 'utf8') },
      { service: 'RealtimeCompute' },
    );
    assert.equal(result.count, 22);
    assert.deepEqual(problemsOf(result), []);
    assert.equal(result.files[0]?.events['ResourceSpec']?.zh, '预估Flink作业运行所需的资源');
  });
});
