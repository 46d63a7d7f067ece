import type {
  CatalogueCallbackField,
  CatalogueField,
  CatalogueParameter,
} from '../../lib/catalogue/catalogue.types.js';

/** A JSON Schema, as OpenAPI 3.1 uses it. */
export type Schema = Readonly<Record<string, unknown>>;

/** A field of the catalogue, whichever side it is on. */
export type AnyField = (CatalogueParameter | CatalogueCallbackField | CatalogueField) & {
  readonly required?: boolean;
};

interface Node {
  field?: AnyField;
  readonly inside: Map<string, Node>;
}

/** The schema of an object. */
export interface ObjectSchema extends Schema {
  readonly properties: Readonly<Record<string, Schema>>;
}

/** The schema of an object whose fields the catalogue names by their places: `users[].id`. */
export function objectSchema(fields: readonly AnyField[]): ObjectSchema {
  const root: Node = { inside: new Map() };
  for (const field of fields) {
    let node = root;
    for (const segment of field.name.split('.')) {
      const name = segment.replace(/\[\]$/, '');
      const next = node.inside.get(name) ?? { inside: new Map() };
      node.inside.set(name, next);
      node = next;
    }
    node.field = field;
  }
  return schemaOfInside(root);
}

function schemaOfInside({ inside }: Node): ObjectSchema {
  const properties = [...inside].filter(([name]) => !isPattern(name));
  const required = properties.filter(([, { field }]) => field?.required).map(([name]) => name);
  const pattern = [...inside].find(([name]) => isPattern(name));
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(([name, node]) => [name, schemaOf(node)])),
    ...(required.length > 0 && { required }),
    ...(pattern && { additionalProperties: schemaOf(pattern[1]) }),
  };
}

/** Where the catalogue writes `<key>` or `{key}`, any key may stand. */
function isPattern(name: string): boolean {
  return /^[<{]/.test(name);
}

function schemaOf(node: Node): Schema {
  const { field } = node;
  const description = field && { description: field.description };
  const nested = node.inside.size > 0 ? schemaOfInside(node) : undefined;
  if (!field) return nested ?? {};
  if (field.type.endsWith('[]')) {
    return { type: 'array', items: nested ?? { type: field.type.slice(0, -2) }, ...description };
  }
  return { ...listed(field, nested ?? valueSchema(field)), ...description };
}

function listed(field: AnyField, value: Schema): Schema {
  const list = 'list' in field ? field.list : undefined;
  const bounds = 'minItems' in field || 'maxItems' in field ? itemBounds(field) : {};
  switch (list) {
    case undefined:
      return value;
    case 'json':
      return jsonText({ type: 'array', items: value, ...bounds });
    case 'indexed':
      return { type: 'object', additionalProperties: value };
    default:
      return { type: 'array', items: value, ...bounds };
  }
}

function itemBounds({ minItems, maxItems }: Partial<CatalogueParameter>): Schema {
  return {
    ...(minItems !== undefined && { minItems }),
    ...(maxItems !== undefined && { maxItems }),
  };
}

function valueSchema(field: AnyField): Schema {
  const bounds = 'maxLength' in field ? { maxLength: field.maxLength } : {};
  const choice = 'enum' in field ? { enum: field.enum } : {};
  const usual = 'default' in field ? { default: field.default } : {};
  const range = 'min' in field || 'max' in field ? rangeOf(field) : {};
  if ('kind' in field && field.kind === 'json' && !('list' in field && field.list === 'json')) {
    return jsonText(field.type === 'object' ? { type: 'object' } : {});
  }
  const type = 'asText' in field ? 'string' : field.type;
  return { type, ...bounds, ...choice, ...usual, ...range };
}

function rangeOf({ min, max }: Partial<CatalogueParameter>): Schema {
  return { ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) };
}

/** A value that travels as its JSON text. */
function jsonText(content: Schema): Schema {
  return { type: 'string', contentMediaType: 'application/json', contentSchema: content };
}
