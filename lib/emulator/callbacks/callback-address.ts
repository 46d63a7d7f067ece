const PROTOCOLS = new Set(['http:', 'https:']);

/**
 * Reads the address of callbacks.
 * @throws TypeError when it is no http(s) URL; the message leaves the address out, as it may hold
 * credentials.
 */
export function parseCallbackAddress(address: string, option: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url !== undefined && PROTOCOLS.has(url.protocol)) return url;
  throw new TypeError(
    `${option} is an absolute http(s) URL, such as http://127.0.0.1:3000/im/callbacks.`,
  );
}

/** The address of one event below a base address; the query of the base address is kept. */
export function addressBelow(base: URL, event: string): URL {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${event}`;
  return url;
}

/** An address as it may be shown: credentials and query can be secrets. */
export function shownAddress({ origin, pathname }: URL): string {
  return origin + pathname;
}
