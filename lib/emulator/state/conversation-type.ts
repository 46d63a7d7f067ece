import type { ImEmulatorChannelType } from './message.store.js';

const CHANNEL_TYPES: ReadonlyMap<number, ImEmulatorChannelType> = new Map([
  [1, 'PERSON'],
  [3, 'GROUP'],
  [4, 'TEMPGROUP'],
  [6, 'NOTIFY'],
  [10, 'ULTRAGROUP'],
]);

/** The word that callbacks have for a kind of conversation that calls number. */
export function channelTypeOf(conversationType: number): ImEmulatorChannelType {
  const channelType = CHANNEL_TYPES.get(conversationType);
  if (channelType !== undefined) return channelType;
  throw new Error(`The catalogue lets the conversation type ${conversationType} through.`);
}
