import { type CallbackAnswer, noteOf } from '../callback.answer.js';
import type { AdmittedCallback } from '../callback.exchange.js';
import { logFailure } from '../callback.failure.js';
import type { ImEventName } from '../events/event.map.js';
import { within } from '../time-limit.js';

/**
 * Appends the event of a callback to the app's stream: it is answered well only when the event is
 * safe there. Never fails.
 * @param deadline When the answer must be there, by `performance.now()`.
 */
export async function storeEvent(
  callback: AdmittedCallback,
  event: ImEventName,
  deadline: number,
): Promise<CallbackAnswer> {
  const { app, body, event: received, key, ttlMs } = callback;
  const { logger } = app.settings;
  try {
    const appended = app.settings.callbacks.durable.stream.append(
      {
        key,
        app: app.name,
        event,
        conversation: received.conversation ?? '',
        body,
        receivedAt: Date.now(),
      },
      ttlMs,
    );
    const isNew = await within(appended, deadline - performance.now());
    const outcome = isNew ? 'stored' : 'duplicate';
    return { status: 200, reply: '', verdict: undefined, outcome, reason: noteOf(callback) };
  } catch (error) {
    logFailure(
      logger,
      `A callback ${event} could not be stored, and is left to be repeated`,
      error,
    );
    const reason = 'stream-failed';
    return { status: 500, reply: '', verdict: undefined, outcome: 'failed', reason };
  }
}
