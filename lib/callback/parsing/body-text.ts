import { type ParsedUrlQuery, parse } from 'node:querystring';
import { ImCallbackError } from '../../errors/callback.error.js';
import type { BodyKind } from '../events/event.map.js';
import { malformed } from '../events/fields.js';
import { isPrototype, mayHoldPrototype } from '../json-text.js';

const MAX_PARAMETERS = 5_000;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Parses the text of a body.
 * @throws ImCallbackError when it is empty, malformed, or has too many parameters.
 */
export function parseBody(bytes: Buffer, kind: BodyKind): unknown {
  if (bytes.length === 0) throw malformed('it is empty');
  const text = bytes.toString('utf8');
  return kind === 'form' ? parseForm(text) : parseJson(text);
}

function parseForm(text: string): ParsedUrlQuery {
  let parameters = 1;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    if (++parameters > MAX_PARAMETERS) {
      throw new ImCallbackError(
        'body-too-large',
        `The body has more than ${MAX_PARAMETERS} parameters.`,
      );
    }
  }
  return parse(text, '&', '=', { maxKeys: 0 });
}

function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text);
  } catch {
    // The parser's own message quotes the body.
    throw malformed('it is not JSON');
  }
  if (mayHoldPrototype(text)) refusePrototypes(value);
  return value;
}

/** Refuses what Fastify's parser refuses: whoever copies such an object would change a prototype. */
function refusePrototypes(body: unknown): void {
  // A list instead of recursion, which a deeply nested body would break.
  const values = [body];
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (isPrototype(key, child)) throw malformed('it holds a prototype');
      values.push(child);
    }
  }
}
