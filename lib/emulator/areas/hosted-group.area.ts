import { success, type ApiReply } from '../http/api-request.js';
import { isHosted, type Group, type HostedGroup } from '../state/group.js';
import { Hosting, type HostedSettings } from '../state/hosting.js';
import { full, groupOf, withGroup } from './group-of-call.js';
import { describeHosting } from './hosted-group-description.js';
import { withHostedGroup } from './hosted-group-of-call.js';
import { noPage, pageRequestOf } from './hosted-group-pages.js';
import { readName, readSettings, withUnknown } from './hosted-group-settings.js';
import {
  ignored,
  invalid,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

/** Hosted groups: groups that the service keeps profile, permissions and roles of. */
export const hostedGroupHandlers: OperationHandlers = {
  'POST /entrust/group/create.json': create,
  'POST /entrust/group/import.json': withGroup(host),
  'POST /entrust/group/profile/update.json': withHostedGroup(update),
  'POST /entrust/group/profile/query.json': getProfiles,
  'POST /entrust/group/dismiss.json': withHostedGroup(dismiss),
  'POST /entrust/group/query.json': queryGroups,
};

/** What becomes of a group that is there already is not documented: it stays as it is. */
function create(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const settings = readSettings(context);
  const groupId = parameters.text('groupId');
  if (groupOf(context) !== undefined) return ignored(`The group ${groupId} is there already`);
  const owner = parameters.text('owner');
  const group = app.state.groups.enter(groupId, {
    users: [owner, ...parameters.texts('userIds')],
    name: parameters.text('name'),
  });
  if (group === undefined) return full(context, groupId);
  group.hosting = hostingOf(owner, settings);
  return withUnknown(success(), settings.unknown);
}

/** Not documented: the owner is a member already, and counts as the creator. */
function host(group: Group, context: OperationContext): ApiReply {
  const { groupId } = group;
  const settings = readSettings(context);
  if (isHosted(group)) return ignored(`The group ${groupId} is a hosted group already`);
  const owner = context.parameters.text('owner');
  if (!group.members.has(owner)) {
    return invalid(context, `The owner ${owner} is not in the group ${groupId}`);
  }
  group.name = context.parameters.text('name');
  group.hosting = hostingOf(owner, settings);
  return withUnknown(success(), settings.unknown);
}

function hostingOf(owner: string, settings: HostedSettings): Hosting {
  const hosting = new Hosting(owner, owner);
  hosting.revise(settings);
  return hosting;
}

function update(group: HostedGroup, context: OperationContext): ApiReply {
  const { hosting } = group;
  const settings = readSettings(context, hosting.settings.extProfile);
  const name = readName(context);
  hosting.revise(settings);
  group.name = name ?? group.name;
  context.app.state.groups.tell('profile-changed', group, []);
  const unknown = settings.unknown.filter((key) => key !== 'groupProfile.name');
  return withUnknown(success(), unknown);
}

/** Groups that are not there, or not hosted, are left out: that is not documented. */
function getProfiles({ app, parameters }: OperationContext): ApiReply {
  const found = parameters
    .texts('groupIds')
    .flatMap((groupId) => app.state.groups.find(groupId) ?? []);
  const profiles = found.filter(isHosted).map((group) => ({
    groupId: group.groupId,
    groupName: group.name,
    ...describeHosting(group),
    memberCount: group.members.size,
  }));
  return success({ profiles });
}

function dismiss(group: HostedGroup, { app }: OperationContext): ApiReply {
  app.state.groups.dismiss(group);
  return success();
}

function queryGroups(context: OperationContext): ApiReply {
  const { groups } = context.app.state;
  const page = groups.pages.read(groups.list().filter(isHosted), pageRequestOf(context));
  if (page === undefined) return noPage(context);
  return success({ pageToken: page.next ?? '', groups: page.entries.map(listed) });
}

/** The vendor's table has `groupProfile`, its example `portraitUrl`: both are here. */
function listed({ groupId, name, createdAt, hosting }: HostedGroup): object {
  const { owner, creator, settings } = hosting;
  return {
    groupId,
    name,
    owner,
    creator,
    portraitUrl: settings.profile['portraitUrl'] ?? '',
    groupProfile: JSON.stringify(settings.profile),
    time: createdAt,
  };
}
