import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerResponse } from 'node:http';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type HttpGet } from '../../../../src/platform/http';
import { get as nodeGet } from '../../../../src/platform/node/http';
import { get as webGet } from '../../../../src/platform/web/http';
import { baseOf, hostOf } from '../../../../src/sources/metadata/address';
import { download, type DownloadOptions, type DownloadResult } from '../../../../src/sources/metadata/download';
import { DownloadError } from '../../../../src/sources/metadata/request';
import { cutOff, endless, first, hang, json, operations, products, Service, status, text, trickle } from './server';

type Faults = NonNullable<Parameters<typeof Service.start>[0]>;

const STS_ZH = 'products/Sts/versions/2015-04-01/api-docs.json?language=ZH_CN';
const STS_EN = 'products/Sts/versions/2015-04-01/api-docs.json?language=EN_US';
const LIST_ZH = 'products.json?language=ZH_CN';
const LIST_EN = 'products.json?language=EN_US';

async function run(
  get: HttpGet,
  faults: Faults = {},
  options: Partial<DownloadOptions> = {},
): Promise<DownloadResult & { readonly service: Service }> {
  const service = await Service.start(faults);
  try {
    const signal = new AbortController().signal;
    const base = service.base;
    return {
      ...(await download({ get, base, signal, codes: ['sts'], idle: 10_000, backoff: 5, most: 1_000_000, ...options })),
      service,
    };
  } finally {
    await service.stop();
  }
}

const eventsOf = ({ result }: DownloadResult): readonly string[] =>
  result.files.flatMap(({ service, events }) =>
    Object.entries(events).map(([name, { zh, en, kind }]) => [`${service}/${name}`, zh ?? '-', en ?? '-', kind ?? '-'].join(' ')),
  );
const problemsOf = ({ problems }: DownloadResult): readonly string[] =>
  problems.map(({ code, language, error }) => [code, language ?? '', error.fault].join(' ')).sort();
const fails = (fault: string) => (error: unknown) => error instanceof DownloadError && error.fault === fault;

const WHOLE = 'sts/AssumeRole 扮演角色 Assumes a role. read';
const CHINESE = 'sts/AssumeRole 扮演角色 - read';

