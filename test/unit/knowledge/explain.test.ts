import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../commandLine';

test('--explain prints the entry that a hover uses, with the name as it is documented', async () => {
  const { code, out } = await run('--explain', 'APPENDVSWITCHID');
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), {
    service: 'foasconsole',
    name: 'AppendVswitchId',
    zh: '增加虚拟交换机',
    en: 'Adds a vSwitch.',
    kind: 'write',
    source: 'Realtime Compute documentation (2020)',
    derived: false,
    why: 'The cluster gains access to another network segment.',
    note: 'According to the documentation of 2020, the console lists this event under China (Shanghai), cn-shanghai.',
  });
  const grant = JSON.parse((await run('--explain', 'AttachPolicyToUser', '--service', 'Ram')).out) as Record<string, unknown>;
  assert.equal(grant['technique'], 'T1098.003 Additional Cloud Roles');
  assert.equal(grant['undoneBy'], 'DetachPolicyFromUser');
  assert.equal(grant['page'], 'https://api.aliyun.com/api/Ram/2015-05-01/AttachPolicyToUser');
});

test('--explain asks the service, and derives what no catalogue holds', async () => {
  const meaning = async (...args: readonly string[]): Promise<{ readonly service: string; readonly derived: boolean }> =>
    JSON.parse((await run('--explain', ...args)).out) as { readonly service: string; readonly derived: boolean };
  assert.equal((await meaning('Create', '--service', 'Ecs')).service, 'ecs');
  assert.equal((await meaning('Create', '--service=rds.aliyuncs.com')).service, 'rds');
  assert.equal((await meaning('FrobnicateThings')).derived, true);
});

test('--explain says what is no name, and how it is used', async () => {
  assert.deepEqual(await run('--explain', ''), { code: 1, out: '', err: '"" is no event name.\n' });
  const { code, err } = await run('--explain');
  assert.equal(code, 2);
  assert.match(err, /^Usage: /);
});
