import { ImValidationError } from '../errors/validation.error.js';

const PLACE = /\{(\w+)\}/g;
const DOTS = /^\.{1,2}$/;
const placesByPath = new Map<string, ReadonlySet<string> | undefined>();

/** The fields that a path has places for, if it has any: `/v2/groups/{groupId}` for `groupId`. */
export function placesIn(path: string): ReadonlySet<string> | undefined {
  const known = placesByPath.get(path);
  if (known || placesByPath.has(path)) return known;
  const names = [...path.matchAll(PLACE)].map(([, name = '']) => name);
  const places = names.length === 0 ? undefined : new Set(names);
  placesByPath.set(path, places);
  return places;
}

/**
 * Fills the places of a path. What is put in never changes the path: it is escaped, and `.` and `..`,
 * which servers and proxies resolve even so, are refused.
 * @throws ImValidationError when a value cannot stand in a path.
 */
export function fillPath(operation: string, path: string, input: object): string {
  return path.replace(PLACE, (_place, name: string) => {
    const value: unknown = Reflect.get(input, name);
    if (typeof value !== 'string' || value === '' || DOTS.test(value)) {
      throw new ImValidationError(operation, [
        { field: name, problem: 'must be a text that can stand in a path: not empty, `.` or `..`' },
      ]);
    }
    return encodeURIComponent(value.toWellFormed());
  });
}
