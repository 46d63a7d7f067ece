/** Whom a message in a group mentions. */
export interface ImMentionedInfo {
  /** 1 everybody, 2 the users of `userIdList`. */
  readonly type: 1 | 2;
  readonly userIdList?: readonly string[] | undefined;
  /** Text of the push notification for the mention. */
  readonly mentionedContent?: string | undefined;
}

/** Data on the sender that a message carries with it. */
export interface ImMessageUser {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Address of the avatar. */
  readonly portrait?: string | undefined;
  readonly extra?: string | undefined;
}

/** Content of a text message, `RC:TxtMsg`. */
export interface TextMessageContent {
  /** The text, emoji included. */
  readonly content: string;
  readonly mentionedInfo?: ImMentionedInfo | undefined;
  readonly user?: ImMessageUser | undefined;
  /** Free data for the receiving clients. */
  readonly extra?: string | undefined;
}

/** A message of a known type, to be spread into the input of a send. */
export interface ImMessage<ObjectName extends string, Content extends object> {
  readonly objectName: ObjectName;
  readonly content: Content;
}

/**
 * A text message.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 * @example
 * ```ts
 * await messages.sendPrivate({ fromUserId, toUserId, ...textMessage({ content: 'Hello' }) });
 * ```
 */
export function textMessage(
  content: TextMessageContent,
): ImMessage<'RC:TxtMsg', TextMessageContent> {
  return { objectName: 'RC:TxtMsg', content };
}
