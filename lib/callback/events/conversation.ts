/** The lists of an event are one delivery, so they need one key. */
export function sharedConversation<Item>(
  items: readonly Item[],
  conversationOf: (item: Item) => string,
  mixed: string,
): string {
  const [first] = items;
  if (first === undefined) return mixed;
  const conversation = conversationOf(first);
  return items.every((item) => conversationOf(item) === conversation) ? conversation : mixed;
}

/** The conversation that a message belongs to; both users of a one-to-one one have the same. */
export function conversationOfMessage(
  channelType: string,
  targetId: string,
  fromUserId: string,
): string {
  return channelType === 'PERSON'
    ? keyOf('PERSON', ...sorted(fromUserId, targetId))
    : keyOf(channelType, targetId);
}

/** What belongs to one user. */
export function conversationOfUser(userId: string): string {
  return keyOf('USER', userId);
}

/** What belongs to two users, whoever acts. */
export function conversationOfFriends(userId: string, otherUserId: string): string {
  return keyOf('FRIENDS', ...sorted(userId, otherUserId));
}

/** What belongs to a group: its messages and its changes. */
export function conversationOfGroup(groupId: string): string {
  return keyOf('GROUP', groupId);
}

/** What belongs to a chatroom: its messages and its changes. */
export function conversationOfChatroom(chatroomId: string): string {
  return keyOf('TEMPGROUP', chatroomId);
}

/** What a bot is told of one user. */
export function conversationOfBot(botId: string, fromUserId: string): string {
  return keyOf('BOT', botId, fromUserId);
}

// JSON: ids may hold any character that a separator could be.
function keyOf(...parts: string[]): string {
  return JSON.stringify(parts);
}

function sorted(one: string, other: string): [string, string] {
  return one < other ? [one, other] : [other, one];
}
