// A made-up fortnight of a company: who does what, and when.
import { PEOPLE, platform } from './actors.mjs';
import { at, DAYS, moment } from './days.mjs';
import { event, pascal } from './event.mjs';
import { failure } from './failures.mjs';
import { ACCESS } from './operations/access.mjs';
import { COMPUTE } from './operations/compute.mjs';
import { eachFlink, FLINK } from './operations/flink.mjs';
import { purchase, renewal, signin } from './operations/logon.mjs';

const {
  owner,
  li,
  wang,
  chen,
  deploy,
  stagingOwner,
  zhao,
  ci,
  billing,
  financeOwner,
  auditor,
  guard,
  lake,
  lakeAdmin,
  partner,
  partnerUser,
} = PEOPLE;
const STREAMERS = [
  [li, 8],
  [wang, 6],
  [chen, 5],
  [deploy, 7],
  [zhao, 5],
  [ci, 4],
  [owner, 3],
  [stagingOwner, 2],
  [lakeAdmin, 3],
  [lake, 3],
];
const OPERATORS = [
  [wang, 6],
  [zhao, 4],
  [ci, 5],
  [lakeAdmin, 3],
  [partnerUser, 3],
  [auditor, 3],
  [financeOwner, 1],
];
const KEEPERS = [
  [lake, 5],
  [partner, 4],
  [auditor, 4],
  [guard, 3],
  [li, 2],
  [deploy, 3],
  [owner, 1],
];
const VISITORS = [li, wang, chen, zhao, billing, guard, lakeAdmin, owner, stagingOwner, financeOwner];

/** Share of calls that fail on an ordinary day. */
const FAILURES = 0.06;
const repeat = (count, make) => Array.from({ length: count }, (_, index) => make(index));

const act = (rng, actors) => (call) =>
  event(rng, moment(rng), rng.weighted(actors), call, rng.chance(FAILURES) ? failure(rng, call.service) : undefined);

/** `counts`: {flink, compute, access, logons, orders}. */
export function ordinary(rng, counts) {
  const some = (count, operations, actors) => repeat(count, () => act(rng, actors)(rng.weighted(operations)(rng)));
  return [
    ...some(counts.flink, FLINK, STREAMERS),
    ...some(counts.compute, COMPUTE, OPERATORS),
    ...some(counts.access, ACCESS, KEEPERS),
    ...repeat(counts.logons, (index) => {
      const time = at(index % 12, 9, rng.integer(0, 40), rng.integer(0, 59));
      return event(rng, time, ...signin(rng, time, VISITORS[index % VISITORS.length]));
    }),
    ...repeat(counts.orders, () =>
      event(
        rng,
        moment(rng),
        rng.pick([billing, billing, owner]),
        purchase(rng, rng.pick(['Create', 'Renew', 'Modify']), rng.pick(['cn-shanghai', 'cn-hangzhou'])),
      ),
    ),
  ];
}

export const documented = (rng) => eachFlink(rng).map(act(rng, STREAMERS));

/** What runs while people sleep: renewals by the platform, the partner's nightly job. */
export function nights(rng) {
  const job = ([operation]) => operation(rng);
  const renew = (day, service, name) =>
    event(rng, at(day, 2, rng.integer(0, 30), rng.integer(0, 59)), platform(name), renewal(rng, service, 'cn-shanghai'));
  return [
    ...[1, 4, 8, 11].map((day) => renew(day, 'flink', 'foas.aliyuncs.com')),
    ...[3, 10].map((day) => renew(day, 'ecs', 'ecs.aliyuncs.com')),
    ...repeat(DAYS, (day) => event(rng, at(day, 3, 0, rng.integer(1, 20)), partner, job(ACCESS[7]))),
  ];
}

const BUSY = { code: 'Throttling.User', message: 'Request was denied due to user flow control.' };

/** A script in a loop on the second Wednesday: it asks for the state until it is told to slow down. */
export function burst(rng) {
  const state = FLINK.find(([operation]) => operation(rng).name === 'GetClusterState')[0];
  return repeat(32, (index) =>
    event(rng, at(9, 14, 5, index * 9 + rng.integer(0, 6)), deploy, state(rng), index > 20 && index % 5 === 0 ? BUSY : undefined),
  );
}

/** Some Flink events of people and roots stand in the log in their older form. */
export function older(rng, one) {
  const { type, accessKeyId } = one.userIdentity;
  const share = one.eventName === 'AppendVswitchId' ? 0.7 : 0.2;
  const may =
    one.serviceName === 'RealtimeCompute' && one.eventType === 'ApiCall' && accessKeyId !== undefined && type !== 'assumed-role';
  return may && rng.chance(share) ? pascal(rng, one) : one;
}
