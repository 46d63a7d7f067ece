import { isRecord } from '../is-record.js';
import { parseJson } from '../parse-json.js';
import type { AppState } from '../state/app.state.js';
import type { Bot, BotIntegration } from '../state/bot.store.js';
import type { GroupChange } from '../state/group.store.js';
import type { ImEmulatorMessage } from '../state/message.store.js';
import type { CallbackDispatcher } from './callback-dispatcher.js';
import type { ImEmulatorEventBodies } from './event-bodies.types.js';

/** The only kind of integration that belongs to the app server; the others call third parties. */
const OWN_TYPE = 'webhook';
const MENTIONS_ALL = 1;

/** What happens to a bot, before its integrations decide whether they hear of it. */
interface BotOccurrence {
  readonly type: string;
  readonly time: number;
  readonly data: Readonly<Record<string, unknown>>;
  /** Type of the message that it is about, if it is about one. */
  readonly objectName?: string;
}

/** Tells the webhooks of bots what reaches them, at the addresses that their integrations have. */
export class BotReports {
  constructor(
    private readonly state: AppState,
    private readonly callbacks: CallbackDispatcher,
  ) {
    state.groups.changes.add((change) => {
      this.reportGroup(change);
    });
  }

  /** A message has reached users, bots among them. */
  reportMessage(message: ImEmulatorMessage, recipients: readonly string[]): void {
    this.report(message, recipients, { suffix: '', time: message.timestamp });
  }

  /** A message was recalled that had reached bots; what else the event says is not documented. */
  reportRecall(message: ImEmulatorMessage, time: number): void {
    const { channelType, toUserId } = message;
    const recipients = channelType === 'GROUP' ? this.state.groups.membersOf(toUserId) : [toUserId];
    this.report(message, recipients, { suffix: '_recall', time });
  }

  private report(
    message: ImEmulatorMessage,
    recipients: readonly string[],
    { suffix, time }: { readonly suffix: string; readonly time: number },
  ): void {
    const { objectName, fromUserId } = message;
    for (const userId of recipients) {
      const bot = userId === fromUserId ? undefined : this.state.bots.find(userId);
      const type = bot === undefined ? undefined : typeOf(message, userId);
      if (bot === undefined || type === undefined) continue;
      this.tell(bot, { type: type + suffix, time, data: messageData(message), objectName });
    }
  }

  /** The fields of these events were seen nowhere: they are those of `group-operation-sync`. */
  private reportGroup({ kind, group, userIds, time }: GroupChange): void {
    const { groupId } = group;
    const isEntrance = kind === 'created' || kind === 'joined';
    const isExit = kind === 'kicked' || kind === 'quit';
    if (!isEntrance && !isExit && kind !== 'dismissed') return;
    for (const bot of this.state.bots.list()) {
      const data = { groupId, userIds };
      const isMember = group.members.has(bot.userId);
      const concernsBot = userIds.includes(bot.userId);
      if (kind === 'dismissed') {
        if (isMember) this.tell(bot, { type: 'group:dismiss', time, data: { groupId } });
      } else if (concernsBot) {
        this.tell(bot, { type: isEntrance ? 'group:bot_join' : 'group:bot_left', time, data });
      } else if (isMember) {
        this.tell(bot, { type: isEntrance ? 'group:user_join' : 'group:user_left', time, data });
      }
    }
  }

  private tell(bot: Bot, occurrence: BotOccurrence): void {
    const { type, time, data } = occurrence;
    const body: ImEmulatorEventBodies['bot-event'] = {
      type,
      timestamp: time,
      bot: {
        userId: bot.userId,
        name: bot.name,
        profileUrl: bot.profileUrl,
        type: bot.type,
        metadata: bot.metadata,
      },
      data,
    };
    for (const integration of bot.integrations) {
      const { callbackUrl } = integration;
      if (typeof callbackUrl !== 'string' || !hears(integration, occurrence)) continue;
      this.callbacks.start('bot-event', body, { ownAddress: callbackUrl });
    }
  }
}

/** What an integration does not choose it hears all of: that is not documented. */
function hears(
  { type, enabled, events, objectNames }: BotIntegration,
  occurrence: BotOccurrence,
): boolean {
  const { objectName } = occurrence;
  return (
    type === OWN_TYPE &&
    enabled === true &&
    isChosen(events, occurrence.type) &&
    (objectName === undefined || isChosen(objectNames, objectName))
  );
}

function isChosen(chosen: unknown, value: string): boolean {
  return !Array.isArray(chosen) || chosen.length === 0 || chosen.includes(value);
}

function typeOf(message: ImEmulatorMessage, userId: string): string | undefined {
  if (message.channelType === 'PERSON') return 'message:private';
  const isMentioned = message.channelType === 'GROUP' && mentions(message.content, userId);
  return isMentioned ? 'message:group_mentioned' : undefined;
}

/** Whether a message mentions a user, by name or with all others. */
function mentions(content: string, userId: string): boolean {
  const parsed = parseJson(content);
  const mentioned = isRecord(parsed) ? parsed['mentionedInfo'] : undefined;
  if (!isRecord(mentioned)) return false;
  const { type, userIdList } = mentioned;
  return type === MENTIONS_ALL || (Array.isArray(userIdList) && userIdList.includes(userId));
}

/** Id and time are taken to be there, under the names of `message-routing`. */
function messageData(message: ImEmulatorMessage): BotOccurrence['data'] {
  const { fromUserId, toUserId, objectName, content, channelType, messageUID, timestamp } = message;
  return {
    fromUserId,
    toUserId,
    objectName,
    content,
    channelType,
    msgUID: messageUID,
    msgTimestamp: String(timestamp),
  };
}
