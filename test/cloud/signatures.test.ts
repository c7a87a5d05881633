import assert from 'node:assert/strict';
import dns from 'node:dns';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { acs3Authorization } from '../../src/cloud/acs3';
import { sha256, utf8 } from '../../src/cloud/bytes';
import { type Call } from '../../src/cloud/call';
import { histogramCall, logsCall } from '../../src/cloud/logstore';
import { Asker } from '../../src/cloud/wire';
import { fc } from '../unit/property';
import { KEY, KEYS, TestWire } from './harness';
import { events } from './logs';
import { LogStoreStandIn } from './standIn/logService';
import { StandIn, TEMPORARY } from './standIn/server';

const STORE = { project: 'example-project', logstore: 'actiontrail_example', region: 'cn-hangzhou' };
const SPAN = { from: Date.UTC(2026, 1, 1), to: Date.UTC(2026, 3, 1) };

let store: LogStoreStandIn;
let standIn: StandIn;

before(async () => {
  store = await LogStoreStandIn.open(events(30).filter(({ eventTime }) => Number.isFinite(Date.parse(String(eventTime)))));
  const keys = { ...KEYS, [TEMPORARY.id]: TEMPORARY };
  standIn = await StandIn.start({ keys, store, events: () => events(3) });
});

after(async () => {
  await standIn.stop();
  store.close();
});

