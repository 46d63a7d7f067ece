import { success, type ApiReply } from '../http/api-request.js';
import type { UltraGroupRules } from '../state/ultra-group-rules.js';
import { removeAll } from './limited-list.js';
import { invalid, type OperationContext, type OperationHandlers } from './operation-handler.js';
import { optionalChannel, rulesOf, withRules } from './ultra-group-of-call.js';
import { readPage } from './ultra-group-pages.js';

const MAX_MUTED_IN_GROUPS = 100;
/** Documented for the muted users only. */
const USERS_PER_PAGE = 50;

/** Mutes everybody in a group or a channel, or ends that. */
export const setAllMuted = withRules((rules, { parameters }) => {
  rules.allMuted = parameters.flag('status');
  return success();
});

/** Who may not write in an ultra group or in one of its channels, and who may although all are muted. */
export const ultraGroupMuteHandlers: OperationHandlers = {
  'POST /ultragroup/userbanned/add.json': withRules((rules, context) =>
    muteUsers(rules, 'userIds', context),
  ),
  'POST /ultragroup/userbanned/del.json': withRules(({ mutedSince }, context) =>
    removeAll(mutedSince, 'userIds', context),
  ),
  'POST /ultragroup/userbanned/get.json': (context) =>
    listed([...(rulesOf(context)?.mutedSince.keys() ?? [])], context),
  'POST /ultragroup/globalbanned/set.json': setAllMuted,
  'POST /ultragroup/globalbanned/get.json': (context) =>
    success({ status: rulesOf(context)?.allMuted ?? false }),
  'POST /ultragroup/banned/whitelist/add.json': withRules((rules, context) =>
    exemptUsers(rules, 'userIds', context),
  ),
  'POST /ultragroup/banned/whitelist/del.json': withRules(({ muteWhitelist }, context) =>
    removeAll(muteWhitelist, 'userIds', context),
  ),
  'POST /ultragroup/banned/whitelist/get.json': (context) =>
    listed([...(rulesOf(context)?.muteWhitelist ?? [])], context),
};

/**
 * Mutes users until they are unmuted. How many users of an app may be muted in whole groups is
 * documented, the code of a call beyond it is not.
 */
export function muteUsers(
  rules: UltraGroupRules,
  parameter: string,
  context: OperationContext,
): ApiReply {
  const users = context.parameters.texts(parameter);
  if (optionalChannel(context) === undefined) {
    const all = new Set([...context.app.state.ultraGroups.mutedUsers(), ...users]);
    if (all.size > MAX_MUTED_IN_GROUPS) {
      const limit = `${MAX_MUTED_IN_GROUPS} users of an app may be muted in whole ultra groups`;
      return invalid(context, `${parameter}: ${limit}, with these it has ${all.size}`);
    }
  }
  rules.mute(users, context.now);
  return success();
}

/** Lets users write although all are muted. How many there may be is not documented. */
export function exemptUsers(
  { muteWhitelist }: UltraGroupRules,
  parameter: string,
  { parameters }: OperationContext,
): ApiReply {
  for (const userId of parameters.texts(parameter)) muteWhitelist.add(userId);
  return success();
}

function listed(users: readonly string[], context: OperationContext): ApiReply {
  return success({ users: readPage(users, context, USERS_PER_PAGE).map((id) => ({ id })) });
}
