import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Group } from '../../../lib/emulator/state/group.js';
import { GroupStore, type GroupChange } from '../../../lib/emulator/state/group.store.js';

const MINUTE = 60_000;

let now: number;
let groups: GroupStore;

beforeEach(() => {
  now = 0;
  groups = new GroupStore(() => now);
  groups.enter('club', { users: ['alice', 'bob'] });
});

function found(groupId: string): Group {
  const there = groups.find(groupId);
  if (there === undefined) throw new Error(`There is no group ${groupId}.`);
  return there;
}

describe('who may write in a group', () => {
  const refusal = (userId = 'alice', groupId = 'club') => groups.refusalOf(groupId, userId);

  it('is who is in it', () => {
    expect(refusal()).toBeUndefined();
    expect(refusal('carol')).toBe('carol is not in the group club');
    expect(refusal('alice', 'band')).toBe('There is no group band');
    expect(groups.membersOf('club')).toEqual(['alice', 'bob']);
    expect(groups.membersOf('band')).toEqual([]);
  });

  it('is not who is muted there or in all groups, until it ends', () => {
    groups.enter('band', { users: ['alice'] });
    groups.mutesIn('club').add(['alice'], now, now + MINUTE);
    expect(refusal()).toBe('alice is muted in the group club');
    expect(refusal('bob')).toBeUndefined();
    expect(refusal('alice', 'band')).toBeUndefined();
    groups.globalMutes.add(['alice'], now, now + 2 * MINUTE);
    now += MINUTE;
    for (const groupId of ['club', 'band']) {
      expect(refusal('alice', groupId)).toBe('alice is muted in all groups');
    }
    now += MINUTE;
    expect(refusal()).toBeUndefined();
  });

  it('is who is on the whitelist when all are muted, unless muted alone', () => {
    groups.allMuted.add('club');
    groups.muteWhitelistOf('club').add('alice');
    expect(refusal()).toBeUndefined();
    expect(refusal('bob')).toBe('All are muted in the group club');
    groups.mutesIn('club').add(['alice'], now, Infinity);
    expect(refusal()).toContain('alice is muted');
  });

  it('does not change by leaving and coming back, or when the group is dismissed', () => {
    groups.mutesIn('club').add(['alice'], now, now + MINUTE);
    groups.remove(found('club'), ['alice'], 'quit');
    groups.enter('club', { users: ['alice'] });
    expect(refusal()).toContain('alice is muted');
    groups.allMuted.add('club');
    groups.dismiss(found('club'));
    groups.enter('club', { users: ['bob'] });
    expect(refusal('bob')).toContain('All are muted');
  });

  it('is anew who was forgotten, but not in a group that mutes the user', () => {
    groups.globalMutes.add(['alice', 'bob'], now, Infinity);
    groups.mutesIn('club').add(['bob'], now, Infinity);
    for (const userId of ['alice', 'bob']) groups.forget(userId);
    expect(groups.membersOf('club')).toEqual([]);
    groups.enter('club', { users: ['alice', 'bob'] });
    expect(refusal()).toBeUndefined();
    expect(refusal('bob')).toBe('bob is muted in the group club');
  });
});

describe('the changes of groups', () => {
  it('are told with those whom they are about, and only when something changed', async () => {
    const told: GroupChange[] = [];
    groups.changes.add((change) => told.push(change));
    groups.enter('club', { users: ['alice'] });
    groups.enter('club', { users: ['bob', 'carol', 'carol'] });
    groups.enter('band', { users: ['bob'] });
    now += MINUTE;
    const club = found('club');
    groups.remove(club, ['alice', 'alice', 'nobody'], 'kicked');
    groups.remove(club, ['alice'], 'quit');
    groups.forget('bob');
    groups.dismiss(club, 'root');
    groups.dismiss(club);
    await Promise.resolve();
    const shown = told.map(({ kind, group, userIds, operator = '', time }) =>
      [kind, group.groupId, userIds.join('+'), operator, time / MINUTE].join(' '),
    );
    expect(shown).toEqual([
      'joined club carol  0',
      'created band bob  0',
      'kicked club alice  1',
      'quit club bob  1',
      'quit band bob  1',
      'dismissed club  root 1',
    ]);
  });
});
