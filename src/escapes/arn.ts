/** `acs:service:region:account:resource`; region and account may be empty or `*`, and parts may be masked. */
export interface Arn {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** As written: `role/x`, `*`, `instance/i-1`. */
  readonly resource: string;
  /** What stands before the first `/` of the resource. */
  readonly resourceType: string | undefined;
  /** What stands behind it; the whole resource when there is none. */
  readonly resourceName: string;
}

/** Longer values are no ARN; UTF-16 units. */
const MAX_LENGTH = 2048;
const SHAPE = /^acs:([\w.*-]+):([\w*-]*):([\w*@.-]*):(\S.*)$/;

export function detectArn(value: string): Arn | undefined {
  if (value.length > MAX_LENGTH) return undefined;
  const found = SHAPE.exec(value);
  if (found === null) return undefined;
  const [, service = '', region = '', account = '', resource = ''] = found;
  const slash = resource.indexOf('/');
  return {
    service,
    region,
    account,
    resource,
    resourceType: slash > 0 ? resource.slice(0, slash) : undefined,
    resourceName: slash > 0 ? resource.slice(slash + 1) : resource,
  };
}
