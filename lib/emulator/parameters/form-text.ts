import { parse } from 'node:querystring';

/** A decoded form or query string: a key that came twice holds an array. */
export type FormValues = Readonly<Record<string, string | string[] | undefined>>;

// The default of 1,000 keys would silently drop recipients.
const EVERY_KEY = { maxKeys: 0 };

/** Decodes a form or a query string. */
export function parseForm(text: string): FormValues {
  return parse(text, '&', '=', EVERY_KEY);
}
