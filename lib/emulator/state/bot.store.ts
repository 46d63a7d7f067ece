/** Most bots of an app. */
export const MAX_BOTS = 10;

/** The bots that may speak for a user. */
const PROXY_TYPE = 'rc_agentchat';

/** What a bot is connected to; `type` tells the integrations of a bot apart. */
export interface BotIntegration {
  readonly type: string;
  readonly [setting: string]: unknown;
}

/** A bot, as the operations return it. */
export interface Bot {
  readonly userId: string;
  readonly name: string;
  readonly type: string;
  readonly profileUrl: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly integrations: readonly BotIntegration[];
  /** In Unix milliseconds, as is the other time. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** That a bot speaks for a user to one other user. */
export interface ProxyChat {
  readonly userId: string;
  readonly targetId: string;
  readonly botUserId: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The bots of an app, and the chats in which they speak for users. */
export class BotStore {
  private readonly bots = new Map<string, Bot>();
  private readonly chats = new Map<string, ProxyChat>();

  get isFull(): boolean {
    return this.bots.size >= MAX_BOTS;
  }

  find(userId: string): Bot | undefined {
    return this.bots.get(userId);
  }

  /** All bots, the oldest first. */
  list(): readonly Bot[] {
    return [...this.bots.values()];
  }

  /** Adds a bot, or replaces it in its place. */
  put(bot: Bot): void {
    this.bots.set(bot.userId, bot);
  }

  /** Deletes a bot, and the chats in which it speaks for somebody. */
  delete(userId: string): void {
    this.bots.delete(userId);
    this.deleteChats(({ botUserId }) => botUserId === userId);
  }

  /** Whether a bot may speak for users, which one kind of bots may. */
  isProxy(userId: string): boolean {
    const bot = this.bots.get(userId);
    return [bot, ...(bot?.integrations ?? [])].some((one) => one?.type === PROXY_TYPE);
  }

  /** Has a bot speak for a user; another bot, or the same anew, takes the place of the one before. */
  startChat(
    { userId, targetId, botUserId, metadata }: Omit<ProxyChat, 'createdAt' | 'updatedAt'>,
    now: number,
  ): void {
    const key = JSON.stringify([userId, targetId]);
    const { createdAt = now } = this.chats.get(key) ?? {};
    this.chats.set(key, { userId, targetId, botUserId, metadata, createdAt, updatedAt: now });
  }

  /** The chats in which bots speak for a user, or for anybody, the oldest first. */
  chatsOf(userId: string | undefined): readonly ProxyChat[] {
    return [...this.chats.values()].filter(
      (chat) => userId === undefined || chat.userId === userId,
    );
  }

  /** Forgets the chats in which bots speak for a user. */
  forget(userId: string): void {
    this.deleteChats((chat) => chat.userId === userId);
  }

  private deleteChats(isMeant: (chat: ProxyChat) => boolean): void {
    for (const [key, chat] of this.chats) if (isMeant(chat)) this.chats.delete(key);
  }
}
