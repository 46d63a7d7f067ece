import { success, type ApiReply } from '../http/api-request.js';
import type { GroupMember, HostedGroup } from '../state/group.js';
import { hostedGroupOf, successBut, withHostedMember } from './hosted-group-of-call.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';

/** Whom the members of hosted groups follow. */
export const hostedGroupFollowHandlers: OperationHandlers = {
  'POST /entrust/group/member/follow.json': withHostedMember(follow),
  'POST /entrust/group/member/unfollow.json': withHostedMember(unfollow),
  'POST /entrust/group/member/followed/get.json': queryFollowed,
};

/** What happens to users who are no members is not documented: they are passed over. */
function follow(
  { userId }: GroupMember,
  { hosting, members }: HostedGroup,
  { parameters, now }: OperationContext,
): ApiReply {
  const users = parameters.texts('followUserIds');
  hosting.follow(
    userId,
    users.filter((followed) => members.has(followed)),
    now,
  );
  const strangers = users.filter((followed) => !members.has(followed));
  return successBut('passed over, as not in the group', strangers);
}

function unfollow(
  { userId }: GroupMember,
  { hosting }: HostedGroup,
  { parameters }: OperationContext,
): ApiReply {
  hosting.unfollow(userId, parameters.texts('followUserIds'));
  return success();
}

/** The vendor's table calls the list `members`, as SDKs do, its example `followedMembers`. */
function queryFollowed(context: OperationContext): ApiReply {
  const { parameters } = context;
  const userId = parameters.text('userId');
  const group = hostedGroupOf(context);
  const members = (group?.hosting.followedBy(userId) ?? [])
    .filter(([followed]) => group?.members.has(followed))
    .map(([followed, timestamp]) => ({ userId: followed, timestamp }));
  return success({ userId, groupId: parameters.text('groupId'), members });
}
