import { builtInType, receivedType } from './message-type.js';
import {
  ChatroomEntryNotificationContent,
  CommandContent,
  ContactNotificationContent,
  GroupNotificationContent,
  InformationNotificationContent,
  ProfileNotificationContent,
  ReadReceiptContent,
  RecallCommandContent,
  RecallNotificationContent,
  TypingStatusContent,
  WrapperMessageContent,
} from './notification.contents.js';

/**
 * A notice between the messages of a conversation.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname-notification
 */
export const informationNotification = builtInType('RC:InfoNtf', InformationNotificationContent);

/**
 * A notice that a profile has changed.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname-notification
 */
export const profileNotification = builtInType('RC:ProfileNtf', ProfileNotificationContent);

/**
 * A notice about a request for contact.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname-notification
 */
export const contactNotification = builtInType('RC:ContactNtf', ContactNotificationContent);

/**
 * A notice about a group.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname-notification
 */
export const groupNotification = builtInType('RC:GrpNtf', GroupNotificationContent);

/**
 * A command that is stored on the clients.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname-notification
 */
export const commandNotification = builtInType('RC:CmdNtf', CommandContent);

/**
 * A command that clients neither show nor store.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const commandMessage = builtInType('RC:CmdMsg', CommandContent);

/**
 * A receipt for what was read in a one-to-one conversation.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const readReceiptMessage = builtInType('RC:ReadNtf', ReadReceiptContent);

/**
 * Tells that somebody is writing; for clients that are online.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const typingStatusMessage = builtInType('RC:TypSts', TypingStatusContent);

/**
 * A message of your own for wrapper clients: stored and counted.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const wrapperNormalMessage = builtInType('RC:IWNormalMsg', WrapperMessageContent);

/**
 * A message of your own for wrapper clients: stored, not counted.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const wrapperStorageMessage = builtInType('RC:IWStorageMsg', WrapperMessageContent);

/**
 * A message of your own for wrapper clients: neither stored nor counted.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const wrapperCommandMessage = builtInType('RC:IWCmdMsg', WrapperMessageContent);

/**
 * A message of your own for wrapper clients that are online.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const wrapperStatusMessage = builtInType('RC:IWStatusMsg', WrapperMessageContent);

/**
 * The command that recalls a message, to recognise it by; `messages.recall` sends it.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const recallCommand = receivedType('RC:RcCmd', RecallCommandContent);

/**
 * The notice that a message was recalled, which clients make.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname-notification
 */
export const recallNotification = receivedType('RC:RcNtf', RecallNotificationContent);

/**
 * The notice that an entry of a chatroom has changed, which the service sends.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname-notification
 */
export const chatroomEntryNotification = receivedType(
  'RC:chrmKVNotiMsg',
  ChatroomEntryNotificationContent,
);
