import type { ImEmulatorChannelType } from './message.store.js';

/** The numbers that calls, and the callback of message operations, have for kinds of conversation. */
export const CONVERSATION_TYPES = {
  PERSON: 1,
  PERSONS: 2,
  GROUP: 3,
  TEMPGROUP: 4,
  CUSTOMERSERVICE: 5,
  NOTIFY: 6,
  MC: 7,
  MP: 8,
  ULTRAGROUP: 10,
} as const satisfies Readonly<Record<ImEmulatorChannelType, number>>;

const OF_CALLS = ['PERSON', 'GROUP', 'TEMPGROUP', 'NOTIFY', 'ULTRAGROUP'] as const;
const CHANNEL_TYPES: ReadonlyMap<number, ImEmulatorChannelType> = new Map(
  OF_CALLS.map((channelType) => [CONVERSATION_TYPES[channelType], channelType]),
);

/** The word that callbacks have for a kind of conversation that calls number. */
export function channelTypeOf(conversationType: number): ImEmulatorChannelType {
  const channelType = CHANNEL_TYPES.get(conversationType);
  if (channelType !== undefined) return channelType;
  throw new Error(`The catalogue lets the conversation type ${conversationType} through.`);
}
