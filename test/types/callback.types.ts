import type { Observable } from 'rxjs';
import { expectTypeOf } from 'expect-type';
import { ImEvent, OnImEvent } from '../../lib/callback/callback.decorators.js';
import type { ImEventPayload, ImEventReply } from '../../lib/callback/events/event.map.js';
import type { RoutedMessage } from '../../lib/callback/events/message-routing.event.js';
import type { PreMessage } from '../../lib/callback/events/pre-messaging.event.js';
import type { UserOnlineStatus } from '../../lib/callback/events/user-online-status.event.js';
import { ImVerdict } from '../../lib/callback/verdict.js';

expectTypeOf<ImEventPayload<'message-routing'>>().toEqualTypeOf<RoutedMessage>();
expectTypeOf<ImEventPayload<'user-online-status'>>().toEqualTypeOf<UserOnlineStatus[]>();
expectTypeOf<ImEventReply<'pre-messaging'>>().toEqualTypeOf<ImVerdict>();
expectTypeOf<PreMessage['newVendorField']>().toEqualTypeOf<unknown>();
expectTypeOf<'SOMETHING_NEW'>().toExtend<PreMessage['channelType']>();

function ends(value: unknown): never {
  throw new TypeError(typeof value);
}

export class Compiles {
  @OnImEvent('message-routing')
  nothing(): void {
    return;
  }

  @OnImEvent('message-routing')
  async later(@ImEvent() message: RoutedMessage): Promise<void> {
    await Promise.resolve(message);
  }

  @OnImEvent('user-online-status')
  part(@ImEvent() changes: readonly { userId: string }[], more: string): void {
    expectTypeOf(more).toBeString();
    expectTypeOf(changes[0]?.userId).toEqualTypeOf<string | undefined>();
  }

  @OnImEvent('pre-messaging', { answerWithinMs: 1000, onError: 'block' })
  verdict(@ImEvent() message: PreMessage): ImVerdict {
    return ends(message);
  }

  @OnImEvent('pre-messaging', {
    onError: (message) => {
      expectTypeOf(message).toEqualTypeOf<PreMessage>();
      return ImVerdict.block();
    },
  })
  observed(@ImEvent() message: PreMessage): Observable<ImVerdict> | Promise<ImVerdict> {
    return ends(message);
  }
}

export class DoesNotCompile {
  // @ts-expect-error the payload of another event
  @OnImEvent('message-routing')
  payload(@ImEvent() message: PreMessage): void {
    return ends(message);
  }

  // @ts-expect-error one instead of a list
  @OnImEvent('user-online-status')
  single(@ImEvent() change: UserOnlineStatus): void {
    return ends(change);
  }

  // @ts-expect-error a field that the event does not have
  @OnImEvent('message-routing')
  field(@ImEvent() message: { readonly userId: string }): void {
    return ends(message);
  }

  // @ts-expect-error no verdict
  @OnImEvent('pre-messaging')
  missing(@ImEvent() message: PreMessage): void {
    return ends(message);
  }

  // @ts-expect-error a verdict that may be missing
  @OnImEvent('pre-messaging')
  optional(@ImEvent() message: PreMessage): ImVerdict | undefined {
    return ends(message);
  }

  // @ts-expect-error not a verdict
  @OnImEvent('pre-messaging')
  text(@ImEvent() message: PreMessage): Promise<string> {
    return ends(message);
  }

  // @ts-expect-error a verdict that nobody asked for
  @OnImEvent('message-routing')
  unasked(@ImEvent() message: RoutedMessage): ImVerdict {
    return ends(message);
  }

  // @ts-expect-error a reply that nobody reads
  @OnImEvent('message-routing')
  reply(@ImEvent() message: RoutedMessage): Promise<string> {
    return ends(message);
  }
}

// @ts-expect-error an unknown event
OnImEvent('pre-message');

// @ts-expect-error options of verdict events
OnImEvent('message-routing', { onError: 'deliver' });

// @ts-expect-error an unknown answer
OnImEvent('pre-messaging', { onError: 'replace' });

// @ts-expect-error a function that decides nothing
OnImEvent('pre-messaging', { onError: () => undefined });

// @ts-expect-error verdicts come from `deliver`, `block` and `replace`
new ImVerdict({ pass: 1 });
