import type { CatalogueOperation } from '../../catalogue/catalogue.types.js';

/** An operation, with the values that stood in its path. */
export interface Route {
  readonly operation: CatalogueOperation;
  readonly pathValues: Readonly<Record<string, string>>;
}

interface Template {
  readonly segments: readonly string[];
  /** Literal segments; of two templates that fit, the one with more of them is meant. */
  readonly literals: number;
  readonly methods: Map<string, CatalogueOperation>;
}

const NO_VALUES: Readonly<Record<string, string>> = {};

/** Finds the operation of a request by method and path. */
export class OperationRouter {
  private readonly exact = new Map<string, Map<string, CatalogueOperation>>();
  private readonly templates: Template[] = [];

  constructor(operations: readonly CatalogueOperation[]) {
    for (const operation of operations) {
      this.methodsOf(operation.path).set(operation.http, operation);
    }
    this.templates.sort((one, other) => other.literals - one.literals);
  }

  /** The operation, the methods that the path has instead, or undefined for an unknown path. */
  find(method: string, path: string): Route | { readonly allowed: readonly string[] } | undefined {
    const methods = this.exact.get(path);
    const operation = methods?.get(method);
    if (operation !== undefined) return { operation, pathValues: NO_VALUES };
    return this.findTemplate(method, path, new Set(methods?.keys()));
  }

  private findTemplate(
    method: string,
    path: string,
    allowed: Set<string>,
  ): Route | { readonly allowed: readonly string[] } | undefined {
    const segments = path.split('/');
    for (const template of this.templates) {
      const pathValues = match(template.segments, segments);
      if (pathValues === undefined) continue;
      const operation = template.methods.get(method);
      if (operation !== undefined) return { operation, pathValues };
      for (const other of template.methods.keys()) allowed.add(other);
    }
    return allowed.size === 0 ? undefined : { allowed: [...allowed] };
  }

  private methodsOf(path: string): Map<string, CatalogueOperation> {
    if (!path.includes('{')) {
      const known = this.exact.get(path) ?? new Map<string, CatalogueOperation>();
      this.exact.set(path, known);
      return known;
    }
    const segments = path.split('/');
    const known = this.templates.find((template) => template.segments.join('/') === path);
    if (known !== undefined) return known.methods;
    const literals = segments.filter((segment) => !segment.startsWith('{')).length;
    const template: Template = { segments, literals, methods: new Map() };
    this.templates.push(template);
    return template.methods;
  }
}

function match(
  template: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, expected] of template.entries()) {
    const segment = segments[index] ?? '';
    if (expected.startsWith('{')) {
      if (segment === '') return undefined;
      values[expected.slice(1, -1)] = decode(segment);
    } else if (expected !== segment) {
      return undefined;
    }
  }
  return values;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
