// Compiled by `npm run types` and never run: what must compile, and what must not.
import type { ImEmulator, ImEmulatorEvent } from '../../lib/testing/index.js';

declare const emulator: ImEmulator;
declare const event: ImEmulatorEvent;

// Fields of the event, of which one may be taken away, and fields that nobody knows
void emulator.fire('friendship-sync', { eventType: 2, extra: undefined, more: ['own'] });
void emulator.fire('group-profile-sync', [{ groupId: 'g1', permissions: { joinPerm: 1 } }]);
void emulator.fire('message-operation', { conversationInfo: { targetId: 'g1' } });
void emulator.fire('moderation-result', { content: { targetId: 'g1' } });
void emulator.fire(event, {}, { array: true, signatureNames: { legacy: true } });
// @ts-expect-error a text in place of a number
void emulator.fire('friendship-sync', { eventType: '2' });
// @ts-expect-error a number inside an object in place of a text
void emulator.fire('message-operation', { conversationInfo: { targetId: 1 } });
// @ts-expect-error there is no such event
void emulator.fire('friendship');

emulator.setEventUrl('bot-event', false);
// @ts-expect-error an address is a text, or it is off
emulator.setEventUrl('bot-event', true);
