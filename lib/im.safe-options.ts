import { isIP } from 'node:net';
import { ImConfigError } from './errors/config.error.js';

// Options that would open a door if they were taken as they come.

const MAPPED_IPV4 = '::ffff:';

/** A secret function that brings a text or fails: an empty secret would let anybody sign. */
export function checkedSecret(
  appSecret: () => string | Promise<string>,
): () => string | Promise<string> {
  return () => {
    try {
      const secret: unknown = appSecret();
      return secret instanceof Promise
        ? secret.then(requireSecret, refuseSecret)
        : requireSecret(secret);
    } catch (error) {
      return refuseSecret(error);
    }
  };
}

function requireSecret(secret: unknown): string {
  if (typeof secret === 'string' && secret !== '') return secret;
  throw new ImConfigError('`appSecret` could not be read: its function returned no text.');
}

function refuseSecret(cause: unknown): never {
  if (cause instanceof ImConfigError) throw cause;
  throw new ImConfigError('`appSecret` could not be read: its function failed.', { cause });
}

/** @throws ImConfigError when one is empty or no text. */
export function previousSecrets(secrets: readonly string[]): () => readonly string[] {
  if (!isListOf(secrets, (secret) => secret.trim() !== '')) {
    throw new ImConfigError(
      '`callbacks.previousSecrets` must be a list of texts, none of them empty.',
    );
  }
  return () => secrets;
}

/** @throws ImConfigError when the value is none of the choices. */
export function oneOf<Choice extends string>(
  name: string,
  value: Choice,
  choices: readonly NoInfer<Choice>[],
): Choice {
  if (choices.includes(value)) return value;
  throw new ImConfigError(`\`${name}\` is ${choices.map((choice) => `'${choice}'`).join(' or ')}.`);
}

/** The addresses as the framework gives them. @throws ImConfigError when one is no address. */
export function allowedIps(addresses: readonly string[]): readonly string[] {
  if (!isListOf(addresses, (address) => isIP(address) !== 0)) {
    throw new ImConfigError(
      '`callbacks.allowedIps` must be a list of IP addresses, without ranges.',
    );
  }
  return addresses.map(unmappedAddress);
}

/** An IPv4 address as such, also where a server that listens on IPv6 gives it. */
export function unmappedAddress(address: string): string {
  return address.startsWith(MAPPED_IPV4) ? address.slice(MAPPED_IPV4.length) : address;
}

function isListOf(list: unknown, allows: (item: string) => boolean): boolean {
  return Array.isArray(list) && list.every((item) => typeof item === 'string' && allows(item));
}
