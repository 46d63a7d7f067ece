import {
  IdField,
  IdListField,
  IntegerField,
  MapField,
} from '../../client/input/field.decorators.js';

/** Input of `bots.startProxyChat`. */
export class StartProxyChatDto {
  /** User who is spoken for. */
  @IdField()
  userId!: string;

  /** Users with whom the bot chats: 1 to 50. */
  @IdListField({ maxItems: 50 })
  targetIds!: readonly string[];

  /** The bot; one of type `rc_agentchat`. */
  @IdField()
  botUserId!: string;

  /** Values of your own: at most 32, each key at most 32 characters, each value at most 512. */
  @MapField({
    entries: { maxEntries: 32, keys: /./s, maxKeyLength: 32, maxValueLength: 512 },
    optional: true,
  })
  metadata?: Readonly<Record<string, string>> | undefined;
}

/** Input of `bots.queryProxyChats`. */
export class QueryProxyChatsDto {
  /** Page number, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Chats on a page; default 50. No maximum is documented. */
  @IntegerField({ min: 1, optional: true })
  size?: number | undefined;

  /** Only chats in which this user is spoken for. Described as a filter; it may turn out to be required. */
  @IdField({ optional: true })
  userId?: string | undefined;
}
