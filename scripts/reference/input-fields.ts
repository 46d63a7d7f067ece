import type { CatalogueParameter } from '../../lib/catalogue/catalogue.types.js';
import { pushExtCatalogue } from '../../lib/catalogue/push-ext.catalogue.js';
import { fieldsOf } from '../../lib/client/input/field.js';
import { PushExt } from '../../lib/message/dto/push-ext.fields.js';
import type { SourceComments, SourceField } from './source-comments.js';
import { table } from './table.js';

type InputClass = new () => object;

/** An object that many inputs hold: described once, and linked to. */
interface SharedFields {
  /** The service on whose page it is described. */
  readonly service: string;
  readonly heading: string;
  readonly address: string;
  readonly fields: InputClass;
  readonly parameters: readonly CatalogueParameter[];
}

const SHARED_FIELDS: readonly SharedFields[] = [
  {
    service: 'ImMessageService',
    heading: 'pushExt',
    address: 'message.md#pushext',
    fields: PushExt,
    parameters: pushExtCatalogue.pushExt,
  },
];

/** One field of an input, with all that is known of it. */
interface InputField {
  readonly place: string;
  readonly source: SourceField | undefined;
  readonly parameter: CatalogueParameter | undefined;
  /** Where its inside is described. */
  readonly shared: SharedFields | undefined;
}

/** The table of an input's fields; undefined when it has none. */
export function fieldTable(
  input: InputClass,
  parameters: readonly CatalogueParameter[],
  sources: SourceComments,
): string | undefined {
  const fields = inputFields(input, '', { parameters, sources });
  if (fields.length === 0) return undefined;
  return table(['field', 'type', '', 'bounds', 'meaning'], fields.map(fieldRow));
}

/** The sections of the objects that are described on the page of a service. */
export function sharedSections(service: string, sources: SourceComments): string[] {
  return SHARED_FIELDS.filter((shared) => shared.service === service).flatMap(
    ({ heading, fields, parameters }) => [
      `## ${heading}`,
      sources.classes.get(fields.name)?.text ?? '',
      fieldTable(fields, parameters, sources) ?? '',
    ],
  );
}

function inputFields(
  input: InputClass,
  prefix: string,
  known: {
    readonly parameters: readonly CatalogueParameter[];
    readonly sources: SourceComments;
  },
): InputField[] {
  return [...fieldsOf(input).values()].flatMap(({ name, rules }) => {
    const place = prefix + name;
    const inside = 'fields' in rules ? rules.fields : undefined;
    const field = {
      place,
      source: sourceOf(input, name, known.sources),
      parameter: known.parameters.find((parameter) => parameter.name === place),
      shared: SHARED_FIELDS.find(({ fields }) => fields === inside),
    };
    if (!inside || field.shared) return [field];
    return [field, ...inputFields(inside, `${place}${'items' in rules ? '[]' : ''}.`, known)];
  });
}

/** Looks a property up in its class and those that the class extends. */
function sourceOf(
  input: InputClass,
  property: string,
  { fields }: SourceComments,
): SourceField | undefined {
  for (
    let owner: unknown = input;
    typeof owner === 'function' && owner.name !== '';
    owner = Object.getPrototypeOf(owner)
  ) {
    const found = fields.get(`${owner.name}.${property}`);
    if (found) return found;
  }
  return undefined;
}

function fieldRow({ place, source, parameter, shared }: InputField): string[] {
  const type = source?.type ?? '';
  const meaning = source?.comment.text ?? '';
  return [
    `\`${place}\``,
    `\`${type}\``,
    parameter?.required ? 'required' : '',
    parameter ? boundsOf(parameter, type) : '',
    shared ? `${meaning} [Its fields](${shared.address}).` : meaning,
  ];
}

function boundsOf(
  {
    minItems,
    maxItems,
    maxLength,
    maxBytes,
    min,
    max,
    enum: choices = [],
    kind,
  }: CatalogueParameter,
  type: string,
): string {
  // The type of a field tells its choices, except where it is any text.
  const isOpen = type === 'string' && kind !== 'flag';
  return [
    ...(maxItems === undefined ? [] : [`${minItems ?? 0} to ${maxItems} items`]),
    ...(maxLength === undefined ? [] : [`${maxLength} characters`]),
    ...(maxBytes === undefined ? [] : [`${maxBytes} bytes`]),
    ...(min === undefined && max === undefined ? [] : [`${min ?? '…'} to ${max ?? '…'}`]),
    ...(isOpen && choices.length > 0 ? [`one of ${choices.join(', ')}`] : []),
  ].join(', ');
}
