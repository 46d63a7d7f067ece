import { friendshipBody, type FriendshipChange } from '../callbacks/event-bodies.js';
import { success, type ApiReply } from '../http/api-request.js';
import type { AppState } from '../state/app.state.js';
import type { Friendship } from '../state/friend.store.js';
import { PERMISSION } from './friend-permission.area.js';
import {
  ignored,
  invalid,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

const ADD_DIRECTLY = 2;
const DEFAULT_SIZE = 50;
const NEWEST_FIRST = 1;
const NOT_FRIENDS = 1;
const MUTUAL_FRIENDS = 4;

/** Friendships. Users need not be registered, as with the other operations on them. */
export const friendHandlers: OperationHandlers = {
  'POST /friend/add.json': addFriend,
  'POST /friend/delete.json': removeFriends,
  'POST /friend/clean.json': removeAllFriends,
  'POST /friend/profile/set.json': setFriendProfile,
  'POST /friend/get.json': queryFriends,
  'POST /friend/check.json': checkFriends,
};

/**
 * What happens to a repetition, to users who add themselves or add somebody who lets nobody is not
 * documented for this operation, nor is a code: a repetition changes nothing here, the other two are
 * parameters that make no sense. There is no operation that approves a request: it waits until
 * `optType` 2 makes the two friends.
 */
function addFriend(context: OperationContext): ApiReply {
  const { app, parameters, now } = context;
  const { friends } = app.state;
  const userId = parameters.text('userId');
  const targetId = parameters.text('targetId');
  if (userId === targetId) return invalid(context, 'userId and targetId are the same user');
  if (friends.areFriends(userId, targetId)) {
    return ignored(`${userId} and ${targetId} are friends already`);
  }
  const permission = friends.permissionOf(targetId);
  if (parameters.optionalNumber('optType') === ADD_DIRECTLY || permission === PERMISSION.anybody) {
    friends.befriend(userId, targetId, now);
    report('added-by-server', userId, targetId, context);
    return success();
  }
  if (permission === PERMISSION.nobody) {
    return invalid(context, `targetId ${targetId} lets nobody add them as a friend`);
  }
  const extra = parameters.optionalText('extra');
  const text = extra === undefined ? {} : { extra };
  friends.request(targetId, { fromUserId: userId, time: now, ...text });
  report('requested', userId, targetId, context);
  return success();
}

function removeFriends(context: OperationContext): ApiReply {
  part(context.parameters.texts('targetIds'), context);
  return success();
}

function removeAllFriends(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const friends = app.state.friends.list(parameters.text('userId'));
  part(
    friends.map(({ userId }) => userId),
    context,
  );
  return success();
}

/** Ends the friendships of a user with those who are friends. */
function part(targetIds: readonly string[], context: OperationContext): void {
  const { friends } = context.app.state;
  const userId = context.parameters.text('userId');
  for (const targetId of targetIds) {
    if (!friends.areFriends(userId, targetId)) continue;
    friends.part(userId, targetId);
    report('removed', userId, targetId, context);
  }
}

/** That the service tells of what the app server does follows from "added by server"; of which calls, not. */
function report(
  kind: FriendshipChange['kind'],
  userId: string,
  targetId: string,
  { app, parameters, now: time }: OperationContext,
): void {
  const extra = parameters.optionalText('extra');
  const body = friendshipBody({ kind, userId, targetId, time, extra });
  app.callbacks.start('friendship-sync', body);
}

/**
 * Whether what is left out keeps its value is not documented: it does here, and custom fields are
 * merged, as those of hosted profiles are. Nor is what happens when the two are no friends.
 */
function setFriendProfile({ app, parameters }: OperationContext): ApiReply {
  const userId = parameters.text('userId');
  const targetId = parameters.text('targetId');
  const friendship = app.state.friends.find(userId, targetId);
  if (friendship === undefined) return ignored(`${targetId} is no friend of ${userId}`);
  app.state.friends.update(userId, {
    ...friendship,
    remarkName: parameters.optionalText('remarkName') ?? friendship.remarkName,
    friendExtProfile: {
      ...friendship.friendExtProfile,
      ...parameters.object('friendExtProfile'),
    },
  });
  return success();
}

function queryFriends(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const userId = parameters.text('userId');
  const page = app.state.friends.page(userId, {
    size: parameters.optionalNumber('size') ?? DEFAULT_SIZE,
    // An empty token asks for the first page, as an absent one does.
    pageToken: parameters.optionalText('pageToken') ?? '',
    newestFirst: parameters.optionalNumber('order') === NEWEST_FIRST,
  });
  if (page === undefined) return invalid(context, 'pageToken is none that a page has given');
  return success({
    // Whether the last page has a token is not documented: none here, as in the lists of users.
    ...(page.next === undefined ? {} : { pageToken: page.next }),
    totalCount: app.state.friends.list(userId).length,
    friendList: page.entries.map((friendship) => describe(app.state, friendship)),
  });
}

/** A friend as it travels: JSON text inside JSON. */
function describe(state: AppState, friendship: Friendship): object {
  const { userId, remarkName, friendExtProfile, time } = friendship;
  return {
    userId,
    name: nameOf(state, userId),
    remarkName,
    friendExtProfile: JSON.stringify(friendExtProfile),
    time,
  };
}

/** Which of the two names comes back is not documented; friends belong to the hosted profiles. */
function nameOf({ profiles, users }: AppState, userId: string): string {
  const name = profiles.get(userId)?.userProfile['name'];
  return typeof name === 'string' ? name : (users.get(userId)?.name ?? '');
}

function checkFriends({ app, parameters }: OperationContext): ApiReply {
  const userId = parameters.text('userId');
  const results = parameters.texts('targetIds').map((targetId) => ({
    userId: targetId,
    result: app.state.friends.areFriends(userId, targetId) ? MUTUAL_FRIENDS : NOT_FRIENDS,
  }));
  return success({ results });
}
