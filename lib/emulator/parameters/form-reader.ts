import type { CatalogueParameter } from '../../catalogue/catalogue.types.js';
import type { FormValues } from './form-text.js';
import { ParameterRefusal } from './parameter-refusal.js';
import { shown } from './value-constraints.js';
import { checkItemCount, compileValueReader } from './value-reader.js';

/** What a reader found: values by parameter name, and the keys that no parameter claims. */
export interface ReadValues {
  readonly values: Record<string, unknown>;
  readonly unknownNames: string[];
}

interface FormField {
  readonly name: string;
  readonly read: (form: FormValues) => unknown;
}

/**
 * Compiles the reader of form, query and path parameters.
 * The reader throws a ParameterRefusal for the first parameter that is missing or wrong.
 */
export function compileFormReader(
  parameters: readonly CatalogueParameter[],
): (form: FormValues) => ReadValues {
  const fields = parameters.map(compileField);
  const names = new Set(parameters.map(({ name }) => name));
  const indexedNames = parameters.filter(({ list }) => list === 'indexed').map(({ name }) => name);
  const isIndexed = (key: string) =>
    indexedNames.some((name) => key.startsWith(`${name}[`) && key.endsWith(']'));

  return (form) => {
    const values: Record<string, unknown> = {};
    for (const { name, read } of fields) {
      const value = read(form);
      if (value !== undefined) values[name] = value;
    }
    const unknownNames = Object.keys(form).filter((key) => !names.has(key) && !isIndexed(key));
    return { values, unknownNames };
  };
}

function compileField(parameter: CatalogueParameter): FormField {
  const { name } = parameter;
  if (parameter.list === 'repeat') return { name, read: compileRepeated(parameter) };
  if (parameter.list === 'comma') return { name, read: compileJoined(parameter) };
  if (parameter.list === 'indexed') return { name, read: compileIndexed(parameter) };
  return { name, read: compileSingle(parameter) };
}

function compileSingle(parameter: CatalogueParameter): FormField['read'] {
  const { name, required } = parameter;
  const readValue = compileValueReader(parameter, 'text');
  const emptyMeansAbsent = parameter.type !== 'string' || parameter.kind !== undefined;
  return (form) => {
    const value = singleText(form[name], name);
    if (value === undefined || value === '') {
      if (required) throw missing(name, value);
      if (value === undefined || emptyMeansAbsent) return undefined;
    }
    return readValue(value, name);
  };
}

function compileRepeated(parameter: CatalogueParameter): FormField['read'] {
  const readItems = compileItems(parameter);
  return (form) => {
    const value = form[parameter.name];
    if (value === undefined) return readItems(undefined);
    return readItems(Array.isArray(value) ? value : [value]);
  };
}

function compileJoined(parameter: CatalogueParameter): FormField['read'] {
  const readItems = compileItems(parameter);
  const { name, required } = parameter;
  return (form) => {
    const value = form[name];
    if (Array.isArray(value)) {
      throw new ParameterRefusal(
        `${name} came ${value.length} times; its values travel in one, joined with commas`,
      );
    }
    if (value === '' && !required) return undefined;
    return readItems(value?.split(','));
  };
}

function compileItems(
  parameter: CatalogueParameter,
): (items: readonly string[] | undefined) => unknown {
  const { name, required } = parameter;
  const readValue = compileValueReader(parameter, 'text');
  return (items) => {
    if (items === undefined) {
      if (required) throw missing(name, undefined);
      return undefined;
    }
    if (items.length === 1 && items[0] === '' && required) throw missing(name, '');
    checkItemCount(parameter, items.length, name);
    return items.map((item, index) => {
      if (item === '') throw new ParameterRefusal(`${name}[${index}] is empty`);
      return readValue(item, `${name}[${index}]`);
    });
  };
}

function compileIndexed(parameter: CatalogueParameter): FormField['read'] {
  const { name, required } = parameter;
  const prefix = `${name}[`;
  const readValue = compileValueReader(parameter, 'text');
  return (form) => {
    const entries = Object.entries(form).filter(
      ([key]) => key.startsWith(prefix) && key.endsWith(']'),
    );
    if (entries.length === 0) {
      if (required) throw new ParameterRefusal(`${name} is required, as ${name}[id]=value`);
      return undefined;
    }
    checkItemCount(parameter, entries.length, name);
    const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const [key, value] of entries) {
      const text = singleText(value, key);
      values[key.slice(prefix.length, -1)] = readValue(text, key);
    }
    return values;
  };
}

function singleText(value: string | string[] | undefined, label: string): string | undefined {
  if (!Array.isArray(value)) return value;
  throw new ParameterRefusal(`${label} came ${value.length} times; it takes one value`);
}

function missing(name: string, value: string | undefined): ParameterRefusal {
  return new ParameterRefusal(
    `${name} is required, got ${value === undefined ? 'nothing' : shown(value)}`,
  );
}
