import type { LoggerService } from '@nestjs/common';

// The parts of a callback's signature in an address. Who has them can send callbacks of his own.
const SIGNATURE_PARTS = /([?&](?:signature|nonce|timestamp|signTimestamp)=)[^&#\s"'\\]*/gi;

/**
 * Takes the signature out of the addresses in a text, for access logs: `…?appKey=k&nonce=***&…`.
 *
 * @example
 * ```ts
 * morgan.token('url', (request) => redactSignatures(request.originalUrl)) // Express
 * new FastifyAdapter({ logger: { serializers: { req: ({ method, url }) => ({ method, url: redactSignatures(url) }) } } })
 * ```
 */
export function redactSignatures(text: string): string {
  return text.replace(SIGNATURE_PARTS, '$1***');
}

/**
 * A logger that takes signatures out of what another one is given, such as the errors of routes that
 * were not found: `app.useLogger(new ImRedactingLogger(new ConsoleLogger()))`.
 */
export class ImRedactingLogger implements LoggerService {
  constructor(private readonly logger: LoggerService) {}

  log(message: unknown, ...others: unknown[]): void {
    this.logger.log(redact(message), ...others.map(redactOne));
  }

  error(message: unknown, ...others: unknown[]): void {
    this.logger.error(redact(message), ...others.map(redactOne));
  }

  warn(message: unknown, ...others: unknown[]): void {
    this.logger.warn(redact(message), ...others.map(redactOne));
  }

  debug(message: unknown, ...others: unknown[]): void {
    this.logger.debug?.(redact(message), ...others.map(redactOne));
  }

  verbose(message: unknown, ...others: unknown[]): void {
    this.logger.verbose?.(redact(message), ...others.map(redactOne));
  }

  fatal(message: unknown, ...others: unknown[]): void {
    this.logger.fatal?.(redact(message), ...others.map(redactOne));
  }
}

const MAX_DEPTH = 4;

function redactOne(value: unknown): unknown {
  return redact(value);
}

/** A copy without signatures of what a logger prints: texts, plain objects, lists and errors. */
function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactSignatures(value);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, redact(item, depth + 1)]),
  );
}

function redactError({ cause, message, name, stack }: Error, depth: number): Error {
  const copy = new Error(redactSignatures(message), { cause: redact(cause, depth + 1) });
  const texts = { name, stack: stack && redactSignatures(stack) };
  for (const [key, value] of Object.entries(texts)) {
    Object.defineProperty(copy, key, { value, configurable: true, writable: true });
  }
  return copy;
}
