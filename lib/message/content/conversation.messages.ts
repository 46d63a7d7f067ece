import { StreamChunk } from '../dto/stream.dto.js';
import {
  AmrVoiceMessageContent,
  CombineMessageContent,
  CombineV2MessageContent,
  FileMessageContent,
  GifMessageContent,
  ImageMessageContent,
  LocationMessageContent,
  ReferenceMessageContent,
  RichMessageContent,
  SightMessageContent,
  TextMessageContent,
  VoiceMessageContent,
} from './conversation.contents.js';
import { builtInType } from './message-type.js';

/**
 * A text message.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const textMessage = builtInType('RC:TxtMsg', TextMessageContent);

/**
 * An image with its thumbnail.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const imageMessage = builtInType('RC:ImgMsg', ImageMessageContent);

/**
 * A moving image.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const gifMessage = builtInType('RC:GIFMsg', GifMessageContent);

/**
 * A recording of speech, AAC at an address.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const voiceMessage = builtInType('RC:HQVCMsg', VoiceMessageContent);

/**
 * A recording in the older form, AMR inside the message; clients of today send `RC:HQVCMsg`.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const amrVoiceMessage = builtInType('RC:VcMsg', AmrVoiceMessageContent);

/**
 * A file at an address.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const fileMessage = builtInType('RC:FileMsg', FileMessageContent);

/**
 * A short video.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const sightMessage = builtInType('RC:SightMsg', SightMessageContent);

/**
 * A place on the map.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const locationMessage = builtInType('RC:LBSMsg', LocationMessageContent);

/**
 * Image, title and text that lead somewhere. The vendor no longer recommends it.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const richMessage = builtInType('RC:ImgTextMsg', RichMessageContent);

/**
 * An answer that quotes another message.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const referenceMessage = builtInType('RC:ReferenceMsg', ReferenceMessageContent);

/**
 * Several messages forwarded as one.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const combineMessage = builtInType('RC:CombineMsg', CombineMessageContent);

/**
 * Several messages forwarded as one, in the newer clients' form, which is known from their types
 * only.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const combineV2Message = builtInType('RC:CombineV2Msg', CombineV2MessageContent);

/**
 * A chunk of a stream message, for `messages.stream`.
 * @see https://docs.rongcloud.io/platform-chat-api/message-about/objectname
 */
export const streamMessage = builtInType('RC:StreamMsg', StreamChunk);
