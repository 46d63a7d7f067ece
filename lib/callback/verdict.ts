/** What `ImVerdict.replace` may change; what is left out stays as it was. */
export interface ImReplacement {
  /** New message content: JSON text, or an object that becomes it. */
  readonly content?: string | object | undefined;
  /** New text of the push notification. */
  readonly pushContent?: string | undefined;
  /** Whether the message is silent. */
  readonly disablePush?: boolean | undefined;
  /** New push options: JSON text, or an object that becomes it. */
  readonly pushExt?: string | object | undefined;
  /** New expansion keys and values: JSON text, or an object that becomes it. */
  readonly extraContent?: string | object | undefined;
}

/** A verdict as it travels. */
export interface ImVerdictReply {
  /** 0: not delivered; 1: delivered, other checks follow; 2: delivered without them. */
  readonly pass: 0 | 1 | 2;
  readonly replaceContent?: string;
  readonly replacePushContent?: string;
  readonly replaceDisablePush?: boolean;
  readonly replacePushExt?: string;
  readonly replaceExtraContent?: string;
  readonly extra?: string;
}

/** What becomes of a message: it is delivered as it is, not at all, or changed. */
export type ImVerdictKind = 'deliver' | 'block' | 'replace';

/** Longest text that a blocked sender is told, in characters. */
const MAX_EXTRA_LENGTH = 1024;

/**
 * The answer to a pre-messaging callback. It never changes once it is made.
 *
 * @example
 * ```ts
 * return isSpam ? ImVerdict.block({ extra: 'spam' }) : ImVerdict.deliver();
 * ```
 * @see https://docs.rongcloud.io/platform-chat-api/moderation/msgcb
 */
export class ImVerdict {
  readonly #reply: ImVerdictReply;

  private constructor(reply: ImVerdictReply) {
    this.#reply = Object.freeze(reply);
    Object.freeze(this);
  }

  /**
   * Delivers the message as it is. `skipFurtherChecks` keeps the platform's later checks and
   * callbacks away from it.
   */
  static deliver({ skipFurtherChecks = false }: { skipFurtherChecks?: boolean } = {}): ImVerdict {
    return new ImVerdict({ pass: skipFurtherChecks ? 2 : 1 });
  }

  /**
   * Does not deliver the message. The sender is told `extra`, at most 1024 characters; what is
   * longer is cut, as an error here would let the message through.
   */
  static block({ extra }: { extra?: string | undefined } = {}): ImVerdict {
    return new ImVerdict(
      extra === undefined
        ? { pass: 0 }
        : { pass: 0, extra: extra.slice(0, MAX_EXTRA_LENGTH).toWellFormed() },
    );
  }

  /** Delivers the message with other content, push text or options; other checks follow. */
  static replace(replacement: ImReplacement): ImVerdict {
    const { content, pushContent, disablePush, pushExt, extraContent } = replacement;
    return new ImVerdict({
      pass: 1,
      ...(content !== undefined && { replaceContent: toText(content) }),
      ...(pushContent !== undefined && { replacePushContent: pushContent }),
      ...(disablePush !== undefined && { replaceDisablePush: disablePush }),
      ...(pushExt !== undefined && { replacePushExt: toText(pushExt) }),
      ...(extraContent !== undefined && { replaceExtraContent: toText(extraContent) }),
    });
  }

  /** What becomes of the message. */
  get kind(): ImVerdictKind {
    if (this.#reply.pass === 0) return 'block';
    return Object.keys(this.#reply).length > 1 ? 'replace' : 'deliver';
  }

  /** The verdict as it travels. */
  toJSON(): ImVerdictReply {
    return this.#reply;
  }
}

function toText(value: string | object): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
