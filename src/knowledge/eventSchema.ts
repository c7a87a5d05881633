import { toCasing } from './casing';
import { type Field, type JsonType } from './field';
import { fieldsBelow } from './fields';
import { allRegions } from './regions';

/** A JSON schema, as far as it is used here. */
export type Schema = Readonly<Record<string, unknown>>;

/** Fields that stand around events, not in them. */
const AROUND: ReadonlySet<Field['scope']> = new Set(['envelope', 'cloudevent', 'collector']);
/** Names that stand for others: any key, an order's id, a beginning. */
const PATTERN = /[*#]/;
/** Names of the API's own casing lie below these. */
const API = /^(?:requestParameters|responseElements|additionalEventData)$/;

/**
 * The JSON schema of a log: an event, a list of events or a response to LookupEvents. It helps to read and to write, and refuses nothing that a log may
 * hold: no field is demanded and values that are not known are let through, since checks that know real logs are the extension's own.
 */
export function logSchema(): Schema {
  const definitions: Record<string, Schema> = {};
  const event = { type: 'object', properties: propertiesBelow([], definitions) };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Alibaba Cloud ActionTrail log / 阿里云操作审计日志',
    if: { type: 'array' },
    then: { items: { $ref: '#/definitions/event' } },
    else: {
      if: { anyOf: [{ required: ['Events'] }, { required: ['events'] }] },
      then: { properties: { Events: { type: 'array', items: { $ref: '#/definitions/event' } } } },
      else: { $ref: '#/definitions/event' },
    },
    definitions: { event, ...definitions },
  };
}

function propertiesBelow(path: readonly string[], definitions: Record<string, Schema>): Schema {
  const properties: Record<string, Schema> = {};
  for (const field of fieldsBelow(path)) {
    if (AROUND.has(field.scope) || PATTERN.test(field.name)) continue;
    const schema = schemaOf(field, definitions);
    // Both casings: lowerCamel, which logs have today, and PascalCase, which documents of Flink have.
    const isApi = API.test(path[0] ?? '');
    const names = isApi ? [field.name] : [toCasing(field.name, 'lowerCamel'), toCasing(field.name, 'Pascal')];
    const key = field.path.join('.');
    if (!isApi) definitions[key] ??= schema;
    for (const name of [field.name, ...names]) properties[name] ??= isApi ? schema : { $ref: `#/definitions/${key}` };
  }
  return properties;
}

function schemaOf(field: Field, definitions: Record<string, Schema>): Schema {
  const below = propertiesBelow(field.path, definitions);
  const values = field.kind === 'region' ? allRegions().map(({ id }) => id) : field.values.map(({ value }) => value);
  return {
    description: `${field.meaning.en}\n\n${field.meaning.zh}`,
    type: typesOf(field.types),
    // Known values are proposed, others are let through.
    ...(values.length > 0 && { anyOf: [{ enum: field.types.includes('boolean') ? values.map(unquoted) : values }, {}] }),
    ...(Object.keys(below).length > 0 && { properties: below }),
  };
}

/** Null stands for a value that is absent; what is an object may be text that holds one. */
function typesOf(types: readonly JsonType[]): readonly string[] {
  const isStructured = types.includes('object') || types.includes('array');
  return [...new Set<string>([...types, 'null', ...(isStructured ? ['string'] : [])])];
}

function unquoted(value: string): boolean | string {
  return value === 'true' ? true : value === 'false' ? false : value;
}
