import { parseJsonText } from '../json-text.js';
import { type ReceivedFields, sent } from './field-names.js';
import { code, isAbsent, isObject, text } from './fields.js';

/**
 * Text of which some values are documented: editors offer those, and a value that the platform adds
 * later is accepted too.
 */
export type OpenText<Known extends string> = Known | (string & {});

/** A number of which some values are documented, like {@link OpenText}. */
export type OpenNumber<Known extends number> = Known | (number & {});

/**
 * Kind of conversation: one-to-one, discussion group (deprecated), group, chatroom, customer service
 * (deprecated), system notification, public services, ultra group. A name in all events, also in
 * those that the platform sends with a number.
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

/** What all events have in common. */
export interface ImOpenEvent {
  /**
   * What the event was made of: the parsed body, or its element where the body is a list, with the
   * names, texts and numbers that were sent. By reference, and not enumerable: copies of an event
   * (`{ ...event }`), its JSON and comparisons leave it out.
   */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Fields that the platform sends and this version does not know stay on the event, as they came. */
  readonly [field: string]: unknown;
}

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
export function channelType(fields: ReceivedFields): ImChannelType {
  const value = code(fields, 'channelType');
  return NUMBERED_CHANNEL_TYPES.get(value) ?? value;
}

/** The kind of conversation, where it is told. */
export function optionalChannelType(fields: ReceivedFields): ImChannelType | undefined {
  return isAbsent(sent(fields, 'channelType')) ? undefined : channelType(fields);
}

/** The content of a message, parsed where it is the JSON text of an object. */
export function receivedContent(fields: ReceivedFields, name = 'content'): ImReceivedContent {
  const value = sent(fields, name);
  return isObject(value) ? value : objectOrText(text(fields, name));
}

/** JSON text that a client made and that may be absent; what is none stays text. */
export function optionalContent(
  fields: ReceivedFields,
  name: string,
): ImReceivedContent | undefined {
  return isAbsent(sent(fields, name)) ? undefined : receivedContent(fields, name);
}

const OBJECT = /^\s*\{/;

function objectOrText(value: string): ImReceivedContent {
  if (!OBJECT.test(value)) return value;
  const parsed = parseJsonText(value);
  return isObject(parsed) ? parsed : value;
}
