import { isHosted, type HostedGroup } from '../state/group.js';
import type { GroupChange, GroupChangeKind, GroupStore } from '../state/group.store.js';
import type { CallbackDispatcher } from './callback-dispatcher.js';
import { ChangeBatch } from './change-batch.js';
import type { ImEmulatorEventBodies } from './event-bodies.types.js';

type ProfileBody = ImEmulatorEventBodies['group-profile-sync'];
type OperationBody = ImEmulatorEventBodies['group-operation-sync'];

const OPERATION_TYPES = {
  created: 1,
  joined: 2,
  kicked: 3,
  quit: 4,
  dismissed: 5,
  'managers-added': 6,
  'managers-removed': 7,
  'owner-transferred': 8,
} as const satisfies Record<Exclude<GroupChangeKind, 'profile-changed'>, number>;

/** Tells the app server of what happens to hosted groups; of an import, which is documented, nothing. */
export function reportHostedGroups(groups: GroupStore, callbacks: CallbackDispatcher): void {
  const profiles = new ChangeBatch<ProfileBody>(callbacks, (bodies) => {
    callbacks.start('group-profile-sync', bodies);
  });
  const operations = new ChangeBatch<OperationBody>(callbacks, (bodies) => {
    callbacks.start('group-operation-sync', bodies);
  });
  groups.changes.add((change) => {
    const { kind, group } = change;
    if (!isHosted(group)) return;
    if (kind === 'profile-changed') profiles.add(profileBody(group, change));
    else operations.add(operationBody(OPERATION_TYPES[kind], change));
  });
}

/** Whether the service tells of what has changed or of all there is is not documented: of all. */
function profileBody(
  { groupId, name, hosting: { settings } }: HostedGroup,
  { time, operator }: GroupChange,
): ProfileBody {
  return {
    groupId,
    groupName: name,
    time,
    ...operatorOf(operator),
    groupProfile: settings.profile,
    groupExtProfile: settings.extProfile,
    permissions: settings.permissions,
  };
}

function operationBody(
  eventType: number,
  { group, userIds, time, operator }: GroupChange,
): OperationBody {
  return { groupId: group.groupId, eventType, time, ...operatorOf(operator), userIds };
}

function operatorOf(operator: string | undefined): Pick<OperationBody, 'optUserId'> {
  return operator === undefined ? {} : { optUserId: operator };
}
