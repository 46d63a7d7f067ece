import type { Type } from '@nestjs/common';
import type { Observable } from 'rxjs';
import {
  ImCallback,
  type ImCallbackControllerOptions,
  ImEvent,
  OnImEvent,
} from '../../lib/callback/callback.decorators.js';
import type { ImVerdictOptions } from '../../lib/callback/callback.handler.js';
import type { RoutedMessage } from '../../lib/callback/events/message-routing.event.js';
import type { PreMessage } from '../../lib/callback/events/pre-messaging.event.js';
import type { UserOnlineStatus } from '../../lib/callback/events/user-online-status.event.js';
import { ImVerdict } from '../../lib/callback/verdict.js';

type Answer<Reply> = Reply | Promise<Reply> | Observable<Reply>;

/** What a test does with each event. */
export interface CallbackHandlers {
  readonly routed?: (message: RoutedMessage) => Answer<void>;
  readonly moderate?: (message: PreMessage) => Answer<ImVerdict>;
  readonly presence?: (changes: UserOnlineStatus[]) => Answer<void>;
}

/** Where the callbacks of `createCallbacks` come in. */
export const CALLBACK_PATH = 'im/callbacks';

/** A callback controller whose handlers a test gives. */
export function createCallbacks(
  handlers: CallbackHandlers,
  verdictOptions: ImVerdictOptions<PreMessage> = {},
  options: ImCallbackControllerOptions = {},
): Type {
  @ImCallback(CALLBACK_PATH, options)
  class Callbacks {
    @OnImEvent('message-routing')
    routed(@ImEvent() message: RoutedMessage): Answer<void> {
      return handlers.routed?.(message);
    }

    @OnImEvent('pre-messaging', verdictOptions)
    moderate(@ImEvent() message: PreMessage): Answer<ImVerdict> {
      return handlers.moderate?.(message) ?? ImVerdict.deliver();
    }

    @OnImEvent('user-online-status')
    presence(@ImEvent() changes: UserOnlineStatus[]): Answer<void> {
      return handlers.presence?.(changes);
    }
  }
  return Callbacks;
}
