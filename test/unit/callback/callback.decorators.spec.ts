import { Body } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { ImCallback, ImEvent, OnImEvent } from '../../../lib/callback/callback.decorators.js';
import type { PreMessage } from '../../../lib/callback/events/pre-messaging.event.js';
import { ImVerdict } from '../../../lib/callback/verdict.js';
import { ImConfigError } from '../../../lib/errors/config.error.js';

describe('@OnImEvent', () => {
  it('wants the first parameter to be the event, and says how', () => {
    const define = () => {
      class Callbacks {
        @OnImEvent('pre-messaging')
        moderate(message: PreMessage): ImVerdict {
          return ImVerdict.block({ extra: message.fromUserId });
        }
      }
      return Callbacks;
    };
    expect(define).toThrow(ImConfigError);
    expect(define).toThrow(
      "The first parameter of Callbacks.moderate must be the event: write `moderate(@ImEvent() event: …)` under @OnImEvent('pre-messaging').",
    );
  });

  it('is not content with the event elsewhere', () => {
    expect(() => {
      class Callbacks {
        @OnImEvent('pre-messaging')
        moderate(@Body() body: unknown, @ImEvent() message: PreMessage): ImVerdict {
          return ImVerdict.block({ extra: String(body) + message.fromUserId });
        }
      }
      return Callbacks;
    }).toThrow(ImConfigError);
  });

  it.each([0, -1, 1.5, NaN, Infinity, 3_001])('refuses %d as a time', (answerWithinMs) => {
    expect(() => OnImEvent('pre-messaging', { answerWithinMs })).toThrow(ImConfigError);
  });

  it('names the events that there are when it is given another', () => {
    const event = 'message-routed' as 'message-routing';
    expect(() => OnImEvent(event)).toThrow(
      /^There is no event 'message-routed'; there are message-routing, pre-messaging,/,
    );
  });

  it('leaves a method as the application calls it itself', () => {
    class Callbacks {
      @OnImEvent('pre-messaging')
      moderate(@ImEvent() message: PreMessage): ImVerdict {
        return ImVerdict.block({ extra: message.fromUserId + String(this instanceof Callbacks) });
      }
    }
    const message: Partial<PreMessage> = { fromUserId: 'ada' };
    const verdict = new Callbacks().moderate(message as PreMessage);
    expect(verdict.toJSON()).toEqual({ pass: 0, extra: 'adatrue' });
    const method: unknown = Reflect.get(Callbacks.prototype, 'moderate');
    expect(method).toHaveProperty('name', 'moderate');
    expect(method).toHaveLength(1);
  });

  it('takes the time that the platform waits', () => {
    expect(() => OnImEvent('pre-messaging', { answerWithinMs: 3_000 })).not.toThrow();
  });
});

describe('@ImCallback', () => {
  it('keeps its route for events without a handler out of OpenAPI documents', () => {
    @ImCallback('im/callbacks')
    class Callbacks {
      @OnImEvent('message-routing')
      routed(): void {
        return;
      }
    }
    // As @nestjs/swagger reads it.
    const isLeftOut = (key: string): unknown =>
      Reflect.getMetadata(
        'swagger/apiExcludeEndpoint',
        Reflect.get(Callbacks.prototype, key) as object,
      );
    expect(isLeftOut('receiveUnknownImEvent')).toEqual({ disable: true });
    expect(isLeftOut('routed')).toBeUndefined();
  });
});
