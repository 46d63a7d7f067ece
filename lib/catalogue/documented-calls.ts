import { catalogue } from './catalogue.js';
import type {
  CatalogueOperation,
  CatalogueParameter,
  CatalogueVariant,
} from './catalogue.types.js';

/** One call as the vendor documents it: an operation, or one of the calls that share its address. */
export type DocumentedCall = Omit<CatalogueOperation, 'variants'>;

/** Every documented call by its name. */
export const documentedCalls: ReadonlyMap<string, DocumentedCall> = new Map(
  catalogue
    .flatMap(({ variants, ...operation }) =>
      variants ? variants.map((variant) => narrowed(operation, variant)) : [operation],
    )
    .map((call) => [call.method, call]),
);

/**
 * The call of a name.
 * @throws Error when the catalogue has none.
 */
export function documentedCall(name: string): DocumentedCall {
  const call = documentedCalls.get(name);
  if (!call) throw new Error(`The catalogue has no call named ${name}.`);
  return call;
}

function narrowed(operation: DocumentedCall, variant: CatalogueVariant): DocumentedCall {
  const { requires = [], omits = [], ...own } = variant;
  const { paging, batchLimit, ...rest } = operation;
  const parameters = operation.parameters
    .filter(({ name }) => !omits.includes(rootOf(name)))
    .map((parameter) => withRequired(parameter, requires));
  const sends = (name: string): boolean => parameters.some((parameter) => parameter.name === name);
  return {
    ...rest,
    ...own,
    parameters,
    ...(paging?.request.every(sends) ? { paging } : {}),
    ...(batchLimit && sends(batchLimit.parameter) ? { batchLimit } : {}),
  };
}

function withRequired(
  parameter: CatalogueParameter,
  requires: readonly string[],
): CatalogueParameter {
  if (!requires.includes(parameter.name)) return parameter;
  return { ...parameter, required: true, ...(parameter.list ? { minItems: 1 } : {}) };
}

function rootOf(name: string): string {
  return name.split(/[.[]/)[0] ?? name;
}