for (const [host, get] of [
  ['Node', nodeGet],
  ['a web worker', webGet],
] as const) {
  describe(`download of metadata in ${host}`, () => {
    it('asks for the list, then for the products, each in both languages, and for nothing else', async () => {
      const done = await run(get, {}, { codes: ['sts', 'ECS', 'unknown-one'] });
      assert.deepEqual(eventsOf(done).toSorted(), ['ecs/StopInstance 停止实例 Stops an instance. read', WHOLE]);
      assert.deepEqual(problemsOf(done), ['unknown-one  no-product']);
      assert.deepEqual(done.codes.toSorted(), ['Ecs', 'Sts']);
      assert.deepEqual(done.result.products.get('Sts'), { zh: '访问令牌', en: 'Security Token Service' });
      assert.equal(done.service.asked.length, 6);
      assert.ok(done.service.asked.every((path) => !path.includes('unknown-one')));
      for (const headers of done.service.headers) assert.equal(headers.cookie ?? headers.authorization, undefined);
    });

    it('goes on after an answer of 500, 503, 429 and after a connection that broke off', async () => {
      for (const fault of [status(500), status(503, { 'retry-after': '0' }), status(429), cutOff]) {
        const done = await run(get, { [STS_ZH]: first(2, fault, operations('Sts', { AssumeRole: '扮演角色' })) });
        assert.deepEqual(eventsOf(done), [WHOLE]);
        assert.deepEqual(problemsOf(done), []);
      }
    });

    for (const [what, answer, fault, asked] of [
      ['500 always', status(500), 'status', 3],
      ['404', status(404), 'status', 1],
      ['an hour of waiting', status(503, { 'retry-after': '3600' }), 'status', 1],
      ['nothing for too long', hang, 'timeout', 3],
      ['an answer that has no end', trickle, 'timeout', 1],
      ['no operations but a list', json({ apis: [null, 1, { title: [] }], info: [] }), 'other-json', 1],
      ['operations that are none', json({ apis: null, info: null }), 'other-json', 1],
      ['an answer in no form', text('\u0000'.repeat(10)), 'not-json', 1],
      [
        'bytes that are no text',
        (_: unknown, response: ServerResponse) => response.end(Buffer.from([0x5b, 0xff, 0x5d])),
        'not-json',
        1,
      ],
      ['a connection that breaks off', cutOff, 'network', 3],
      ['no JSON', text('<html>Please log in</html>'), 'not-json', 1],
      ['JSON that is cut off', text('{"apis": {"A"'), 'not-json', 1],
      ['other JSON', json({ code: 'Throttling' }), 'other-json', 1],
      ['another language', operations('Sts', { AssumeRole: '扮演角色' }), 'wrong-language', 1],
      ['too much', endless, 'too-large', 1],
    ] as const) {
      it(`tells ${what} in one language, and takes the other one`, async () => {
        const done = await run(
          get,
          { [STS_EN]: answer },
          fault !== 'timeout' ? {} : answer === trickle ? { total: 300 } : { idle: 400 },
        );
        assert.deepEqual(problemsOf(done), [`Sts EN_US ${fault}`]);
        assert.deepEqual(eventsOf(done), [CHINESE]);
        assert.equal(done.service.asked.filter((path) => path === STS_EN).length, asked);
      });
    }

    it('tells redirections in circles, to no address and to other hosts, which are not asked; the other products stay', async () => {
      const other = await Service.start();
      const wrong = [
        'http://',
        'http://[',
        'https://host:99999/',
        '//',
        'http://%zz/',
        'javascript:alert(1)',
        'file:///etc/passwd',
      ];
      try {
        for (const location of [STS_EN.replace(/^.*\//, ''), `${other.base}/meta/v1/${STS_EN}`, ...wrong]) {
          const done = await run(get, { [STS_EN]: status(302, { location }) }, { codes: ['sts', 'ecs'] });
          assert.deepEqual(problemsOf(done), ['Sts EN_US redirect'], location);
          assert.deepEqual(done.codes.toSorted(), ['Ecs', 'Sts']);
        }
        assert.deepEqual(other.asked, []);
      } finally {
        await other.stop();
      }
    });

    it('fails when there is no list in either language, and goes on with one', async () => {
      await assert.rejects(run(get, { [LIST_ZH]: status(500), [LIST_EN]: text('x') }), fails('status'));
      await assert.rejects(run(get, { [LIST_ZH]: json({}), [LIST_EN]: json([]) }), fails('other-json'));
      const done = await run(get, { [LIST_ZH]: text('no') });
      assert.deepEqual(eventsOf(done), [WHOLE]);
      assert.deepEqual(problemsOf(done), [' ZH_CN not-json']);
    });

    it('fails when nobody answers', async () => {
      const gone = await Service.start();
      await gone.stop();
      await assert.rejects(run(get, {}, { base: gone.base }), fails('network'));
    });

    it('stops at once when it is cancelled: before, while it waits for an answer and before another try', async () => {
      for (const [faults, after] of [
        [{}, 0],
        [{ [LIST_ZH]: hang }, 50],
        [{ [LIST_ZH]: status(503, { 'retry-after': '30' }) }, 100],
        [{ [STS_ZH]: hang }, 100],
      ] as const) {
        const controller = new AbortController();
        setTimeout(() => {
          controller.abort();
        }, after);
        if (after === 0) controller.abort();
        await assert.rejects(run(get, faults, { signal: controller.signal, idle: 60_000 }), fails('cancelled'));
      }
    });

    it('asks for a few products at a time', async () => {
      let open = 0;
      let most = 0;
      const codes = Array.from({ length: 12 }, (_, at) => `P${at}`);
      const faults: Record<string, Faults[string]> = {
        [LIST_ZH]: json(codes.map((code) => ({ code, defaultVersion: '1' }))),
      };
      for (const code of codes) {
        for (const [language, title] of [
          ['ZH_CN', '一'],
          ['EN_US', 'One.'],
        ] as const) {
          faults[`products/${code}/versions/1/api-docs.json?language=${language}`] = (request, response, tries) => {
            most = Math.max(most, ++open);
            setTimeout(() => {
              open--;
              operations(code, { DoIt: title })(request, response, tries);
            }, 10);
          };
        }
      }
      const steps: string[] = [];
      const done = await run(get, faults, { codes, onProgress: (one, all) => steps.push(`${one}/${all}`) });
      assert.equal(done.result.count, 12);
      assert.ok(most > 1 && most <= 3, `${most} at a time`);
      assert.equal(steps.at(-1), '24/24');
    });
  });
}

describe('download in Node', () => {
  it('follows redirections within the host', async () => {
    const moved = 'moved.json';
    const done = await run(nodeGet, {
      [STS_EN]: status(301, { location: '/base/meta/v1/moved.json' }),
      [moved]: operations('Sts', { AssumeRole: 'Assumes a role.' }),
    });
    assert.deepEqual(eventsOf(done), [WHOLE]);
  });

  it('unpacks compressed answers, within the limit', async () => {
    const packed =
      (value: unknown): Faults[string] =>
      (_, response) => {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(JSON.stringify(value)));
      };
    const done = await run(nodeGet, {
      [STS_EN]: packed({ apis: { AssumeRole: { title: 'Assumes a role.', operationType: 'read' } } }),
    });
    assert.deepEqual(eventsOf(done), [WHOLE]);
    const bomb = await run(nodeGet, { [STS_EN]: packed(' '.repeat(5_000_000)) });
    assert.deepEqual(problemsOf(bomb), ['Sts EN_US too-large']);
  });
});

describe("the vendor's own answers", () => {
  const folder = join(process.cwd(), '../shared/openapi-meta-v1');
  it('are taken', { skip: !existsSync(folder) }, async () => {
    const answer = (language: string): Faults[string] =>
      text(readFileSync(join(folder, language, 'Sts-2015-04-01.json'), 'utf8'));
    const done = await run(nodeGet, { [STS_ZH]: answer('ZH_CN'), [STS_EN]: answer('EN_US'), [LIST_EN]: products(false) });
    assert.deepEqual(problemsOf(done), []);
    assert.deepEqual(Object.keys(done.result.files[0]?.events ?? {}).sort(), [
      'AssumeRole',
      'AssumeRoleWithOIDC',
      'AssumeRoleWithSAML',
      'GetCallerIdentity',
    ]);
    const event = done.result.files[0]?.events['GetCallerIdentity'];
    assert.equal(event?.kind, 'read');
    assert.match(event.zh ?? '', /\p{Script=Han}/u);
    assert.match(event.en ?? '', /^[\x20-\x7e]+$/);
  });
});

describe('addresses', () => {
  it('are of http or https, without anything else', () => {
    assert.equal(baseOf(' https://api.aliyun.com/ '), 'https://api.aliyun.com');
    assert.equal(baseOf('http://mirror.example:8080/a/'), 'http://mirror.example:8080/a');
    for (const wrong of ['', 'api.aliyun.com', 'file:///etc', 'https://user@host', 'https://host/?a=b', 'javascript:1'])
      assert.equal(baseOf(wrong), undefined);
    assert.equal(hostOf('http://mirror.example:8080/a'), 'mirror.example:8080');
  });
});
