/** Conversations of many: groups, chatrooms, ultra groups. What the way of a message needs to know of them. */
export interface Audience {
  /** Who gets what is sent to a conversation, or to one channel of it. */
  membersOf(id: string, busChannel?: string): readonly string[];

  /** Why a device of `sender` may not write there, if so. */
  refusalOf(id: string, sender: string, busChannel?: string): string | undefined;
}
