import { beforeEach, describe, expect, it } from '@jest/globals';
import { UltraGroupChannel } from '../../../lib/emulator/state/ultra-group-channel.js';
import { UltraGroupStore } from '../../../lib/emulator/state/ultra-group.store.js';
import type { UltraGroup } from '../../../lib/emulator/state/ultra-group.js';

let ultraGroups: UltraGroupStore;
let group: UltraGroup;
let staff: UltraGroupChannel;

beforeEach(() => {
  ultraGroups = new UltraGroupStore(() => 0);
  ultraGroups.create({ groupId: 'guild', groupName: 'Guild', userId: 'alice' });
  group = found('guild');
  group.members.add('bob');
  staff = new UltraGroupChannel('staff', 0, true);
  group.channels.set('staff', staff);
});

function found(groupId: string): UltraGroup {
  const there = ultraGroups.find(groupId);
  if (there === undefined) throw new Error(`There is no ultra group ${groupId}.`);
  return there;
}

const refusal = (userId = 'alice', busChannel?: string) =>
  ultraGroups.refusalOf('guild', userId, busChannel);

describe('who gets the messages of an ultra group', () => {
  it('are its members, whichever public channel they are sent to', () => {
    group.channels.set('news', new UltraGroupChannel('news', 0, false));
    for (const busChannel of [undefined, 'RCDefault', 'news']) {
      expect(ultraGroups.membersOf('guild', busChannel)).toEqual(['alice', 'bob']);
    }
    expect(ultraGroups.membersOf('guild', 'nowhere')).toEqual([]);
    expect(ultraGroups.membersOf('nowhere')).toEqual([]);
  });

  it('are in a private channel those who are let in, by name or by a user group', () => {
    expect(ultraGroups.membersOf('guild', 'staff')).toEqual([]);
    staff.users.add('bob');
    expect(ultraGroups.membersOf('guild', 'staff')).toEqual(['bob']);
    group.userGroups.set('mods', new Set(['alice', 'bob', 'stranger']));
    staff.userGroupIds.add('mods');
    expect(ultraGroups.membersOf('guild', 'staff')).toEqual(['alice', 'bob']);
    group.deleteUserGroup('mods');
    group.quit('bob');
    group.members.add('bob');
    expect(ultraGroups.membersOf('guild', 'staff')).toEqual([]);
    staff.isPrivate = false;
    expect(ultraGroups.membersOf('guild', 'staff')).toEqual(['alice', 'bob']);
  });
});

describe('who may write in an ultra group', () => {
  it('is who is in it, and in its private channel', () => {
    expect(refusal()).toBeUndefined();
    expect(refusal('carol')).toBe('carol is not in the ultra group guild');
    expect(refusal('alice', 'staff')).toBe('alice is not in the private channel staff');
    expect(refusal('alice', 'nowhere')).toBe('The ultra group guild has no channel nowhere');
    expect(ultraGroups.refusalOf('nowhere', 'alice')).toBe('There is no ultra group nowhere');
    staff.users.add('alice');
    expect(refusal('alice', 'staff')).toBeUndefined();
  });

  it('is not who is muted, in the group or in the channel, whitelist or not', () => {
    staff.users.add('alice');
    staff.rules.muteWhitelist.add('alice');
    staff.rules.mute(['alice'], 0);
    expect(refusal('alice', 'staff')).toBe('alice is muted in staff');
    expect(refusal()).toBeUndefined();
    group.rules.mute(['alice'], 0);
    expect(refusal()).toBe('alice is muted in the ultra group guild');
  });

  it.each(['group', 'channel'])('is only who is on a whitelist when all are muted: %s', (where) => {
    staff.isPrivate = false;
    const rules = where === 'group' ? group.rules : staff.rules;
    rules.allMuted = true;
    expect(refusal('alice', 'staff')).toContain('All are muted');
    expect(refusal('alice') === undefined).toBe(where === 'channel');
    for (const { muteWhitelist } of [group.rules, staff.rules]) {
      muteWhitelist.add('alice');
      expect(refusal('alice', 'staff')).toBeUndefined();
      muteWhitelist.clear();
    }
    expect(refusal('bob', 'staff')).toContain('All are muted');
  });
});
