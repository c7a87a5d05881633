// People come in and out, and orders are placed on buy pages.
import * as ids from '../ids.mjs';
import { AGENTS } from '../actors.mjs';

const BACK = 'https://realtime-compute.console.aliyun.com/regions/cn-shanghai/dashboard';

/** A logon: its ids carry the time in milliseconds, and the key is not made yet. */
export function signin(rng, time, actor, agent = AGENTS.browser, mfa = actor.mfa) {
  const isRoot = actor.type === 'root-account';
  const requestId = `${rng.integer(1, 9)}.${rng.integer(100, 199)}_${time}_${rng.hex(4).toLowerCase()}`;
  return [
    { ...actor, agent, accessKeyId: undefined, mfa: undefined },
    {
      service: isRoot ? 'rootSignin' : 'signin',
      name: 'ConsoleSignin',
      type: 'ConsoleSignin',
      region: 'cn-hangzhou',
      requestId,
      eventId: requestId,
      extra: { callbackUrl: BACK, [isRoot ? 'isMFAChecked' : 'mfaChecked']: String(mfa === true) },
    },
  ];
}

const order = (number, kind, specification) => ({
  orderIds: ids.order(number),
  [ids.order(number)]: { resourceId: ids.cluster(number % 9), orderType: kind, articleConfig: specification },
});

export const purchase = (rng, name, region) => ({
  service: 'flink',
  name,
  region,
  type: 'ConsoleOperation',
  extra: order(rng.integer(10, 40), name.toUpperCase(), {
    cu: String(rng.integer(2, 30) * 2),
    duration: '1',
    unit: 'Month',
    zone: `${region}-b`,
  }),
  resources: { 'ACS::Flink::Instance': [ids.cluster(rng.integer(1, 9))] },
});

/** The platform renews by itself, in the night of China. */
export const renewal = (rng, service, region) => ({
  service,
  name: 'Renew',
  region,
  type: 'AliyunServiceEvent',
  extra: order(rng.integer(10, 40), 'RENEW', { autoRenew: 'true', duration: '1', unit: 'Month' }),
  resources:
    service === 'ecs'
      ? { 'ACS::ECS::Instance': [ids.instance(region, rng.integer(1, 30))] }
      : { 'ACS::Flink::Instance': [ids.cluster(rng.integer(1, 9))] },
});
