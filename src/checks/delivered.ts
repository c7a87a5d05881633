/** A delivered object's name (facts 2.4): the region stands behind the product's name. */
const NAME = /(?:^|\/)Actiontrail_([a-z]{2}(?:-[a-z0-9]+)+)_\d{14}_\d+_\d+_\d+_[0-9a-f]+(?:\.[a-z]+)*$/i;
/** The path of an object of a trail for several accounts: directory, account, region, date. */
const ACCOUNT = /(?:^|\/)AliyunLogs\/Actiontrail(?:-Insight)?\/[^/]+\/(\d{5,16})\/[^/]+\/\d{4}\/\d\d\/\d\d\//i;

/** What the place of a delivered log says of all its events. */
export interface Delivered {
  readonly region?: string;
  readonly account?: string;
}

/** What the path of a log says of its events; undefined where it is not that of a delivered object. */
export function deliveredAt(path: string): Delivered | undefined {
  const region = NAME.exec(path)?.[1];
  if (region === undefined) return undefined;
  const account = ACCOUNT.exec(path)?.[1];
  return { region, ...(account !== undefined && { account }) };
}
