import { timingSafeEqual } from 'node:crypto';
import { sign, type SignatureParts } from './sign.js';

const DIGEST_BYTES = 20;
const HEX_DIGEST = /^[0-9a-f]{40}$/i;

/** Whether a signature has the form of one: 40 hexadecimal digits. */
export function isDigest(signature: string): boolean {
  return HEX_DIGEST.test(signature);
}

// Two buffers for the life of the process: the function is synchronous, so they are never shared.
const expected = Buffer.alloc(DIGEST_BYTES);
const received = Buffer.alloc(DIGEST_BYTES);

/**
 * Says whether `signature` is the signature of `parts` under one of `secrets`.
 *
 * Compares decoded digests in constant time. Several secrets serve while one is being replaced; an
 * empty one verifies nothing.
 */
export function verifySignature(
  secrets: readonly string[],
  parts: SignatureParts,
  signature: string,
): boolean {
  if (!isDigest(signature)) return false;
  received.write(signature, 'hex');
  let matches = false;
  for (const secret of secrets) {
    if (secret === '') continue;
    expected.write(sign(secret, parts), 'hex');
    if (timingSafeEqual(expected, received)) matches = true;
  }
  return matches;
}
