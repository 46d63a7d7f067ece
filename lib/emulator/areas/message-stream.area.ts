import { refusal, success, type ApiReply } from '../http/api-request.js';
import { isRecord } from '../is-record.js';
import { parseJson } from '../parse-json.js';
import { PARAMETER_TOO_LONG } from '../parameters/parameter-refusal.js';
import type { ImEmulatorMessage } from '../state/message.store.js';
import { firstContent, type StreamChunk } from '../state/stream.store.js';
import { firstExpansion } from './expansion-values.js';
import type { Destination } from './message-of-call.js';
import { findMessage } from './message-of-conversation.js';
import {
  ignored,
  invalid,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

/** Messages that are sent chunk by chunk. */
export const messageStreamHandlers: OperationHandlers = {
  'POST /v3/message/private/publish_stream.json': (context) =>
    publish({ toUserId: context.parameters.text('toUserId'), channelType: 'PERSON' }, context),
  'POST /v3/message/group/publish_stream.json': publishToGroup,
  'POST /v3/message/get_stream.json': get,
};

function publishToGroup(context: OperationContext): ApiReply {
  const toUserIds = context.parameters.texts('toUserId');
  const destination = {
    toUserId: context.parameters.text('toGroupId'),
    channelType: 'GROUP',
    ...(toUserIds.length === 0 ? {} : { toUserIds }),
  } as const;
  return publish(destination, context);
}

/** The first chunk begins a message; an id that comes with it is of no use. */
function publish(destination: Destination, context: OperationContext): ApiReply {
  const chunk = readChunk(context);
  return chunk.seq === 1 ? start(destination, chunk, context) : append(destination, chunk, context);
}

function start(destination: Destination, chunk: StreamChunk, context: OperationContext): ApiReply {
  const { app, parameters, now } = context;
  const messageUID = app.state.messages.createUid(now);
  const content = firstContent(chunk);
  const message = {
    ...chunkMessage(messageUID, destination, content, context),
    ...readExpansion(context),
  };
  app.flow.publish(message, {
    includeSender: parameters.flag('isIncludeSender'),
    persisted: parameters.optionalNumber('isPersisted') !== 0,
    unreported: true,
  });
  const stored = app.state.messages.find(messageUID);
  if (stored !== undefined) app.state.streams.start(stored, content, now);
  if (chunk.complete) report(message, context);
  return success({ messageUID });
}

function append(destination: Destination, chunk: StreamChunk, context: OperationContext): ApiReply {
  const { app, parameters, path, now } = context;
  const { messageUID } = chunk;
  if (typeof messageUID !== 'string') {
    return invalid(context, 'content.messageUID is required from the second chunk on');
  }
  const { channelType, toUserId: targetId } = destination;
  const fromUserId = parameters.text('fromUserId');
  const stored = findMessage(context, { messageUID, channelType, targetId, fromUserId });
  if (stored === undefined) {
    return invalid(context, `There is no stream ${messageUID} of ${fromUserId} to ${targetId}`);
  }
  const refused = app.state.streams.append(messageUID, chunk, now);
  if (refused?.kind === 'too-long') return refusal(400, PARAMETER_TOO_LONG, refused.reason, path);
  if (refused !== undefined) return invalid(context, refused.reason);
  const { toUserIds } = stored.message;
  const directed = toUserIds === undefined ? destination : { ...destination, toUserIds };
  app.flow.publish(chunkMessage(messageUID, directed, chunk, context), {
    includeSender: parameters.flag('isIncludeSender'),
    keep: () => undefined,
    unreported: true,
  });
  if (chunk.complete) report(stored.message, context);
  return success();
}

/** What is reported of streams is not documented: here the whole, once it is complete. */
function report(message: ImEmulatorMessage, { app }: OperationContext): void {
  if (app.switches.routeServerMessages) app.flow.route(message);
}

function chunkMessage(
  messageUID: string,
  destination: Destination,
  chunk: StreamChunk,
  { parameters, now }: OperationContext,
): ImEmulatorMessage {
  return {
    messageUID,
    ...destination,
    fromUserId: parameters.text('fromUserId'),
    objectName: parameters.text('objectName'),
    content: JSON.stringify(chunk),
    timestamp: now,
    source: 'Server',
  };
}

function readExpansion({
  parameters,
}: OperationContext): Pick<ImEmulatorMessage, 'expansion' | 'extraContent'> {
  const values = parameters.object('extraContent');
  return values === undefined ? {} : { expansion: true, extraContent: firstExpansion(values) };
}

function readChunk({ parameters }: OperationContext): StreamChunk {
  const chunk = parameters.object('content') ?? {};
  const { content, seq, complete } = chunk;
  return { ...chunk, content: String(content), seq: Number(seq), complete: complete === true };
}

/** The answer is not documented but for its code: here the content so far. */
function get({ app, parameters, now }: OperationContext): ApiReply {
  const messageUID = parameters.text('messageUID');
  app.state.streams.stopOverdue(now);
  const message = app.state.messages.find(messageUID)?.message;
  if (message?.objectName !== 'RC:StreamMsg') return ignored(`There is no stream ${messageUID}`);
  const content = parseJson(message.content);
  return success({ messageUID, content: isRecord(content) ? content : {} });
}