test('the worked example of the vendor', async () => {
  const authorization = await acs3Authorization(
    {
      method: 'POST',
      path: '/',
      query: { RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' },
      headers: {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        'x-acs-action': 'RunInstances',
        'x-acs-content-sha256': await sha256(utf8('')),
        'x-acs-date': '2023-10-26T10:22:32Z',
        'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
        'x-acs-version': '2014-05-26',
      },
      payload: await sha256(utf8('')),
    },
    { id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' },
  );
  assert.match(authorization, /,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0$/);
});

describe('the services accept what we sign, whatever stands in it', () => {
  const text = fc.oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
    fc.constantFrom("*'()~ !+/%", '中文 *', 'a*b*c'),
  );
  const sendable = text.map((one) => one.replace(/\p{Cs}/gu, '?'));

  for (const [name, key] of [
    ['a lasting key', KEY],
    ['a temporary key', TEMPORARY],
  ] as const)
    test(name, async () => {
      const asker = new Asker(new TestWire(standIn), { key });
      const isSigned = async (call: Call): Promise<void> => {
        const { refusal } = await asker.ask(call);
        assert.doesNotMatch(refusal?.code ?? '', /Signature|Token|AccessKey/, JSON.stringify(call));
      };
      await fc.assert(
        fc.asyncProperty(sendable, async (value) => {
          const host = 'actiontrail.cn-hangzhou.aliyuncs.com';
          await isSigned({
            action: 'LookupEvents',
            method: 'POST',
            host,
            path: '/',
            query: { 'LookupAttribute.1.Value': value },
            api: { kind: 'rpc', version: '2020-07-06' },
          });
          await isSigned(logsCall(STORE, SPAN, value, { line: 1, offset: 0 }));
          await isSigned(histogramCall(STORE, SPAN, value));
        }),
        { numRuns: 60 },
      );
    });

  test('a stand-in that accepts everything would accept these', async () => {
    const wrong = async (key: typeof KEY): Promise<string | undefined> => {
      const { refusal } = await new Asker(new TestWire(standIn), { key }).ask(logsCall(STORE, SPAN, '*'));
      return refusal?.code;
    };
    assert.equal(await wrong({ ...KEY, secret: 'another' }), 'SignatureNotMatch');
    assert.equal(await wrong({ ...KEY, id: 'LTAIunknown' }), 'InvalidAccessKeyId');
  });
});

/** The vendor's own clients, which are installed only for these tests. */
describe('the stand-in accepts the clients of the vendor', () => {
  const load = createRequire(join(process.cwd(), 'test/cloud/package.json'));
  const lookup = dns.lookup.bind(dns);

  before(() => {
    // The client of Log Service asks for a host of the project, which this machine has not.
    const local = (_: string, options: unknown, done: unknown): void => {
      const callback = (typeof options === 'function' ? options : done) as (
        error: null,
        address: unknown,
        family?: number,
      ) => void;
      if (typeof options === 'object' && options !== null && 'all' in options && options.all === true)
        callback(null, [{ address: '127.0.0.1', family: 4 }]);
      else callback(null, '127.0.0.1', 4);
    };
    Object.assign(dns, { lookup: local });
  });

  after(() => {
    Object.assign(dns, { lookup });
  });

  interface RpcClient {
    callApi(
      params: unknown,
      request: unknown,
      runtime: unknown,
    ): Promise<{ readonly body: { readonly Events: readonly unknown[] } }>;
  }

  test('RPC, by signature version 3', async () => {
    const {
      default: Client,
      Config,
      Params,
      OpenApiRequest,
    } = load('@alicloud/openapi-client') as Record<string, new (options: unknown) => RpcClient>;
    const { RuntimeOptions } = load('@alicloud/tea-util') as Record<string, new (options: unknown) => unknown>;
    if (!Client || !Config || !Params || !OpenApiRequest || !RuntimeOptions) throw new Error('another client');
    const client = new Client(
      new Config({ accessKeyId: KEY.id, accessKeySecret: KEY.secret, endpoint: new URL(standIn.origin).host, protocol: 'http' }),
    );
    const params = new Params({
      action: 'LookupEvents',
      version: '2020-07-06',
      protocol: 'HTTP',
      pathname: '/',
      method: 'POST',
      authType: 'AK',
      style: 'RPC',
      reqBodyType: 'json',
      bodyType: 'json',
    });
    const { body } = await client.callApi(params, new OpenApiRequest({ query: { MaxResults: '10' } }), new RuntimeOptions({}));
    assert.ok(Array.isArray(body.Events));
  });

  interface LogClient {
    _signatureVersion: string;
    getLogs(project: string, store: string, request: unknown): Promise<{ readonly body: readonly unknown[] }>;
    getLogsV2WithOptions(
      project: string,
      store: string,
      request: unknown,
      headers: unknown,
      runtime: unknown,
    ): Promise<{ readonly body: { readonly data: readonly unknown[] } }>;
  }

  test('Log Service, by its versions 1 and 4', async () => {
    const module = load('@alicloud/sls20201230') as Record<string, unknown>;
    const Client = module['default'] as new (options: unknown) => LogClient;
    const { $OpenApiUtil } = load('@alicloud/openapi-core') as {
      readonly $OpenApiUtil: Record<string, new (options: unknown) => unknown>;
    };
    const Config = $OpenApiUtil['Config'];
    const GetLogsRequest = module['GetLogsRequest'] as new (options: unknown) => unknown;
    const GetLogsV2Request = module['GetLogsV2Request'] as new (options: unknown) => unknown;
    const GetLogsV2Headers = module['GetLogsV2Headers'] as new (options: unknown) => unknown;
    const { RuntimeOptions } = load('@darabonba/typescript') as Record<string, new (options: unknown) => unknown>;
    if (Config === undefined || RuntimeOptions === undefined) throw new Error('another client');
    const options = {
      accessKeyId: KEY.id,
      accessKeySecret: KEY.secret,
      endpoint: new URL(standIn.origin).host,
      regionId: 'cn-hangzhou',
      protocol: 'http',
    };
    const asked = { from: SPAN.from / 1_000, to: SPAN.to / 1_000, query: '*', line: 5 };
    const first = new Client(new Config({ ...options, signatureVersion: 'v1' }));
    const { body } = await first.getLogs(STORE.project, STORE.logstore, new GetLogsRequest(asked));
    assert.equal(body.length, 5);
    assert.match(String(standIn.of('GetLogs').at(-1)?.headers.authorization), /^LOG /);
    const fourth = new Client(new Config({ ...options, signatureVersion: 'v4' }));
    const headers = new GetLogsV2Headers({ acceptEncoding: 'identity' });
    const answer = await fourth.getLogsV2WithOptions(
      STORE.project,
      STORE.logstore,
      new GetLogsV2Request(asked),
      headers,
      new RuntimeOptions({}),
    );
    assert.match(String(standIn.of('GetLogsV2').at(-1)?.headers.authorization), /^SLS4-HMAC-SHA256 /);
    assert.equal(answer.body.data.length, 5);
  });
});
