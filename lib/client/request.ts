import { fillPath, placesIn } from './address.js';
import type { EncodedRequest } from './attempt.js';
import { encodeForm, encodeJson } from './input/encode.js';
import type { ImOperation } from './operation.js';

/**
 * The request of an operation, its input checked before.
 * @throws ImValidationError when a value cannot stand in the path.
 */
export function encodeRequest<Input extends object>(
  { name, http, path: template, encoding, input }: ImOperation<Input, unknown>,
  value: object,
): EncodedRequest {
  const method = http ?? 'POST';
  const places = placesIn(template);
  const path = places ? fillPath(name, template, value) : template;
  if (method === 'GET') {
    const query = encodeForm(input, value, places);
    return { method, encoding, path: query === '' ? path : `${path}?${query}`, body: undefined };
  }
  const encode = encoding === 'form' ? encodeForm : encodeJson;
  return { method, encoding, path, body: encode(input, value, places) };
}
