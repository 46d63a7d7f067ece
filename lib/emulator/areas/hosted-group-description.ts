import type { HostedGroup } from '../state/group.js';

/** What a hosted group says of itself as it travels: JSON text inside JSON. */
export function describeHosting({ hosting, createdAt }: HostedGroup): object {
  const { owner, settings } = hosting;
  return {
    groupProfile: JSON.stringify(settings.profile),
    groupExtProfile: JSON.stringify(settings.extProfile),
    permissions: JSON.stringify(settings.permissions),
    owner,
    createTime: createdAt,
  };
}
