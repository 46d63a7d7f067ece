import type {
  CatalogueOperation,
  CatalogueParameter,
} from '../../lib/catalogue/catalogue.types.js';
import {
  call,
  encodeForm,
  signedHeaders,
  type RawReply,
  type SigningApp,
} from './signed-request.js';

/** One operation with a value for each of its parameters. */
export interface OperationSample {
  readonly operation: CatalogueOperation;
  readonly values: ReadonlyMap<string, unknown>;
}

/** A sample with a valid value for every parameter. */
export function sampleOf(operation: CatalogueOperation): OperationSample {
  const values = new Map<string, unknown>();
  for (const parameter of operation.parameters) values.set(parameter.name, sampleValue(parameter));
  return { operation, values };
}

/** The same sample with one value changed; undefined leaves the parameter out. */
export function withValue(sample: OperationSample, name: string, value: unknown): OperationSample {
  const values = new Map(sample.values);
  if (value === undefined) values.delete(name);
  else values.set(name, value);
  return { ...sample, values };
}

/** A valid value before it is encoded: a list for lists, a map for indexed ones. */
function sampleValue(parameter: CatalogueParameter): unknown {
  const item = sampleItem(parameter);
  if (parameter.list === 'indexed') return { id1: item };
  if (parameter.list !== undefined) return sampleList(parameter, parameter.minItems ?? 1);
  return item;
}

/** A list of `count` valid values. */
export function sampleList(parameter: CatalogueParameter, count: number): unknown[] {
  return Array.from({ length: Math.max(count, 1) }, () => sampleItem(parameter));
}

function sampleItem({ type, kind, enum: choices, min, max }: CatalogueParameter): unknown {
  const [choice] = choices ?? [];
  if (choice !== undefined) return type === 'string' ? String(choice) : choice;
  if (kind === 'instant') return 1_767_225_600_000;
  if (type === 'integer' || type === 'number') return min ?? Math.min(1, max ?? 1);
  if (type === 'boolean') return true;
  if (type === 'object') return { key: 'value' };
  return kind === 'json' ? '{"content":"hi"}' : 'x';
}

/** Sends a sample, encoded by the catalogue. */
export function sendSample(
  app: SigningApp,
  baseUrl: string,
  { operation, values }: OperationSample,
): Promise<RawReply> {
  const { http, contentType, parameters } = operation;
  let { path } = operation;
  const query: Record<string, string | string[]> = {};
  const form: Record<string, string | string[]> = {};
  const json: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const value = values.get(parameter.name);
    if (value === undefined) continue;
    if (parameter.in === 'path') {
      path = path.replace(
        `{${parameter.name}}`,
        encodeURIComponent(JSON.stringify(value).replaceAll('"', '')),
      );
    } else if (parameter.in === 'query' || http === 'GET') {
      Object.assign(query, formFields(parameter, value));
    } else if (contentType === 'form') {
      Object.assign(form, formFields(parameter, value));
    } else {
      plant(json, parameter.name.split('.'), jsonValue(parameter, value));
    }
  }
  const isForm = contentType === 'form';
  const search = Object.keys(query).length === 0 ? '' : `?${encodeForm(query)}`;
  return call(baseUrl + path + search, {
    method: http,
    headers: {
      ...signedHeaders(app),
      ...(http === 'GET'
        ? {}
        : { 'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' }),
    },
    ...(http === 'GET' ? {} : { body: isForm ? encodeForm(form) : JSON.stringify(json) }),
  });
}

function formFields(
  parameter: CatalogueParameter,
  value: unknown,
): Record<string, string | string[]> {
  const { name, list, kind, type } = parameter;
  const isJson = kind === 'json' && type === 'object';
  const text = (item: unknown) =>
    typeof item === 'string' && !isJson ? item : JSON.stringify(item);
  if (list === 'json') return { [name]: JSON.stringify(value) };
  if (list === 'indexed') {
    const entries = Object.entries(value as Record<string, unknown>);
    return Object.fromEntries(entries.map(([key, item]) => [`${name}[${key}]`, text(item)]));
  }
  if (!Array.isArray(value)) return { [name]: text(value) };
  return { [name]: list === 'comma' ? value.map(text).join(',') : value.map(text) };
}

function jsonValue(parameter: CatalogueParameter, value: unknown): unknown {
  const { kind, type, list } = parameter;
  if (list === 'json') return JSON.stringify(value);
  const encode = (item: unknown) =>
    kind === 'json' && type === 'object' ? JSON.stringify(item) : item;
  if (!Array.isArray(value)) return encode(value);
  return list === 'comma' ? value.join(',') : value.map(encode);
}

/** Puts a value at `a.b[].c`; objects around it are made, and keep what they have. */
function plant(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head = '', ...rest] = path;
  const isList = head.endsWith('[]');
  const name = isList ? head.slice(0, -2) : head;
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const existing = target[name] ?? (isList ? [{}] : {});
  target[name] = existing;
  for (const child of Array.isArray(existing) ? existing : [existing]) {
    plant(child as Record<string, unknown>, rest, value);
  }
}
