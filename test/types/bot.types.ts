// Compiled by `npm run types` and never run: what must compile, and what must not.
import { expectTypeOf } from 'expect-type';
import type {
  AgentConfig,
  Bot,
  ImBotService,
  ImConversationService,
  ImModerationService,
  SensitiveWord,
} from '../../lib/index.js';

declare const conversations: ImConversationService;
declare const bots: ImBotService;
declare const moderation: ImModerationService;

// Conversations: a level, or the older yes or no, or both
const group = { conversationType: 3, requestId: 'ada', targetId: 'g1' } as const;
void conversations.notification.set({ ...group, unpushLevel: 5 });
void conversations.notification.set({ ...group, isMuted: true });
void conversations.notification.set({ ...group, unpushLevel: 5, isMuted: true, busChannel: 'c' });
// @ts-expect-error neither of the two
void conversations.notification.set(group);
// @ts-expect-error a level that is none
void conversations.notification.set({ ...group, unpushLevel: 3 });
void conversations.tags.addConversations({
  userId: 'ada',
  tagId: 't',
  // @ts-expect-error an ultra group has no tags
  conversations: [{ targetId: 'u1', conversationType: 10 }],
});

// Bots: whole answers, nested settings
void bots.agents.generateAnswer({ agentId: 'a', query: 'Why?', stream: false });
// @ts-expect-error streams are not offered
void bots.agents.generateAnswer({ agentId: 'a', query: 'Why?', stream: true });
void bots.agents.create({ agentId: 'a', name: 'A', agentConfig: { model: { name: 'm' } } });
// @ts-expect-error a new agent needs a model
void bots.agents.create({ agentId: 'a', name: 'A', agentConfig: { prompt: { id: 'p' } } });
void bots.agents.update({ agentId: 'a', agentConfig: { prompt: { id: 'p' } } });
// @ts-expect-error an integration needs an address
void bots.integrations.create({ userId: 'b', type: 'webhook' });
void bots.integrations.update({ userId: 'b', type: 'webhook', enabled: false });
expectTypeOf(bots.queryAll({})).toExtend<AsyncIterable<Bot>>();
expectTypeOf<AgentConfig['model']['name']>().toEqualTypeOf<string>();

// Moderation
void moderation.sensitiveWords.addMany({ words: [{ word: 'a' }, { word: 'b', replaceWord: '*' }] });
// @ts-expect-error words are objects here
void moderation.sensitiveWords.addMany({ words: ['a'] });
void moderation.wordFilter.query();
expectTypeOf<SensitiveWord['type']>().toEqualTypeOf<0 | 1>();
