import type { IncomingMessage } from 'node:http';

/** Longest body that is read, in bytes. */
const LONGEST_BODY_BYTES = 4 * 1_048_576;

/**
 * Reads a body to its end and calls back once, with undefined when it is too long; never when the
 * connection ends before it. Callbacks, not promises: this is on the path of every request.
 */
export function readBody(request: IncomingMessage, done: (body: string | undefined) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let tooLarge = false;
  request.on('data', (chunk: Buffer) => {
    if (tooLarge) return;
    bytes += chunk.length;
    if (bytes <= LONGEST_BODY_BYTES) {
      chunks.push(chunk);
      return;
    }
    tooLarge = true;
    done(undefined);
  });
  request.on('end', () => {
    if (tooLarge) return;
    const [only] = chunks;
    done(
      chunks.length === 1 && only !== undefined
        ? only.toString()
        : Buffer.concat(chunks).toString(),
    );
  });
}
