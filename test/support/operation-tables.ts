import { API_AREAS } from '../../lib/im.areas.js';
import type { ImApp } from '../../lib/index.js';
import type { ImOperation } from '../../lib/client/operation.js';

export type AnyOperation = ImOperation<never, unknown>;

/** What a method of a service looks like to a test that knows only its name. */
type AnyMethod = (input: unknown, options?: object) => Promise<unknown>;

/** Every operation of this package with the name that follows from its place in the tables. */
export const placedOperations = Object.entries(API_AREAS).flatMap(([area, { operations }]) =>
  placed(area, operations),
);

function placed(place: string, table: object): (readonly [string, AnyOperation])[] {
  return Object.entries(table).flatMap(([key, value]: [string, AnyOperation | object]) =>
    'path' in value ? [[`${place}.${key}`, value] as const] : placed(`${place}.${key}`, value),
  );
}

/** The method that a name stands for: `user.blacklist.add` is `app.get(ImUserService).blacklist.add`. */
export function methodOf(app: ImApp, name: string): AnyMethod {
  const [area, ...segments] = name.split('.');
  const { service } = API_AREAS[area as keyof typeof API_AREAS];
  let owner: unknown;
  let found: unknown = app.get<object>(service);
  for (const segment of segments) {
    owner = found;
    found = Reflect.get(found as object, segment);
  }
  if (typeof found !== 'function') throw new Error(`There is no method ${name}.`);
  return (input, options) => Reflect.apply(found, owner, [input, options]) as Promise<unknown>;
}
