import { serviceOf, type Service } from './services';

/** What an event says about its service. */
export interface ServiceClues {
  readonly serviceName?: string | undefined;
  /** requestParameters.AcsProduct. */
  readonly acsProduct?: string | undefined;
  /** A host or a whole URL. */
  readonly eventSource?: string | undefined;
}

const DOMAIN = /(?:^|\.)(?:aliyuncs\.com|aliyun\.com|alibabacloud\.com|aliyun-inc\.com)$/;
/** Labels of a host name that say how it is reached, not what it is. */
const ROUTE: ReadonlySet<string> = new Set(['console', 'vpc-proxy', 'www']);
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const BEHIND_HOST = /[/:?#].*$/;
/** OSS inside a VPC: `vpc100-oss-cn-hangzhou`. */
const VPC_PREFIX = /^vpc100-/;

/**
 * The product code, in lower case, under which catalogues hold an event: by serviceName, else by AcsProduct, else by eventSource.
 * An unknown serviceName counts only when nothing else is known. Undefined when the event says nothing. Source: facts 1.5.
 */
export function resolveService(clues: ServiceClues): string | undefined {
  const { serviceName, acsProduct, eventSource } = clues;
  const service =
    (serviceName ? serviceOf(serviceName) : undefined) ??
    (acsProduct ? serviceOf(acsProduct) : undefined) ??
    (eventSource ? serviceOfHost(eventSource) : undefined);
  const named = (serviceName?.trim() ?? '') || (acsProduct?.trim() ?? '').replace(/-inner$/i, '');
  return service?.code ?? (named === '' ? undefined : named.toLowerCase());
}

/**
 * The service of a host or URL: `ecs-cn-hangzhou-share.aliyuncs.com`, `<bucket>.oss-cn-hangzhou.aliyuncs.com`, `signin.aliyun.com`.
 * The label nearest to the domain tells; endings such as `-vpc`, `-share` or a region are cut off part by part. Source: facts 1.1, 1.5.
 */
export function serviceOfHost(source: string): Service | undefined {
  const host = source.trim().replace(SCHEME, '').replace(BEHIND_HOST, '').toLowerCase();
  if (!DOMAIN.test(host)) return undefined;
  const labels = host.replace(DOMAIN, '').split('.').reverse();
  for (const label of labels) {
    const service = ROUTE.has(label) ? undefined : serviceOfLabel(label.replace(VPC_PREFIX, ''));
    if (service !== undefined) return service;
  }
  return undefined;
}

function serviceOfLabel(label: string): Service | undefined {
  for (let parts = label.split('-'); parts.length > 0; parts = parts.slice(0, -1)) {
    const service = serviceOf(parts.join('-'));
    if (service !== undefined) return service;
  }
  return undefined;
}
