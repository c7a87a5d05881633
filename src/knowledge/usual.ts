/** Services that fill most logs: where several hold a name and none is known, these come first. */
const USUAL = ['ecs', 'vpc', 'ram', 'rds', 'oss', 'slb', 'kms', 'actiontrail', 'sts', 'ims', 'aassub', 'resourcemanager'];

/** The place of a service in an order that begins with the usual ones; all others are equal. */
export function usual(service: string): number {
  const at = USUAL.indexOf(service);
  return at < 0 ? USUAL.length : at;
}
