import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse, tries: number) => void;

export const json =
  (value: unknown): Answer =>
  (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(value));
  };
export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(code, headers);
    response.end('{"no": "success"}');
  };
export const text =
  (content: string): Answer =>
  (_, response) =>
    response.end(content);
/** Answers in one way at first, then in another. */
export const first =
  (count: number, one: Answer, other: Answer): Answer =>
  (request, response, tries) => {
    (tries <= count ? one : other)(request, response, tries);
  };
/** Breaks off in the middle of an answer. */
export const cutOff: Answer = (_, response) => {
  response.setHeader('content-length', '1000');
  response.write('[{"code":');
  setTimeout(() => response.destroy(), 10);
};
/** Begins, and never ends. */
export const hang: Answer = (_, response) => {
  response.write('[');
};
/** Goes on for ever, a little at a time. */
export const trickle: Answer = (_, response) => {
  response.write('[');
  const timer = setInterval(() => response.write(' '), 5);
  response.on('close', () => {
    clearInterval(timer);
  });
};
/** Never stops. */
export const endless: Answer = (_, response) => {
  const more = (): void => {
    while (!response.destroyed && response.write(' '.repeat(65_536)));
  };
  response.on('drain', more);
  more();
};

export const products = (chinese: boolean): Answer =>
  json([
    {
      code: 'Sts',
      name: chinese ? '访问令牌' : 'Security Token Service',
      versions: ['2015-04-01'],
      defaultVersion: '2015-04-01',
    },
    {
      code: 'Ecs',
      name: chinese ? '云服务器' : 'Elastic Compute Service',
      versions: ['2014-05-26'],
      defaultVersion: '2014-05-26',
    },
    { code: 'Kms', name: 'KMS', versions: ['2016-01-20'] },
    'nonsense',
  ]);

export const operations = (product: string, apis: Readonly<Record<string, string>>): Answer =>
  json({
    info: { product },
    apis: Object.fromEntries(Object.entries(apis).map(([name, title]) => [name, { title, operationType: 'read' }])),
  });

/** The vendor's service as it should be; a path in `faults` (without the leading part) answers in another way. */
export class Service {
  readonly asked: string[] = [];
  readonly headers: IncomingMessage['headers'][] = [];
  private readonly tries = new Map<string, number>();

  private constructor(
    private readonly server: Server,
    readonly base: string,
  ) {}

  static async start(faults: Readonly<Record<string, Answer>> = {}): Promise<Service> {
    const usual: Readonly<Record<string, Answer>> = {
      'products.json?language=ZH_CN': products(true),
      'products.json?language=EN_US': products(false),
      'products/Sts/versions/2015-04-01/api-docs.json?language=ZH_CN': operations('Sts', { AssumeRole: '扮演角色' }),
      'products/Sts/versions/2015-04-01/api-docs.json?language=EN_US': operations('Sts', { AssumeRole: 'Assumes a role.' }),
      'products/Ecs/versions/2014-05-26/api-docs.json?language=ZH_CN': operations('Ecs', { StopInstance: '停止实例' }),
      'products/Ecs/versions/2014-05-26/api-docs.json?language=EN_US': operations('Ecs', { StopInstance: 'Stops an instance.' }),
      ...faults,
    };
    const server = createServer((request, response) => {
      const path = (request.url ?? '').replace(/^\/base\/meta\/v1\//, '');
      service.asked.push(path);
      service.headers.push(request.headers);
      const tries = (service.tries.get(path) ?? 0) + 1;
      service.tries.set(path, tries);
      (usual[path] ?? status(404))(request, response, tries);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const service = new Service(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`);
    return service;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
