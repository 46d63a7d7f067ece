import {
  ImBotService,
  ImChatroomService,
  ImConversationService,
  ImGroupService,
  ImHostedGroupService,
  ImMessageService,
  ImUltraGroupService,
  ImUserService,
  textMessage,
  type ImApp,
} from '../../lib/index.js';

/** What must be there for the sample inputs of an area to make sense, by the first word of its names. */
const PREPARATIONS: Readonly<Record<string, (app: ImApp, operation: string) => Promise<void>>> = {
  bot: prepareBot,
  conversation: prepareConversation,
  chatroom: prepareChatroom,
  group: prepareGroup,
  message: prepareMessages,
  hostedGroup: prepareHostedGroup,
  user: prepareGroup,
  ultraGroup: prepareUltraGroup,
};

/** Brings the service into the state that the sample inputs speak of. */
export async function prepareSamples(app: ImApp, operation: string): Promise<void> {
  for (const userId of ['ada', 'bob']) {
    await app.get(ImUserService).register({ userId, name: userId });
  }
  await PREPARATIONS[operation.split('.')[0] ?? '']?.(app, operation);
}

async function prepareChatroom(app: ImApp): Promise<void> {
  const chatrooms = app.get(ImChatroomService);
  const chatroomId = 'room-1';
  const userId = ['ada'];
  const entries = { entryOwnerId: 'ada', entryInfo: { seat: 'ada' } };
  await chatrooms.create({ chatroomId, isBan: true, whiteUserIds: userId, ...entries });
  await chatrooms.members.mute({ chatroomId, userId, minute: 5 });
  await chatrooms.members.muteGlobally({ userId, minute: 5 });
  await chatrooms.members.block({ chatroomId, userId, minute: 5 });
  await chatrooms.keepalive.add({ chatroomId });
  await chatrooms.userWhitelist.add({ chatroomId, userId });
  await chatrooms.lowPriorityMessageTypes.add({ objectName: ['RC:TxtMsg'] });
  await chatrooms.messageTypeWhitelist.add({ objectnames: ['RC:TxtMsg'] });
}

async function prepareGroup(app: ImApp): Promise<void> {
  const groups = app.get(ImGroupService);
  const groupId = 'bob';
  const userId = ['ada'];
  await groups.create({ groupId, groupName: 'Book club', userId: ['ada', 'bob'] });
  await groups.mute({ groupId: [groupId] });
  await groups.members.mute({ groupId, userId, minute: 5 });
  await groups.members.muteGlobally({ userId, minute: 0 });
  await groups.muteWhitelist.add({ groupId, userId });
  await groups.memberRemarks.set({ groupId, userId: 'ada', remark: 'Ada' });
}

/** One message in each conversation that samples read the history of. */
async function prepareMessages(app: ImApp): Promise<void> {
  const messages = app.get(ImMessageService);
  const text = textMessage({ content: 'hi' });
  const message = { ...text, fromUserId: 'ada', isIncludeSender: true };
  await messages.sendPrivate({ ...message, toUserId: ['bob'] });
  await messages.sendGroup({ ...message, toGroupId: ['bob'] });
  await messages.sendChatroom({ ...message, toChatroomId: ['bob'] });
  const inChannel = { fromUserId: 'ada', toGroupIds: ['bob'], busChannel: 'text' };
  await messages.sendUltraGroup({ ...text, ...inChannel });
}

async function prepareHostedGroup(app: ImApp, operation: string): Promise<void> {
  const groups = app.get(ImHostedGroupService);
  const groupId = 'bob';
  const userIds = ['ada', 'bob'];
  // A group that is there already is not created, and one that is hosted is not imported.
  if (operation === 'hostedGroup.create') return;
  if (operation === 'hostedGroup.import') return prepareGroup(app);
  await groups.create({ groupId, name: 'Book club', owner: 'carol', userIds });
  await groups.members.follow({ groupId, userId: 'ada', followUserIds: ['bob'] });
  await groups.remarkName.set({ groupId, userId: 'ada', remarkName: 'Readers' });
}

async function prepareUltraGroup(app: ImApp, operation: string): Promise<void> {
  const ultraGroups = app.get(ImUltraGroupService);
  const groupId = 'bob';
  const busChannel = 'text';
  const userIds = ['ada', 'bob'];
  await ultraGroups.create({ groupId, groupName: 'Guild', userId: 'ada' });
  await ultraGroups.join({ groupId, userId: 'bob' });
  await ultraGroups.channels.create({ groupId, busChannel, type: 1 });
  await ultraGroups.privateChannels.addUsers({ groupId, busChannel, userIds });
  for (const channel of [undefined, busChannel]) {
    await ultraGroups.members.mute({ groupId, busChannel: channel, userIds });
    await ultraGroups.muteWhitelist.add({ groupId, busChannel: channel, userIds });
  }
  // An id that is used already is refused.
  if (operation === 'ultraGroup.userGroups.create') return;
  await ultraGroups.userGroups.create({ groupId, userGroups: [{ userGroupId: 'bob' }] });
  await ultraGroups.userGroups.addUsers({ groupId, userGroupId: 'bob', userIds });
  await ultraGroups.userGroups.bind({ groupId, busChannel, userGroupIds: ['bob'] });
}

async function prepareConversation(app: ImApp): Promise<void> {
  // The second is the longest id, which a call at its bounds sends.
  const tags = ['text', '😀'.repeat(10)].map((tagId) => ({ tagId, tagName: 'Work' }));
  await app.get(ImConversationService).tags.set({ userId: 'ada', tags });
}

async function prepareBot(app: ImApp): Promise<void> {
  const bots = app.get(ImBotService);
  const profileUrl = 'https://img.example/bot.png';
  const integrations = [{ type: 'text', callbackUrl: 'https://app.example/bot' }];
  const bot = { name: 'Helper', type: 'rc_agentchat', profileUrl, integrations };
  for (const userId of ['ada', 'bob']) await bots.create({ ...bot, userId });
  await bots.startProxyChat({ userId: 'ada', targetIds: ['bob'], botUserId: 'bob' });
  const agentConfig = { model: { name: 'qwen-turbo' } };
  await bots.agents.create({ agentId: 'bob', name: 'Care', status: 'active', agentConfig });
}
