import type { ReceivedFields } from './fields.js';
import { code, isObject, text } from './fields.js';

/**
 * Text of which some values are documented: editors offer those, and a value that the platform adds
 * later is accepted too.
 */
export type OpenText<Known extends string> = Known | (string & {});

/**
 * Kind of conversation: one-to-one, discussion group (deprecated), group, chatroom, customer service
 * (deprecated), system notification, public services, ultra group.
 */
export type ImChannelType = OpenText<
  | 'PERSON'
  | 'PERSONS'
  | 'GROUP'
  | 'TEMPGROUP'
  | 'CUSTOMERSERVICE'
  | 'NOTIFY'
  | 'MC'
  | 'MP'
  | 'ULTRAGROUP'
>;

/** Where something was done: a client's platform, or `Server` for the Server API. */
export type ImClientPlatform = OpenText<
  'iOS' | 'Android' | 'HarmonyOS' | 'Websocket' | 'MiniProgram' | 'PC' | 'Server'
>;

/** Fields that the platform sends and this version does not know stay on the event, as they came. */
export type ImOpenEvent = Readonly<Record<string, unknown>>;

/** Content of a message: an object where it was sent as JSON, else the text. */
export type ImReceivedContent = Readonly<Record<string, unknown>> | string;

// Older documents number the kinds of conversation.
const NUMBERED_CHANNEL_TYPES: ReadonlyMap<string, ImChannelType> = new Map([
  ['1', 'PERSON'],
  ['2', 'PERSONS'],
  ['3', 'GROUP'],
  ['4', 'TEMPGROUP'],
  ['5', 'CUSTOMERSERVICE'],
  ['6', 'NOTIFY'],
  ['7', 'MC'],
  ['8', 'MP'],
  ['10', 'ULTRAGROUP'],
]);

/** The kind of conversation by name, also when it came as a number. */
export function channelType(fields: ReceivedFields, name: string): ImChannelType {
  const sent = code(fields, name);
  return NUMBERED_CHANNEL_TYPES.get(sent) ?? sent;
}

/** The content of a message, parsed where it is the JSON text of an object. */
export function receivedContent(fields: ReceivedFields): ImReceivedContent {
  const sent = text(fields, 'content');
  if (!sent.startsWith('{')) return sent;
  try {
    const parsed: unknown = JSON.parse(sent);
    return isObject(parsed) ? parsed : sent;
  } catch {
    return sent;
  }
}
