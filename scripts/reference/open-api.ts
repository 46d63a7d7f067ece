import { callbackCatalogue } from '../../lib/catalogue/callbacks.catalogue.js';
import { catalogue } from '../../lib/catalogue/catalogue.js';
import type {
  CatalogueCallback,
  CatalogueOperation,
  CatalogueParameter,
} from '../../lib/catalogue/catalogue.types.js';
import { dataCenterCatalogue } from '../../lib/catalogue/data-centers.catalogue.js';
import { objectSchema, type Schema } from './field-schema.js';

const CONTENT_TYPES = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
} as const;

/** The four signed headers, by the name of their security scheme. */
const SIGNATURE = {
  appKey: { name: 'App-Key', description: 'Key of the app.' },
  nonce: { name: 'Nonce', description: 'Random text of at most 18 characters, new for each call.' },
  timestamp: { name: 'Timestamp', description: 'Unix time of the call in milliseconds.' },
  signature: {
    name: 'Signature',
    description: 'SHA-1 in lower-case hexadecimal of App Secret, nonce and timestamp, joined.',
  },
} as const;

/** The whole Server API and its callbacks as an OpenAPI 3.1 document, made from the catalogue. */
export function openApi(): Schema {
  return {
    openapi: '3.1.1',
    info: {
      title: 'RongCloud IM Server API',
      version: '1',
      description:
        'Every call and every callback of the service, made from the catalogue of nestjs-rongcloud-im.',
    },
    servers: dataCenterCatalogue.dataCenters.flatMap(({ name, primary, backup }) => [
      { url: primary, description: name },
      { url: backup, description: `${name}, backup` },
    ]),
    security: [Object.fromEntries(Object.keys(SIGNATURE).map((scheme) => [scheme, []]))],
    tags: [...new Set(catalogue.map(({ area }) => area))].map((name) => ({ name })),
    paths: paths(),
    webhooks: Object.fromEntries(
      callbackCatalogue.map((callback) => [callback.event, { post: webhook(callback) }]),
    ),
    components: {
      securitySchemes: Object.fromEntries(
        Object.entries(SIGNATURE).map(([scheme, header]) => [
          scheme,
          { type: 'apiKey', in: 'header', ...header },
        ]),
      ),
      schemas: { Failure: failure() },
    },
  };
}

function paths(): Schema {
  const found: Record<string, Record<string, unknown>> = {};
  for (const operation of catalogue) {
    (found[operation.path] ??= {})[operation.http.toLowerCase()] = call(operation);
  }
  return found;
}

function call(operation: CatalogueOperation): Schema {
  const { method, area, summary, parameters, rateLimit, docs, status, notes } = operation;
  const placed = parameters.filter((parameter) => parameter.in !== undefined);
  const body = parameters.filter((parameter) => parameter.in === undefined);
  return {
    operationId: method,
    tags: [area],
    summary,
    ...(notes !== undefined && { description: notes }),
    ...(docs !== undefined && { externalDocs: { url: docs } }),
    ...(status === 'deprecated' && { deprecated: true }),
    ...(placed.length > 0 && { parameters: placed.map(placedParameter) }),
    ...(body.length > 0 && { requestBody: requestBody(operation, body) }),
    responses: responses(operation),
    ...(rateLimit && { 'x-rate-limit': rateLimit }),
  };
}

function placedParameter(parameter: CatalogueParameter): Schema {
  const { name, in: place, required, description } = parameter;
  const { properties } = objectSchema([parameter]);
  return { name, in: place, required, description, schema: properties[name] };
}

function requestBody(
  { contentType }: CatalogueOperation,
  body: readonly CatalogueParameter[],
): Schema {
  const encoding: Record<string, object> = {};
  for (const { name, list } of contentType === 'form' ? body : []) {
    if (list === 'comma') encoding[name] = { style: 'form', explode: false };
    if (list === 'indexed') encoding[name] = { style: 'deepObject', explode: true };
  }
  return {
    required: body.some(({ required }) => required),
    content: {
      [CONTENT_TYPES[contentType]]: {
        schema: objectSchema(body),
        ...(Object.keys(encoding).length > 0 && { encoding }),
      },
    },
  };
}

function responses({ response, responseExample, errorCodes }: CatalogueOperation): Schema {
  const codes = errorCodes.length > 0 ? ` Codes: ${errorCodes.join(', ')}.` : '';
  return {
    200: {
      description: 'Success.',
      content: {
        'application/json': { schema: objectSchema(response), example: responseExample },
      },
    },
    default: {
      description: `Refused.${codes}`,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
    },
  };
}

function failure(): Schema {
  return {
    type: 'object',
    required: ['code'],
    properties: {
      code: { type: 'integer', description: 'What is wrong.' },
      errorMessage: { type: 'string' },
      url: { type: 'string', description: 'Path of the call.' },
    },
  };
}

function webhook(callback: CatalogueCallback): Schema {
  const { event, title, notes, docs, contentType, body, bodyIsArray, example, reply } = callback;
  const one = objectSchema(body);
  const schema = bodyIsArray === true ? { type: 'array', items: one } : one;
  const either = { oneOf: [one, { type: 'array', items: one }] };
  return {
    operationId: event,
    tags: ['callbacks'],
    summary: title,
    description: notes,
    ...(docs !== undefined && { externalDocs: { url: docs } }),
    security: [],
    parameters: signatureParameters(callback),
    requestBody: {
      required: true,
      content: {
        [CONTENT_TYPES[contentType]]: {
          schema: bodyIsArray === 'unknown' ? either : schema,
          example,
        },
      },
    },
    responses: {
      200: {
        description: reply.notes ?? 'Received.',
        ...(reply.body.length > 0 && {
          content: { 'application/json': { schema: objectSchema(reply.body) } },
        }),
      },
    },
  };
}

/** The catalogue lists the signed values in its own words: `query (nonce, timestamp, signature)`. */
function signatureParameters({ signedIn, signature }: CatalogueCallback): Schema[] {
  const [, listed = ''] = /\(([^;)]+)/.exec(signature) ?? [];
  return listed.split(', ').map((name) => ({
    name,
    in: signedIn,
    required: true,
    description: `Part of the signature: ${signature}.`,
    schema: { type: 'string' },
  }));
}
