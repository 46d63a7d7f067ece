import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createNonce } from '../../../lib/signature/nonce.js';
import { sign } from '../../../lib/signature/sign.js';
import { verifySignature } from '../../../lib/signature/verify.js';

const GOLDEN = {
  secret: 'Y1W2MeFwwwRxa0',
  parts: { nonce: '14314', timestamp: '1408710653000' },
  signature: '30be0bbca9c9b2e27578701e9fda2358a814c88f',
};

const text = fc.string({ minLength: 1, maxLength: 24 });
const signed = fc.record({ secret: text, nonce: text, timestamp: text });

describe('sign', () => {
  it('makes the signature that the vendor publishes', () => {
    expect(sign(GOLDEN.secret, GOLDEN.parts)).toBe(GOLDEN.signature);
  });
});

describe('verifySignature', () => {
  it('accepts what was signed, under any of the secrets and in either case', () => {
    const { secret, parts, signature } = GOLDEN;
    expect(verifySignature([secret], parts, signature)).toBe(true);
    expect(verifySignature(['other', secret], parts, signature.toUpperCase())).toBe(true);
  });

  it('verifies exactly when nothing was changed', () => {
    fc.assert(
      fc.property(signed, signed, (original, other) => {
        const signature = sign(original.secret, original);
        const same =
          original.secret + original.nonce + original.timestamp ===
          other.secret + other.nonce + other.timestamp;
        expect(verifySignature([original.secret], original, signature)).toBe(true);
        expect(verifySignature([other.secret], other, signature)).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses every signature with one digit changed, and all that are no digests', () => {
    fc.assert(
      fc.property(fc.nat({ max: 39 }), fc.integer({ min: 1, max: 15 }), (position, offset) => {
        const digit = Number.parseInt(GOLDEN.signature.charAt(position), 16);
        const changed =
          GOLDEN.signature.slice(0, position) +
          ((digit + offset) % 16).toString(16) +
          GOLDEN.signature.slice(position + 1);
        expect(verifySignature([GOLDEN.secret], GOLDEN.parts, changed)).toBe(false);
      }),
    );
    expect(verifySignature([''], GOLDEN.parts, sign('', GOLDEN.parts))).toBe(false);
    for (const signature of [
      '',
      GOLDEN.signature.slice(1),
      `${GOLDEN.signature}0`,
      'z'.repeat(40),
    ]) {
      expect(verifySignature([GOLDEN.secret], GOLDEN.parts, signature)).toBe(false);
    }
  });
});

describe('createNonce', () => {
  it('makes 10,000 distinct nonces of 18 decimal digits', () => {
    const nonces = Array.from({ length: 10_000 }, createNonce);
    expect(new Set(nonces).size).toBe(10_000);
    expect(nonces.filter((nonce) => !/^\d{18}$/.test(nonce))).toEqual([]);
  });
});
