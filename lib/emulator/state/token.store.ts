import { randomBytes } from 'node:crypto';

/** Valid tokens of one user; clients that ask for one at each start must not fill the memory. */
export const TOKENS_OF_A_USER = 100;

interface IssuedToken {
  readonly userId: string;
  readonly issuedAt: number;
}

/** The connection tokens of an app. A user may hold several; all are valid until expired, or until too many follow. */
export class TokenStore {
  private readonly tokens = new Map<string, IssuedToken>();
  private readonly tokensOf = new Map<string, string[]>();

  /** Issues a further token. */
  issue(userId: string, issuedAt: number): string {
    const token = `${randomBytes(24).toString('base64url')}@emulator.local;emulator.local`;
    this.tokens.set(token, { userId, issuedAt });
    const known = this.tokensOf.get(userId) ?? [];
    known.push(token);
    this.tokensOf.set(userId, known);
    const oldest = known.length > TOKENS_OF_A_USER ? known.shift() : undefined;
    if (oldest !== undefined) this.tokens.delete(oldest);
    return token;
  }

  /** The user that a valid token belongs to. */
  userOf(token: string): string | undefined {
    return this.tokens.get(token)?.userId;
  }

  /** Makes the tokens of a user invalid that were issued before a point in time; all by default. */
  expire(userId: string, before = Infinity): void {
    const kept: string[] = [];
    for (const token of this.tokensOf.get(userId) ?? []) {
      const issuedAt = this.tokens.get(token)?.issuedAt ?? 0;
      if (issuedAt < before) this.tokens.delete(token);
      else kept.push(token);
    }
    if (kept.length > 0) this.tokensOf.set(userId, kept);
    else this.tokensOf.delete(userId);
  }
}
