import { beforeEach, describe, expect, it } from '@jest/globals';
import { ChatroomStore, type ChatroomChange } from '../../../lib/emulator/state/chatroom.store.js';
import type { Chatroom } from '../../../lib/emulator/state/chatroom.js';

const MINUTE = 60_000;
const ALICE = { userId: 'alice', sessionId: '1' };
const BOB = { userId: 'bob', sessionId: '2' };

let now: number;
let chatrooms: ChatroomStore;
let room: Chatroom;

beforeEach(() => {
  now = 0;
  chatrooms = new ChatroomStore(() => now);
  chatrooms.create('room');
  chatrooms.join('room', ALICE);
  room = found('room');
});

function found(chatroomId: string): Chatroom {
  const there = chatrooms.find(chatroomId);
  if (there === undefined) throw new Error(`There is no chatroom ${chatroomId}.`);
  return there;
}

describe('who may write in a chatroom', () => {
  const refusal = (userId = 'alice') => chatrooms.refusalOf('room', userId);

  it('is who is in it', () => {
    expect(refusal()).toBeUndefined();
    expect(refusal('bob')).toContain('not in the chatroom');
    expect(chatrooms.refusalOf('nowhere', 'alice')).toContain('no chatroom nowhere');
  });

  it('is not who is muted, unless excepted, and never who is muted in all rooms', () => {
    room.allMuted = true;
    expect(refusal()).toContain('All are muted');
    room.mutes.add(['alice'], now + MINUTE);
    room.muteWhitelist.add('alice');
    expect(refusal()).toBeUndefined();
    chatrooms.globalMutes.add(['alice'], now + MINUTE);
    expect(refusal()).toContain('muted in all chatrooms');
    now += MINUTE;
    expect(refusal()).toBeUndefined();
    room.muteWhitelist.clear();
    room.allMuted = false;
    room.mutes.add(['alice'], now + MINUTE);
    expect(refusal()).toContain('muted in the chatroom');
    now += MINUTE;
    expect(refusal()).toBeUndefined();
  });
});

describe('who gets the messages of a chatroom', () => {
  it('are its members, unless delivery is stopped', () => {
    chatrooms.join('room', BOB);
    expect(chatrooms.membersOf('room')).toEqual(['alice', 'bob']);
    room.distributes = false;
    expect(chatrooms.membersOf('room')).toEqual([]);
    expect(chatrooms.membersOf('nowhere')).toEqual([]);
  });

  it('keeps the room from ending', () => {
    now += 59 * MINUTE;
    chatrooms.noteMessage('room');
    now += 59 * MINUTE;
    expect(chatrooms.find('room')).toBe(room);
    now += MINUTE;
    expect(chatrooms.find('room')).toBeUndefined();
  });
});

describe('the changes of chatrooms', () => {
  it('are told with their causes and times, the end of a room with the time that it was due', async () => {
    const told: ChatroomChange[] = [];
    chatrooms.changes.add((change) => told.push(change));
    chatrooms.join('other', ALICE);
    const other = found('other');
    const values = new Map([['seat', 'alice']]);
    chatrooms.setEntries(other, { values, userId: 'alice', autoDelete: true });
    chatrooms.disconnect(ALICE);
    chatrooms.join('other', BOB);
    chatrooms.block(other, ['bob'], MINUTE);
    chatrooms.destroy('other');
    now += 61 * MINUTE;
    chatrooms.find('room');
    await Promise.resolve();
    const shown = told.map(({ kind, cause, chatroomId, time }) =>
      [kind, cause, chatroomId, time / MINUTE].join(' '),
    );
    expect(shown).toEqual([
      'left call room 0',
      'created call other 0',
      'joined call other 0',
      'entry-set call other 0',
      'left offline other 0',
      'entry-deleted offline other 0',
      'joined call other 0',
      'left block other 0',
      'destroyed call other 0',
      'destroyed time room 60',
    ]);
  });
});
