import { success, type ApiReply } from '../http/api-request.js';
import type { NewUltraGroup } from '../state/ultra-group.store.js';
import type { UltraGroup } from '../state/ultra-group.js';
import {
  ignored,
  invalid,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';
import { groupOf, optionalChannel, rulesOf, withGroup, withRules } from './ultra-group-of-call.js';

const MAX_GROUPS_OF_USER = 100;
const NOT_SET = 0;

/** Joins a user to a group. */
export const joinGroup = withGroup(join);
/** Takes a user out of a group. */
export const quitGroup = withGroup(quit);
/** Ends a group. */
export const dismissGroup = withGroup(dismiss);

/** Ultra groups themselves, who is in them, and what is pushed. Users need not be registered. */
export const ultraGroupHandlers: OperationHandlers = {
  'POST /ultragroup/create.json': create,
  'POST /ultragroup/dis.json': dismissGroup,
  'POST /ultragroup/join.json': joinGroup,
  'POST /ultragroup/quit.json': quitGroup,
  'POST /ultragroup/refresh.json': withGroup((group, { parameters }) =>
    renameGroup(group, parameters.text('groupName')),
  ),
  'POST /ultragroup/member/exist.json': checkMember,
  'POST /ultragroup/notdisturb/set.json': withRules((rules, { parameters }) => {
    rules.unpushLevel = parameters.number('unpushLevel');
    return success();
  }),
  'POST /ultragroup/notdisturb/get.json': getNotification,
};

function create(context: OperationContext): ApiReply {
  const { parameters } = context;
  const group = {
    groupId: parameters.text('groupId'),
    groupName: parameters.text('groupName'),
    userId: parameters.text('userId'),
  };
  return createGroup(group, context);
}

/** Creates a group. What becomes of one that is there already is not documented: it stays as it is. */
export function createGroup(group: NewUltraGroup, context: OperationContext): ApiReply {
  const { ultraGroups } = context.app.state;
  const { groupId, userId } = group;
  if (ultraGroups.find(groupId) !== undefined) {
    return ignored(`The ultra group ${groupId} is there already`);
  }
  const refused = refuseFurtherGroup(userId, context);
  if (refused !== undefined) return refused;
  ultraGroups.create(group);
  return success();
}

/** Gives a group another name: at once, where the service takes up to five minutes. */
export function renameGroup(group: UltraGroup, groupName: string): ApiReply {
  group.groupName = groupName;
  return success();
}

function join(group: UltraGroup, context: OperationContext): ApiReply {
  const userId = context.parameters.text('userId');
  if (group.members.has(userId)) return success();
  const refused = refuseFurtherGroup(userId, context);
  if (refused !== undefined) return refused;
  group.members.add(userId);
  return success();
}

/** The limit is documented, the code of a call beyond it is not. */
function refuseFurtherGroup(userId: string, context: OperationContext): ApiReply | undefined {
  const { length } = context.app.state.ultraGroups.groupsOf(userId);
  if (length < MAX_GROUPS_OF_USER) return undefined;
  return invalid(context, `userId ${userId} is in ${MAX_GROUPS_OF_USER} ultra groups already`);
}

function quit(group: UltraGroup, { parameters }: OperationContext): ApiReply {
  group.quit(parameters.text('userId'));
  return success();
}

function dismiss(group: UltraGroup, { app }: OperationContext): ApiReply {
  app.state.ultraGroups.dismiss(group);
  return success();
}

function checkMember(context: OperationContext): ApiReply {
  const userId = context.parameters.text('userId');
  return success({ status: groupOf(context)?.members.has(userId) ?? false });
}

function getNotification(context: OperationContext): ApiReply {
  const busChannel = optionalChannel(context);
  return success({
    groupId: context.parameters.text('groupId'),
    ...(busChannel === undefined ? {} : { busChannel }),
    unpushLevel: rulesOf(context)?.unpushLevel ?? NOT_SET,
  });
}
