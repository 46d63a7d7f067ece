import type { CatalogueParameter } from '../../catalogue/catalogue.types.js';
import { isRecord } from '../is-record.js';
import type { ReadValues } from './form-reader.js';
import type { Leniency } from './leniency.js';
import { ParameterRefusal } from './parameter-refusal.js';
import { shown } from './value-constraints.js';
import { checkItemCount, compileValueReader, type ValueReader } from './value-reader.js';

/** One name in a JSON body; `users[].id` makes a node `users` with a child `id` for each entry. */
interface Node {
  readonly name: string;
  parameter: CatalogueParameter | undefined;
  holdsList: boolean;
  readonly children: Map<string, Node>;
}

type NodeReader = (
  parent: Readonly<Record<string, unknown>>,
  path: string,
  leniency: Leniency,
) => unknown;
type ItemReader = (item: unknown, label: string) => unknown;
type ObjectReader = (
  value: Readonly<Record<string, unknown>>,
  path: string,
  leniency: Leniency,
) => ReadValues;

/**
 * Compiles the reader of a JSON body.
 * The reader throws a ParameterRefusal for the first parameter that is missing or wrong.
 */
export function compileJsonReader(
  parameters: readonly CatalogueParameter[],
): (body: unknown, leniency: Leniency) => ReadValues {
  const roots = new Map<string, Node>();
  for (const parameter of parameters) plant(roots, parameter);
  const readObject = compileObject(roots);
  return (body, leniency) => {
    if (isRecord(body)) return readObject(body, '', leniency);
    throw new ParameterRefusal(`The body is a JSON object, got ${shown(body)}`);
  };
}

function plant(roots: Map<string, Node>, parameter: CatalogueParameter): void {
  const segments = parameter.name.split('.');
  let level = roots;
  segments.forEach((segment, index) => {
    const holdsList = segment.endsWith('[]');
    const name = holdsList ? segment.slice(0, -2) : segment;
    const node = level.get(name) ?? {
      name,
      parameter: undefined,
      holdsList: false,
      children: new Map<string, Node>(),
    };
    level.set(name, node);
    node.holdsList ||= holdsList;
    if (index === segments.length - 1) node.parameter = parameter;
    level = node.children;
  });
}

function compileObject(nodes: ReadonlyMap<string, Node>): ObjectReader {
  const readers = [...nodes.values()].map((node) => ({ name: node.name, read: compileNode(node) }));
  return (object, path, leniency) => {
    const values: Record<string, unknown> = {};
    for (const { name, read } of readers) {
      const value = read(object, path, leniency);
      if (value !== undefined) values[name] = value;
    }
    const unknownNames = Object.keys(object)
      .filter((key) => !nodes.has(key))
      .map((key) => path + key);
    return { values, unknownNames };
  };
}

function compileNode(node: Node): NodeReader {
  const { name } = node;
  const required = isRequired(node);
  const readPresent = compilePresent(node);
  return (parent, path, leniency) => {
    const value = parent[name];
    const label = path + name;
    if (value === undefined || value === null || (value === '' && required)) {
      if (!required) return undefined;
      throw new ParameterRefusal(
        `${label} is required, got ${value === undefined ? 'nothing' : shown(value)}`,
      );
    }
    return readPresent(value, label, leniency);
  };
}

/** An object that is only named by its children is needed as soon as one of them is. */
function isRequired({ parameter, children }: Node): boolean {
  if (parameter !== undefined) return parameter.required;
  return [...children.values()].some(isRequired);
}

function compilePresent(node: Node): ValueReader {
  const { parameter } = node;
  const readOne = compileOne(node);
  if (parameter?.list === 'comma') {
    return (value, label, leniency) => {
      if (typeof value !== 'string') {
        throw new ParameterRefusal(`${label} is text joined with commas, got ${shown(value)}`);
      }
      const readItem: ItemReader = (item, itemLabel) => readOne(item, itemLabel, leniency);
      return readItems(parameter, value.split(','), label, readItem);
    };
  }
  const isList = node.holdsList || parameter?.list === 'repeat';
  if (!isList) return readOne;
  return (value, label, leniency) => {
    if (!Array.isArray(value)) {
      throw new ParameterRefusal(`${label} is an array, got ${shown(value)}`);
    }
    const readItem: ItemReader = (item, itemLabel) => readOne(item, itemLabel, leniency);
    return readItems(parameter, value, label, readItem);
  };
}

function readItems(
  parameter: CatalogueParameter | undefined,
  items: readonly unknown[],
  label: string,
  readItem: ItemReader,
): unknown[] {
  if (parameter !== undefined) checkItemCount(parameter, items.length, label);
  return items.map((item, index) => {
    if (item === '') throw new ParameterRefusal(`${label}[${index}] is empty`);
    return readItem(item, `${label}[${index}]`);
  });
}

function compileOne({ parameter, children }: Node): ValueReader {
  const readValue = parameter === undefined ? undefined : compileValueReader(parameter, 'json');
  if (children.size === 0) return readValue ?? ((value) => value);
  const readChildren = compileObject(children);
  return (value, label, leniency) => {
    const checked = readValue === undefined ? value : readValue(value, label, leniency);
    if (!isRecord(checked)) {
      throw new ParameterRefusal(`${label} is an object, got ${shown(value)}`);
    }
    readChildren(checked, `${label}.`, leniency);
    return checked;
  };
}
