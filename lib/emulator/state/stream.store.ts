import type { StoredMessage } from './stored-message.js';

/** After how long without a chunk the service stops a stream. */
const LONGEST_SILENCE_MS = 30_000;
/** How long a stream may take. */
const LONGEST_STREAM_MS = 1_800_000;
const STOPPED_BY_SILENCE = 29003;
const STOPPED_BY_AGE = 29004;
/** What all chunks together may have, in bytes of UTF-8. */
const MAX_STREAM_BYTES = 131_072;

/** What is told once, with the first chunk, and kept with the whole. */
const FIRST_CHUNK_FIELDS = ['type', 'user', 'mentionedInfo', 'extra', 'referMsg'] as const;

/** One part of a stream. */
export interface StreamChunk {
  readonly content: string;
  readonly seq: number;
  readonly complete: boolean;
  readonly [field: string]: unknown;
}

/** Why a stream does not take a chunk. */
export interface ChunkRefusal {
  readonly kind: 'ended' | 'out-of-order' | 'too-long';
  readonly reason: string;
}

interface Stream {
  readonly stored: StoredMessage;
  readonly startedAt: number;
  lastChunkAt: number;
  bytes: number;
  content: StreamChunk;
}

/** The stream messages of an app that have not ended. The content of each message is what has come so far. */
export class StreamStore {
  private readonly running = new Map<string, Stream>();

  /** Begins a stream with its first chunk, which its message has as content. */
  start(stored: StoredMessage, content: StreamChunk, now: number): void {
    const bytes = Buffer.byteLength(content.content);
    if (content.complete) return;
    const { messageUID } = stored.message;
    this.running.set(messageUID, { stored, startedAt: now, lastChunkAt: now, bytes, content });
  }

  /** Adds a chunk to a stream, or says why not. */
  append(messageUID: string, chunk: StreamChunk, now: number): ChunkRefusal | undefined {
    this.stopOverdue(now);
    const stream = this.running.get(messageUID);
    if (stream === undefined)
      return { kind: 'ended', reason: `The stream ${messageUID} has ended` };
    const next = stream.content.seq + 1;
    if (chunk.seq !== next) {
      return { kind: 'out-of-order', reason: `content.seq is ${next} next, got ${chunk.seq}` };
    }
    const bytes = stream.bytes + Buffer.byteLength(chunk.content);
    if (bytes > MAX_STREAM_BYTES) {
      const reason = `All chunks together have at most ${MAX_STREAM_BYTES} bytes of UTF-8`;
      return { kind: 'too-long', reason };
    }
    const { seq, complete, completeReason } = chunk;
    const content = stream.content.content + chunk.content;
    const ended = completeReason === undefined ? {} : { completeReason };
    this.note(stream, { ...stream.content, content, seq, complete, ...ended });
    stream.bytes = bytes;
    stream.lastChunkAt = now;
    if (complete) this.running.delete(messageUID);
    return undefined;
  }

  /** Stops the streams that have been silent or running for too long; who reads messages calls it before. */
  stopOverdue(now: number): void {
    for (const [messageUID, stream] of this.running) {
      const isOld = now - stream.startedAt > LONGEST_STREAM_MS;
      if (!isOld && now - stream.lastChunkAt <= LONGEST_SILENCE_MS) continue;
      const stopReason = isOld ? STOPPED_BY_AGE : STOPPED_BY_SILENCE;
      this.note(stream, { ...stream.content, complete: true, stopReason });
      this.running.delete(messageUID);
    }
  }

  private note(stream: Stream, content: StreamChunk): void {
    stream.content = content;
    stream.stored.update(JSON.stringify(content));
  }
}

/** What the message of a stream has as content after the first chunk. */
export function firstContent(chunk: StreamChunk): StreamChunk {
  const { content, seq, complete, completeReason } = chunk;
  const told = FIRST_CHUNK_FIELDS.filter((name) => chunk[name] !== undefined);
  return {
    content,
    seq,
    complete,
    ...Object.fromEntries(told.map((name) => [name, chunk[name]])),
    ...(completeReason === undefined ? {} : { completeReason }),
  };
}
