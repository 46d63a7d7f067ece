import type { CatalogueField, CatalogueRateLimit } from '../../lib/catalogue/catalogue.types.js';
import { documentedCall, type DocumentedCall } from '../../lib/catalogue/documented-calls.js';
import { isDeduplicable } from '../../lib/client/deduplication.js';
import type { ImOperation } from '../../lib/client/operation.js';
import { ERROR_CODES } from '../../lib/errors/error-codes.js';
import { fieldTable, sharedSections } from './input-fields.js';
import type { SourceComments } from './source-comments.js';
import { table } from './table.js';

type AnyOperation = ImOperation<never, unknown>;

/** An operation and the call that the catalogue describes. */
interface Entry {
  readonly operation: AnyOperation;
  readonly documented: DocumentedCall;
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
    ...sharedSections(service, sources),
  ].join('\n\n');
}

function indexRow({ operation }: Entry): string[] {
  const method = methodOf(operation);
  return [`[\`${method}\`](#${method.replaceAll('.', '').toLowerCase()})`, addressOf(operation)];
}

function section({ operation, documented }: Entry, sources: SourceComments): string[] {
  const comment = sources.methods.get(operation.name);
  const results = documented.response.filter(({ name }) => name !== 'code');
  return [
    `## ${methodOf(operation)}`,
    describe(comment?.text ?? ''),
    factsOf(operation, documented).join(' · '),
    fieldTable(operation.input, documented.parameters, sources) ?? 'No fields.',
    results.length > 0
      ? table(
          ['result', 'type', 'meaning'],
          results.map((field) => resultRow(field, operation, sources)),
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

/** What the source says of a field goes first: the catalogue describes it as it travels. */
function resultRow(
  { name: place, type, description }: CatalogueField,
  { name, convert }: AnyOperation,
  { results }: SourceComments,
): string[] {
  const conversion = convert?.[place];
  return [
    `\`${place}\``,
    conversion ? RESULT_TYPES[conversion] : type,
    results.get(name)?.get(place) ?? description,
  ];
}

function errorsOf({ errorCodes }: DocumentedCall): string {
  if (errorCodes.length === 0) return 'none of its own are documented';
  return errorCodes
    .map((code) => `${code} (${ERROR_CODES[code]?.meaning ?? 'not explained'})`)
    .join(', ');
}
