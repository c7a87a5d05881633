/** The parts of the platform for AI: one product to its users, several APIs. */
const PAI = [
  'paistudio',
  'aiworkspace',
  'eas',
  'pai-dlc',
  'pai-dsw',
  'paiflow',
  'paiautoml',
  'paiplugin',
  'paifeaturestore',
  'paielasticdatasetaccelerator',
  'paillmtrace',
  'pailangstudio',
  'paimodelgallery',
  'pairecservice',
  'paicopilot',
];

/**
 * Services whose events bear names of other APIs too: those of the same product (facts 1.5), or of a product that is a part of it. Nobody else's
 * meaning is ever taken for an event whose service is known.
 */
const RELATIVES: ReadonlyMap<string, readonly string[]> = new Map([
  ['foasconsole', ['ververica']],
  ['ververica', ['foasconsole']],
  ['ram', ['ims']],
  ['ims', ['ram']],
  ['resourcemanager', ['resourcedirectorymaster']],
  ['resourcedirectorymaster', ['resourcemanager']],
  ['fc', ['fc-open']],
  ['fc-open', ['fc']],
  ['ecs', ['ebs']],
]);

/** The services whose names an event of this one may bear too, the nearest first. `service` is a code in lower case. */
export function relativesOf(service: string): readonly string[] {
  if (PAI.includes(service)) return PAI.filter((other) => other !== service);
  return RELATIVES.get(service) ?? [];
}
