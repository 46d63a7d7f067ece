import type { CatalogueParameter } from '../../catalogue/catalogue.types.js';
import type { FormValues } from './form-text.js';
import type { Leniency } from './leniency.js';
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
  readonly read: (form: FormValues, leniency: Leniency) => unknown;
}

/**
 * Compiles the reader of form, query and path parameters.
 * The reader throws a ParameterRefusal for the first parameter that is missing or wrong.
 */
export function compileFormReader(
  parameters: readonly CatalogueParameter[],
): (form: FormValues, leniency: Leniency) => ReadValues {
  const fields = parameters.map(compileField);
  const names = new Set(parameters.map(({ name }) => name));
  const indexedNames = parameters.filter(({ list }) => list === 'indexed').map(({ name }) => name);
  const isIndexed = (key: string) =>
    indexedNames.some((name) => key.startsWith(`${name}[`) && key.endsWith(']'));

  return (form, leniency) => {
    const values: Record<string, unknown> = {};
    for (const { name, read } of fields) {
      const value = read(form, leniency);
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
  return (form, leniency) => {
    const value = singleText(form[name], name);
    if (value === undefined || value === '') {
      if (required) throw missing(name, value);
      if (value === undefined || emptyMeansAbsent) return undefined;
    }
    return readValue(value, name, leniency);
  };
}

function compileRepeated(parameter: CatalogueParameter): FormField['read'] {
  const readItems = compileItems(parameter);
  const { name, alsoList, required } = parameter;
  return (form, leniency) => {
    const value = form[name];
    if (value === undefined || Array.isArray(value)) return readItems(value, leniency);
    // An SDK that joins sends an empty value for a list without entries.
    if (alsoList === 'comma' && value === '' && !required) {
      leniency.allow(name, 'an empty value instead of none');
      return undefined;
    }
    // A key that came more than once is the documented form: then a comma belongs to its value.
    if (alsoList !== 'comma' || !value.includes(',')) return readItems([value], leniency);
    leniency.allow(name, 'comma list instead of repeated keys');
    return readItems(value.split(','), leniency);
  };
}

function compileJoined(parameter: CatalogueParameter): FormField['read'] {
  const readItems = compileItems(parameter);
  const { name, required, alsoList } = parameter;
  return (form, leniency) => {
    const value = form[name];
    if (Array.isArray(value)) {
      if (alsoList === 'repeat') {
        leniency.allow(name, 'repeated keys instead of a comma list');
        return readItems(value.join(',').split(','), leniency);
      }
      throw new ParameterRefusal(
        `${name} came ${value.length} times; its values travel in one, joined with commas`,
      );
    }
    if (value === '' && !required) return undefined;
    return readItems(value?.split(','), leniency);
  };
}

function compileItems(
  parameter: CatalogueParameter,
): (items: readonly string[] | undefined, leniency: Leniency) => unknown {
  const { name, required } = parameter;
  const readValue = compileValueReader(parameter, 'text');
  return (items, leniency) => {
    if (items === undefined) {
      if (required) throw missing(name, undefined);
      return undefined;
    }
    if (items.length === 1 && items[0] === '' && required) throw missing(name, '');
    checkItemCount(parameter, items.length, name);
    return items.map((item, index) => {
      if (item === '') throw new ParameterRefusal(`${name}[${index}] is empty`);
      return readValue(item, `${name}[${index}]`, leniency);
    });
  };
}

function compileIndexed(parameter: CatalogueParameter): FormField['read'] {
  const { name, required } = parameter;
  const prefix = `${name}[`;
  const readValue = compileValueReader(parameter, 'text');
  return (form, leniency) => {
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
      values[key.slice(prefix.length, -1)] = readValue(text, key, leniency);
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
