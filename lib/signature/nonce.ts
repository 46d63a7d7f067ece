import { randomFillSync } from 'node:crypto';

const BYTES_PER_NONCE = 8;
const NONCE_DIGITS = 18;
const NONCE_RANGE = 10n ** BigInt(NONCE_DIGITS);

// Random bytes are drawn for 512 nonces at a time: one call of the generator costs as much as 25 nonces.
const pool = Buffer.allocUnsafeSlow(BYTES_PER_NONCE * 512);
let offset = pool.length;

/** A nonce of 18 random decimal digits, the longest that the service documents. */
export function createNonce(): string {
  if (offset === pool.length) {
    randomFillSync(pool);
    offset = 0;
  }
  const random = pool.readBigUInt64LE(offset);
  offset += BYTES_PER_NONCE;
  return (random % NONCE_RANGE).toString().padStart(NONCE_DIGITS, '0');
}
