import { randomBytes } from 'node:crypto';

interface IssuedToken {
  readonly userId: string;
  readonly issuedAt: number;
}

/** The connection tokens of an app. A user may hold several; all are valid until expired. */
export class TokenStore {
  private readonly tokens = new Map<string, IssuedToken>();
  private readonly tokensOf = new Map<string, string[]>();

  /** Issues a further token. */
  issue(userId: string, issuedAt: number): string {
    const token = `${randomBytes(24).toString('base64url')}@emulator.local;emulator.local`;
    this.tokens.set(token, { userId, issuedAt });
    const known = this.tokensOf.get(userId);
    if (known === undefined) this.tokensOf.set(userId, [token]);
    else known.push(token);
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
