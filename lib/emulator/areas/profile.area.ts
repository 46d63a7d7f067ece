import { profileBody } from '../callbacks/event-bodies.js';
import { success, type ApiReply } from '../http/api-request.js';
import type { AppState } from '../state/app.state.js';
import { pageOf, type OperationContext, type OperationHandlers } from './operation-handler.js';

const DEFAULT_SIZE = 20;
const NEWEST_FIRST = 1;

/** Hosted user profiles. */
export const profileHandlers: OperationHandlers = {
  'POST /user/profile/set.json': setProfile,
  'POST /user/profile/clean.json': cleanProfiles,
  'POST /user/profile/batch/query.json': getProfiles,
  'POST /user/profile/query.json': queryProfiles,
};

function setProfile({ app, parameters, now }: OperationContext): ApiReply {
  const userId = parameters.text('userId');
  const known = app.state.profiles.get(userId);
  const userProfile = parameters.object('userProfile') ?? {};
  const userExtProfile = parameters.object('userExtProfile') ?? {};
  // Whether fields that are left out keep their values is not documented: they do here.
  app.state.profiles.set(userId, {
    version: Math.max(now, (known?.version ?? 0) + 1),
    userProfile: { ...known?.userProfile, ...userProfile },
    userExtProfile: { ...known?.userExtProfile, ...userExtProfile },
  });
  const changed = { userProfile, userExtProfile };
  app.callbacks.start('user-profile-sync', profileBody({ userId, time: now, changed }));
  return success();
}

/** Nothing is told of a user who has no profile. */
function cleanProfiles({ app, parameters, now }: OperationContext): ApiReply {
  for (const userId of parameters.texts('userId')) {
    if (!app.state.profiles.delete(userId)) continue;
    app.callbacks.start('user-profile-sync', profileBody({ userId, time: now }));
  }
  return success();
}

function getProfiles({ app, parameters }: OperationContext): ApiReply {
  const userList = parameters.texts('userId').flatMap((userId) => describe(app.state, userId));
  return success({ userList });
}

function queryProfiles({ app, parameters }: OperationContext): ApiReply {
  const oldestFirst = [...app.state.profiles.keys()];
  const userIds =
    parameters.optionalNumber('order') === NEWEST_FIRST ? oldestFirst.reverse() : oldestFirst;
  const size = parameters.optionalNumber('size') ?? DEFAULT_SIZE;
  const page = pageOf(userIds, parameters.optionalNumber('page') ?? 1, size, size);
  return success({ userList: page.flatMap((userId) => describe(app.state, userId)) });
}

/** The profile as it travels: JSON text inside JSON; nothing for a user without one. */
function describe(state: AppState, userId: string): object[] {
  const profile = state.profiles.get(userId);
  if (profile === undefined) return [];
  return [
    {
      userId,
      version: profile.version,
      userProfile: JSON.stringify(profile.userProfile),
      userExtProfile: JSON.stringify(profile.userExtProfile),
    },
  ];
}
