/** Most tags of a user, and most conversations under one of them. */
export const MAX_TAGS = 20;
const MAX_TAGGED_CONVERSATIONS = 1_000;

const NOT_SET = 0;

/** A conversation as its owner sees it. */
export interface ConversationKey {
  /** 1 one-to-one, 3 group, 6 system, 10 ultra group. */
  readonly conversationType: number;
  readonly targetId: string;
}

/** Whether a conversation stands on top, and since when that holds, in Unix milliseconds. */
export interface ConversationTop {
  readonly top: boolean;
  readonly topTime: number;
}

/** A tag that a user gives to conversations. */
export interface ConversationTag {
  readonly tagId: string;
  readonly tagName: string;
  /** In Unix milliseconds; a new name leaves it. */
  readonly createTime: number;
}

/** What one user has set. */
interface OwnerSettings {
  readonly tops: Map<string, ConversationTop>;
  readonly levels: Map<string, number>;
  readonly levelsOfTypes: Map<number, number>;
  readonly tags: Map<string, ConversationTag>;
  /** The conversations under each tag, the one that is longest there first. */
  readonly tagged: Map<string, Map<string, ConversationKey>>;
}

/** What users set for their conversations: place on top, notification levels, tags. */
export class ConversationStore {
  private readonly owners = new Map<string, OwnerSettings>();

  setTop(userId: string, conversation: ConversationKey, top: ConversationTop): void {
    this.settingsOf(userId).tops.set(keyOf(conversation), top);
  }

  /** Undefined when it was never set. */
  topOf(userId: string, conversation: ConversationKey): ConversationTop | undefined {
    return this.owners.get(userId)?.tops.get(keyOf(conversation));
  }

  /** Sets the notification level of a conversation, or of one channel of it. */
  setLevel(userId: string, conversation: ConversationKey, level: number, busChannel = ''): void {
    this.settingsOf(userId).levels.set(keyOf(conversation, busChannel), level);
  }

  /** Undefined when it was never set. */
  levelOf(userId: string, conversation: ConversationKey, busChannel = ''): number | undefined {
    return this.owners.get(userId)?.levels.get(keyOf(conversation, busChannel));
  }

  setLevelOfType(userId: string, conversationType: number, level: number): void {
    this.settingsOf(userId).levelsOfTypes.set(conversationType, level);
  }

  /** 0 when it was never set. */
  levelOfType(userId: string, conversationType: number): number {
    return this.owners.get(userId)?.levelsOfTypes.get(conversationType) ?? NOT_SET;
  }

  /** Adds tags or gives them new names, all or none; returns whether they fit. */
  setTags(userId: string, tags: readonly ConversationTag[]): boolean {
    const { tags: known } = this.settingsOf(userId);
    const all = new Set([...known.keys(), ...tags.map(({ tagId }) => tagId)]);
    if (all.size > MAX_TAGS) return false;
    for (const tag of tags) {
      const { createTime = tag.createTime } = known.get(tag.tagId) ?? {};
      known.set(tag.tagId, { ...tag, createTime });
    }
    return true;
  }

  /** Deletes tags; the conversations under them stay as they are otherwise. */
  deleteTags(userId: string, tagIds: readonly string[]): void {
    const settings = this.owners.get(userId);
    for (const tagId of tagIds) {
      settings?.tags.delete(tagId);
      settings?.tagged.delete(tagId);
    }
  }

  /** The tags of a user, the oldest first. */
  tagsOf(userId: string): readonly ConversationTag[] {
    return [...(this.owners.get(userId)?.tags.values() ?? [])];
  }

  hasTag(userId: string, tagId: string): boolean {
    return this.owners.get(userId)?.tags.has(tagId) ?? false;
  }

  /** Puts conversations under a tag; when there are too many, those that are longest there go. */
  tag(userId: string, tagId: string, conversations: readonly ConversationKey[]): void {
    const { tagged } = this.settingsOf(userId);
    const under = tagged.get(tagId) ?? new Map<string, ConversationKey>();
    tagged.set(tagId, under);
    for (const conversation of conversations) under.set(keyOf(conversation), conversation);
    const tooMany = Math.max(under.size - MAX_TAGGED_CONVERSATIONS, 0);
    for (const key of [...under.keys()].slice(0, tooMany)) under.delete(key);
  }

  /** Takes conversations out of a tag. */
  untag(userId: string, tagId: string, conversations: readonly ConversationKey[]): void {
    const under = this.owners.get(userId)?.tagged.get(tagId);
    for (const conversation of conversations) under?.delete(keyOf(conversation));
  }

  /** The conversations under a tag, the one that is longest there first. */
  taggedWith(userId: string, tagId: string): readonly ConversationKey[] {
    return [...(this.owners.get(userId)?.tagged.get(tagId)?.values() ?? [])];
  }

  /** The tags that a conversation is under. */
  tagsOfConversation(userId: string, conversation: ConversationKey): readonly ConversationTag[] {
    const key = keyOf(conversation);
    const tagged = this.owners.get(userId)?.tagged;
    return this.tagsOf(userId).filter(({ tagId }) => tagged?.get(tagId)?.has(key) === true);
  }

  /** Forgets everything that a user has set. */
  forget(userId: string): void {
    this.owners.delete(userId);
  }

  private settingsOf(userId: string): OwnerSettings {
    const settings = this.owners.get(userId) ?? {
      tops: new Map(),
      levels: new Map(),
      levelsOfTypes: new Map(),
      tags: new Map(),
      tagged: new Map(),
    };
    this.owners.set(userId, settings);
    return settings;
  }
}

function keyOf({ conversationType, targetId }: ConversationKey, busChannel = ''): string {
  return JSON.stringify([conversationType, targetId, busChannel]);
}
