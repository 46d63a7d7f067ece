import { callbackCatalogue } from '../../catalogue/callbacks.catalogue.js';
import type { CatalogueCallback } from '../../catalogue/catalogue.types.js';
import type { ImEmulatorEvent } from './event-bodies.types.js';

/** How a body travels: one object, an array of objects, or an object with a list of them in a field. */
export type BodyShape = 'object' | 'array' | 'list-field';

/** How the service posts one event. */
export interface EventRules extends Pick<
  CatalogueCallback,
  'contentType' | 'alsoContentType' | 'legacySignature' | 'contentFields' | 'example'
> {
  /** Where the app key travels; the other signed values are in the headers too, or in the query. */
  readonly appKeyIn: 'query' | 'headers' | 'body';
  readonly timeoutMs: number;
  /** Attempts in all, the first included. */
  readonly attempts: number;
  readonly shape: BodyShape;
  /** The other shape, in which another source has it. */
  readonly alsoShape?: BodyShape;
  /** The field of `list-field`. */
  readonly listField?: string;
  /** Fields of the body, or of each entry of a list. */
  readonly fields: CatalogueCallback['body'];
}

// Of the two events for which no source states them; as for the others.
const DEFAULT_TIMEOUT_MS = 5_000;
const DEFAULT_ATTEMPTS = 3;

const rules = new Map(callbackCatalogue.map((callback) => [callback.event, readRules(callback)]));

/** All events, in the order of the catalogue. */
export const events: readonly ImEmulatorEvent[] = [...rules.keys()].filter(isEvent);

/** Whether there is an event of a name. */
export function isEvent(name: string): name is ImEmulatorEvent {
  return rules.has(name);
}

/** The rules of an event. */
export function rulesOf(event: ImEmulatorEvent): EventRules {
  const found = rules.get(event);
  if (found !== undefined) return found;
  throw new Error(
    `Unknown event ${JSON.stringify(event)}; known are ${[...rules.keys()].join(', ')}.`,
  );
}

function readRules(callback: CatalogueCallback): EventRules {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, attempts = DEFAULT_ATTEMPTS } = callback;
  return {
    ...callback,
    timeoutMs,
    attempts,
    appKeyIn: placeOfAppKey(callback),
    ...layout(callback),
  };
}

function placeOfAppKey({ signedIn, body }: CatalogueCallback): EventRules['appKeyIn'] {
  if (signedIn === 'header') return 'headers';
  return body.some(({ name }) => name === 'appKey') ? 'body' : 'query';
}

/** The example decides where sources disagree. */
function layout({
  body,
  bodyIsArray,
  example,
}: CatalogueCallback): Pick<EventRules, 'shape' | 'alsoShape' | 'listField' | 'fields'> {
  const listField = listFieldOf(body);
  const entries = `${listField ?? ''}[].`;
  const fields =
    listField === undefined
      ? body
      : body.slice(1).map((field) => ({ ...field, name: field.name.slice(entries.length) }));
  const alone = listField === undefined ? 'object' : 'list-field';
  const shape = Array.isArray(example) ? 'array' : alone;
  return {
    shape,
    fields,
    ...(listField === undefined ? {} : { listField }),
    ...(bodyIsArray === 'unknown' ? { alsoShape: shape === 'array' ? alone : 'array' } : {}),
  };
}

/** The field that all others are in, if there is one. */
function listFieldOf([first, ...others]: CatalogueCallback['body']): string | undefined {
  const isAround = others.every(({ name }) => name.startsWith(`${first?.name ?? ''}[].`));
  return others.length > 0 && isAround ? first?.name : undefined;
}
