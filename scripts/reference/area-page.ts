import type {
  CatalogueField,
  CatalogueParameter,
  CatalogueRateLimit,
} from '../../lib/catalogue/catalogue.types.js';
import { documentedCall, type DocumentedCall } from '../../lib/catalogue/documented-calls.js';
import { isDeduplicable } from '../../lib/client/deduplication.js';
import { fieldsOf } from '../../lib/client/input/field.js';
import type { ImOperation } from '../../lib/client/operation.js';
import { ERROR_CODES } from '../../lib/errors/error-codes.js';
import type { SourceComments, SourceField } from './source-comments.js';

type AnyOperation = ImOperation<never, unknown>;
type InputClass = new () => object;

/** An operation and the call that the catalogue describes. */
interface Entry {
  readonly operation: AnyOperation;
  readonly documented: DocumentedCall;
}

/** One field of an input, with all that is known of it. */
interface InputField {
  readonly place: string;
  readonly source: SourceField | undefined;
  readonly parameter: CatalogueParameter | undefined;
}

const PERIODS: Readonly<Record<number, string>> = {
  1: 'second',
  60: 'minute',
  3_600: 'hour',
  86_400: 'day',
};

const RESULT_TYPES = { flag: 'boolean', integer: 'number', json: 'object' } as const;

/** The reference page of one service, made from its operations, the catalogue and the source. */
export function areaPage(
  service: string,
  operations: readonly AnyOperation[],
  sources: SourceComments,
): string {
  const entries = operations.map((operation) => ({
    operation,
    documented: documentedCall(operation.name),
  }));
  return [
    `# ${service}`,
    sources.classes.get(service)?.text ?? '',
    'Made by `npm run docs` from the operations, the catalogue and the comments of the source.',
    table(['method', 'call'], entries.map(indexRow)),
    ...entries.flatMap((entry) => section(entry, sources)),
  ].join('\n\n');
}

function indexRow({ operation }: Entry): string[] {
  const method = methodOf(operation);
  return [`[\`${method}\`](#${method.replaceAll('.', '').toLowerCase()})`, addressOf(operation)];
}

function section({ operation, documented }: Entry, sources: SourceComments): string[] {
  const comment = sources.methods.get(operation.name);
  const fields = inputFields(operation.input, '', { documented, sources });
  const results = documented.response.filter(({ name }) => name !== 'code');
  return [
    `## ${methodOf(operation)}`,
    describe(comment?.text ?? ''),
    factsOf(operation, documented).join(' · '),
    fields.length > 0
      ? table(['field', 'type', '', 'bounds', 'meaning'], fields.map(fieldRow))
      : 'No fields.',
    results.length > 0
      ? table(
          ['result', 'type', 'meaning'],
          results.map((field) => resultRow(field, operation)),
        )
      : 'Returns nothing.',
    `Errors: ${errorsOf(documented)}.`,
  ];
}

/** The comment without its line of facts, which the page shows in its own way. */
function describe(text: string): string {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => !/^`[A-Z]+ \//.test(paragraph))
    .join('\n\n');
}

function methodOf({ name }: AnyOperation): string {
  return name.split('.').slice(1).join('.');
}

function addressOf({ name, path }: AnyOperation): string {
  return `\`${documentedCall(name).http} ${path}\``;
}

function factsOf(operation: AnyOperation, { rateLimit, status }: DocumentedCall): string[] {
  const { encoding, targets, docs, consoleSwitch } = operation;
  return [
    addressOf(operation),
    encoding === 'json' ? 'JSON' : 'form',
    ...(rateLimit ? [quotaOf(rateLimit)] : []),
    ...(targets ? [`up to ${targets.max} \`${targets.field}\` a call`] : []),
    repetitionOf(operation),
    ...(consoleSwitch === undefined ? [] : [`needs ${consoleSwitch} switched on in the console`]),
    ...(status === 'current' ? [] : [status]),
    ...(docs === undefined ? [] : [`[vendor's page](${docs})`]),
  ];
}

function repetitionOf(operation: AnyOperation): string {
  const { idempotent, idempotentUnless } = operation;
  if (!idempotent) {
    const exception = isDeduplicable(operation) ? ', but with `dedupeSends`' : '';
    return `not repeated when its outcome is unknown${exception}`;
  }
  const exception = idempotentUnless === undefined ? '' : `, unless \`${idempotentUnless}\``;
  return `repeated when its outcome is unknown${exception}`;
}

function quotaOf({ limit, perSeconds, unit }: CatalogueRateLimit): string {
  return `${limit} ${unit} a ${PERIODS[perSeconds] ?? `${perSeconds} s`}`;
}

function inputFields(
  input: InputClass,
  prefix: string,
  known: { readonly documented: DocumentedCall; readonly sources: SourceComments },
): InputField[] {
  return [...fieldsOf(input).values()].flatMap(({ name, rules }) => {
    const place = prefix + name;
    const field = {
      place,
      source: sourceOf(input, name, known.sources),
      parameter: known.documented.parameters.find((parameter) => parameter.name === place),
    };
    if (!('fields' in rules)) return [field];
    const inside = rules.items ? `${place}[].` : `${place}.`;
    return [field, ...inputFields(rules.fields, inside, known)];
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

function fieldRow({ place, source, parameter }: InputField): string[] {
  return [
    `\`${place}\``,
    `\`${source?.type ?? ''}\``,
    parameter?.required ? 'required' : '',
    parameter ? boundsOf(parameter) : '',
    source?.comment.text ?? '',
  ];
}

function boundsOf({
  minItems,
  maxItems,
  maxLength,
  maxBytes,
  min,
  max,
}: CatalogueParameter): string {
  return [
    ...(maxItems === undefined ? [] : [`${minItems ?? 0} to ${maxItems} items`]),
    ...(maxLength === undefined ? [] : [`${maxLength} characters`]),
    ...(maxBytes === undefined ? [] : [`${maxBytes} bytes`]),
    ...(min === undefined && max === undefined ? [] : [`${min ?? '…'} to ${max ?? '…'}`]),
  ].join(', ');
}

function resultRow(
  { name, type, description }: CatalogueField,
  { convert }: AnyOperation,
): string[] {
  const conversion = convert?.[name];
  return [`\`${name}\``, conversion ? RESULT_TYPES[conversion] : type, description];
}

function errorsOf({ errorCodes }: DocumentedCall): string {
  if (errorCodes.length === 0) return 'none of its own are documented';
  return errorCodes
    .map((code) => `${code} (${ERROR_CODES[code]?.meaning ?? 'not explained'})`)
    .join(', ');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escape).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

function escape(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
