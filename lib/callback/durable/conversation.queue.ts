/** What a `ConversationQueue` does with its items. */
export interface ConversationQueueOptions<Item> {
  /** Items that run at the same time, at most. */
  readonly concurrency: number;
  /** The conversation an item belongs to. */
  readonly conversationOf: (item: Item) => string;
  /** Runs an item and never rejects. False holds its conversation: nothing more of it is started. */
  readonly run: (item: Item) => Promise<boolean>;
  /** Whether an item may start now; it is asked again at the next `wake`. Default: always. */
  readonly mayStart?: (item: Item) => boolean;
}

interface Conversation<Item> {
  /** In the order they came. */
  readonly waiting: Item[];
  /** One of its items runs, or has run and holds the others. */
  occupied: boolean;
}

/**
 * Runs the items of each conversation one after another and those of different ones side by side,
 * the conversations taking turns.
 */
export class ConversationQueue<Item> {
  readonly #options: ConversationQueueOptions<Item>;
  readonly #conversations = new Map<string, Conversation<Item>>();
  // Conversations that have something to start, in the order of their turns.
  readonly #ready = new Set<string>();
  #running = 0;
  #stopped = false;
  #onIdle: (() => void)[] = [];

  constructor(options: ConversationQueueOptions<Item>) {
    this.#options = options;
  }

  push(item: Item): void {
    const name = this.#options.conversationOf(item);
    let conversation = this.#conversations.get(name);
    if (conversation === undefined) {
      conversation = { waiting: [], occupied: false };
      this.#conversations.set(name, conversation);
    }
    conversation.waiting.push(item);
    if (!conversation.occupied) this.#ready.add(name);
    this.wake();
  }

  /** More could run, but all that waits belongs to conversations that are busy. */
  get isStarving(): boolean {
    return this.#running < this.#options.concurrency && this.#ready.size === 0;
  }

  /** Starts what may start now. */
  wake(): void {
    if (this.#stopped) return;
    for (const name of this.#ready) {
      if (this.#running >= this.#options.concurrency) return;
      const conversation = this.#conversations.get(name);
      const item = conversation?.waiting[0];
      if (conversation === undefined || item === undefined) continue;
      if (this.#options.mayStart?.(item) === false) continue;
      conversation.waiting.shift();
      conversation.occupied = true;
      this.#ready.delete(name);
      this.#running++;
      void this.#run(name, conversation, item);
    }
  }

  /** Forgets items that have not been started. */
  remove(isUnwanted: (item: Item) => boolean): void {
    for (const [name, conversation] of this.#conversations) {
      const kept = conversation.waiting.filter((item) => !isUnwanted(item));
      if (kept.length === conversation.waiting.length) continue;
      conversation.waiting.splice(0, Infinity, ...kept);
      this.#forgetIfEmpty(name, conversation);
    }
  }

  /** Starts nothing any more. */
  stop(): void {
    this.#stopped = true;
  }

  /** Resolves when nothing runs. */
  idle(): Promise<void> {
    if (this.#running === 0) return Promise.resolve();
    return new Promise((resolve) => this.#onIdle.push(resolve));
  }

  async #run(name: string, conversation: Conversation<Item>, item: Item): Promise<void> {
    const goesOn = await this.#options.run(item);
    this.#running--;
    if (goesOn) {
      conversation.occupied = false;
      if (conversation.waiting.length > 0) this.#ready.add(name);
      this.#forgetIfEmpty(name, conversation);
    }
    this.wake();
    if (this.#running > 0) return;
    for (const resolve of this.#onIdle.splice(0)) resolve();
  }

  #forgetIfEmpty(name: string, conversation: Conversation<Item>): void {
    if (conversation.waiting.length > 0 || conversation.occupied) return;
    this.#conversations.delete(name);
    this.#ready.delete(name);
  }
}
