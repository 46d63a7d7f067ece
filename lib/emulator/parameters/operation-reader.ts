import type { CatalogueOperation, CatalogueParameter } from '../../catalogue/catalogue.types.js';
import type { ApiRequest } from '../http/api-request.js';
import { compileFormReader, type ReadValues } from './form-reader.js';
import { parseForm } from './form-text.js';
import { compileJsonReader } from './json-reader.js';
import { parseJsonText } from './json-text.js';
import type { Leniency } from './leniency.js';
import { OperationParameters } from './operation-parameters.js';
import { ParameterRefusal } from './parameter-refusal.js';

/**
 * Reads and checks all parameters of one operation.
 * @throws ParameterRefusal
 */
export type OperationReader = (
  request: ApiRequest,
  pathValues: Readonly<Record<string, string>>,
  leniency: Leniency,
) => OperationParameters;

type PartReader = (
  request: ApiRequest,
  pathValues: Readonly<Record<string, string>>,
  leniency: Leniency,
) => ReadValues;

const CONTENT_TYPES = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
} as const;

const PAGE_SIZES = new Set(['size', 'pageSize', 'limit']);

/** Compiles the catalogue's entry for an operation, once, so that a request costs a few look-ups. */
export function compileOperationReader(operation: CatalogueOperation): OperationReader {
  const parts = compileParts(operation);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    return (request, pathValues, leniency) => {
      const { values, unknownNames } = only(request, pathValues, leniency);
      return new OperationParameters(values, unknownNames);
    };
  }
  return (request, pathValues, leniency) => {
    const results = parts.map((read) => read(request, pathValues, leniency));
    return new OperationParameters(
      Object.assign({}, ...results.map(({ values }) => values)) as Record<string, unknown>,
      results.flatMap(({ unknownNames }) => unknownNames),
    );
  };
}

function compileParts(operation: CatalogueOperation): PartReader[] {
  const hasBody = operation.http !== 'GET';
  const parameters = operation.parameters.map((parameter) => limitPageSize(operation, parameter));
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const inBody = parameters.filter((parameter) => parameter.in === undefined && hasBody);
  const inQuery = parameters.filter(
    (parameter) => parameter.in !== 'path' && !inBody.includes(parameter),
  );
  const parts: PartReader[] = [];
  if (inPath.length > 0) {
    const read = compileFormReader(inPath);
    parts.push((_request, pathValues, leniency) => read(pathValues, leniency));
  }
  if (inQuery.length > 0) {
    const read = compileFormReader(inQuery);
    parts.push(({ query }, _pathValues, leniency) => read(parseForm(query), leniency));
  }
  if (hasBody && (inBody.length > 0 || parts.length === 0)) {
    parts.push(compileBody(operation, inBody));
  }
  return parts;
}

/** A page has at least one entry, also where the documentation does not say so. */
function limitPageSize(
  { paging }: CatalogueOperation,
  parameter: CatalogueParameter,
): CatalogueParameter {
  const { name, min } = parameter;
  const isPageSize = PAGE_SIZES.has(name) && paging?.request.includes(name) === true;
  return isPageSize && min === undefined ? { ...parameter, min: 1 } : parameter;
}

function compileBody(
  { contentType }: CatalogueOperation,
  parameters: CatalogueOperation['parameters'],
): PartReader {
  const expected = CONTENT_TYPES[contentType];
  const readForm = contentType === 'form' ? compileFormReader(parameters) : undefined;
  const readJson = compileJsonReader(contentType === 'json' ? parameters : []);
  return ({ headers, body }, _pathValues, leniency) => {
    if (body !== '') checkContentType(headers['content-type'], expected);
    return readForm === undefined
      ? readJson(parseJson(body), leniency)
      : readForm(parseForm(body), leniency);
  };
}

function checkContentType(received: string | undefined, expected: string): void {
  if (received?.toLowerCase().startsWith(expected) === true) return;
  throw new ParameterRefusal(
    `The content type of this operation is ${expected}, got ${received ?? 'none'}`,
  );
}

function parseJson(text: string): unknown {
  return text === '' ? {} : parseJsonText(text, 'The body', 'The body is not JSON');
}
