import { success, type ApiReply } from '../http/api-request.js';
import type { MutePeriods } from '../state/mute-periods.js';
import { keptFor } from './group-of-call.js';
import {
  invalid,
  localTime,
  pageOf,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

const MINUTE_MS = 60_000;
const MAX_GLOBAL_MUTES = 100;
const DEFAULT_SIZE = 50;

/** Who may not write in one group or in any, groups in which nobody may, and who still may there. */
export const groupMuteHandlers: OperationHandlers = {
  'POST /group/user/gag/add.json': mute,
  'POST /group/user/gag/rollback.json': unmute,
  'POST /group/user/gag/list.json': queryMuted,
  'POST /group/ban/add.json': muteGroups,
  'POST /group/ban/rollback.json': unmuteGroups,
  'POST /group/ban/query.json': queryMutedGroups,
  'POST /group/user/ban/whitelist/add.json': addToWhitelist,
  'POST /group/user/ban/whitelist/rollback.json': removeFromWhitelist,
  'POST /group/user/ban/whitelist/query.json': queryWhitelist,
};

/** The mutes of one group, or those in all groups when a call names none: two lists that do not touch. */
function mutesOf({ app, parameters }: OperationContext): MutePeriods {
  const groupId = groupIdOf(parameters.optionalText('groupId'));
  const { groups } = app.state;
  return groupId === undefined ? groups.globalMutes : groups.mutesIn(groupId);
}

/** An empty id names no group: one of the vendor's pages speaks of an empty one, not of an absent one. */
function groupIdOf(groupId: string | undefined): string | undefined {
  return groupId === '' ? undefined : groupId;
}

function keptForGroup(context: OperationContext): ApiReply {
  const groupId = groupIdOf(context.parameters.optionalText('groupId'));
  return keptFor(groupId === undefined ? [] : [groupId], context);
}

function mute(context: OperationContext): ApiReply {
  const { app, parameters, now } = context;
  const mutes = mutesOf(context);
  const users = parameters.texts('userId');
  const minute = parameters.number('minute');
  if (mutes === app.state.groups.globalMutes) {
    const muted = new Set([...mutes.list(now).map(({ userId }) => userId), ...users]);
    // The number is documented, the code of a call beyond it is not.
    if (muted.size > MAX_GLOBAL_MUTES) {
      const reason = `${MAX_GLOBAL_MUTES} users may be muted in all groups, these make ${muted.size}`;
      return invalid(context, reason);
    }
  }
  mutes.add(users, now, minute === 0 ? Infinity : now + minute * MINUTE_MS);
  return keptForGroup(context);
}

function unmute(context: OperationContext): ApiReply {
  mutesOf(context).remove(context.parameters.texts('userId'));
  return success();
}

/**
 * The order is not documented: the first muted comes first. Nor is the end of a mute that does not end:
 * the text is empty.
 */
function queryMuted(context: OperationContext): ApiReply {
  const users = mutesOf(context)
    .list(context.now)
    .map(({ userId, since, until }) => ({
      userId,
      startTime: localTime(since),
      time: until === Infinity ? '' : localTime(until),
    }));
  return success({ users });
}

function muteGroups(context: OperationContext): ApiReply {
  const groupIds = context.parameters.texts('groupId');
  for (const groupId of groupIds) context.app.state.groups.allMuted.add(groupId);
  return keptFor(groupIds, context);
}

function unmuteGroups({ app, parameters }: OperationContext): ApiReply {
  for (const groupId of parameters.texts('groupId')) app.state.groups.allMuted.delete(groupId);
  return success();
}

/** The order of the list is not documented: the group that was muted first comes first. */
function queryMutedGroups({ app, parameters }: OperationContext): ApiReply {
  const { allMuted } = app.state.groups;
  const asked = parameters.texts('groupId');
  const page = parameters.optionalNumber('page');
  const size = parameters.optionalNumber('size');
  const isList = asked.length === 0 || page !== undefined || size !== undefined;
  const pageSize = size ?? DEFAULT_SIZE;
  const groupIds = isList ? pageOf([...allMuted], page ?? 1, pageSize, pageSize) : asked;
  return success({
    groupinfo: groupIds.map((groupId) => ({ groupId, stat: allMuted.has(groupId) ? 1 : 0 })),
  });
}

function addToWhitelist(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const groupId = parameters.text('groupId');
  const whitelist = app.state.groups.muteWhitelistOf(groupId);
  for (const userId of parameters.texts('userId')) whitelist.add(userId);
  return keptFor([groupId], context);
}

function removeFromWhitelist({ app, parameters }: OperationContext): ApiReply {
  const whitelist = app.state.groups.muteWhitelistOf(parameters.text('groupId'));
  for (const userId of parameters.texts('userId')) whitelist.delete(userId);
  return success();
}

function queryWhitelist({ app, parameters }: OperationContext): ApiReply {
  const whitelist = app.state.groups.muteWhitelistOf(parameters.text('groupId'));
  return success({ userIds: [...whitelist] });
}
