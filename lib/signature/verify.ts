import { timingSafeEqual } from 'node:crypto';
import { sign, type SignatureParts } from './sign.js';

const DIGITS = 40;

/** Whether a signature has the form of one: 40 hexadecimal digits. */
export function isDigest(signature: string): boolean {
  if (signature.length !== DIGITS) return false;
  for (let index = 0; index < DIGITS; index++) {
    const character = signature.charCodeAt(index);
    const isDigit = character >= 0x30 && character <= 0x39;
    // A letter in lower case, whichever case it has.
    const letter = character | 0x20;
    if (!isDigit && (letter < 0x61 || letter > 0x66)) return false;
  }
  return true;
}

// Two buffers for the life of the process: the function is synchronous, so they are never shared.
const expected = Buffer.alloc(DIGITS);
const received = Buffer.alloc(DIGITS);

/**
 * Says whether `signature` is the signature of `parts` under one of `secrets`, in either case.
 *
 * Compares in constant time. Several secrets serve while one is being replaced; an empty one verifies
 * nothing.
 */
export function verifySignature(
  secrets: readonly string[],
  parts: SignatureParts,
  signature: string,
): boolean {
  if (!isDigest(signature)) return false;
  received.write(signature.toLowerCase(), 'latin1');
  let matches = false;
  for (const secret of secrets) {
    if (secret === '') continue;
    expected.write(sign(secret, parts), 'latin1');
    if (timingSafeEqual(expected, received)) matches = true;
  }
  return matches;
}
