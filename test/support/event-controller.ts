import type { Type } from '@nestjs/common';
import { ImCallback, ImEvent, OnImEvent } from '../../lib/callback/callback.decorators.js';
import { IM_EVENTS, type ImEventName } from '../../lib/callback/events/event.map.js';
import { ImVerdict } from '../../lib/callback/verdict.js';
import { CALLBACK_PATH } from './callback-controller.js';

/** The names of all events. */
export const EVENT_NAMES = Object.keys(IM_EVENTS) as ImEventName[];

/** A callback controller that takes all events and tells which it has got. */
export function createEventCallbacks(
  onEvent: (event: ImEventName, payload: unknown) => void,
): Type {
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- Its methods follow, one for each event.
  class EventCallbacks {}
  const { prototype } = EventCallbacks;
  for (const event of EVENT_NAMES) {
    const descriptor = {
      configurable: true,
      value(payload: unknown): ImVerdict | undefined {
        onEvent(event, payload);
        return IM_EVENTS[event].wantsVerdict ? ImVerdict.deliver() : undefined;
      },
    };
    Object.defineProperty(prototype, event, descriptor);
    ImEvent()(prototype, event, 0);
    OnImEvent(event)(prototype, event, descriptor);
    // As the compiler does: the decorator has put another method into it.
    Object.defineProperty(prototype, event, descriptor);
  }
  ImCallback(CALLBACK_PATH)(EventCallbacks);
  return EventCallbacks;
}
