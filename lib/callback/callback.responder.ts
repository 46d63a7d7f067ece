import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { answerOnce, type CallbackAnswer, withoutHandler } from './callback.answer.js';
import type { AdmittedCallback, CallbackExchange } from './callback.exchange.js';
import { logFailure } from './callback.failure.js';
import { ImEventListeners } from './callback.listeners.js';
import type { HandlerContext } from './callback.parameters.js';
import { ImCallbackReporter } from './callback.reporter.js';
import { storeEvent } from './durable/store-event.js';
import { ImConfigError } from '../errors/config.error.js';

/** Runs a handler with the event, and with what else it takes. */
type Handle = (event: unknown, context: HandlerContext) => unknown;

const FAILURE = { statusCode: 500, message: 'Internal server error' };

/**
 * Runs the handlers of callbacks that have passed the guard, and writes the answers.
 *
 * A handler is not tied to the connection: when the platform hangs up, its work goes on, and the
 * repetition gets its result.
 */
@Injectable()
export class ImCallbackResponder {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(ImCallbackReporter) private readonly reporter: ImCallbackReporter,
    @Inject(ImEventListeners) private readonly listeners: ImEventListeners,
  ) {}

  /** Answers a callback. Never fails. */
  answer(exchange: CallbackExchange, response: unknown, handle: Handle): void | Promise<void> {
    const { admitted: callback, deadline, handler } = exchange;
    if (callback === undefined) {
      throw new ImConfigError('A callback has not passed the guard of @ImCallback.');
    }
    if (handler.durable) {
      return storeEvent(callback, handler.event, deadline).then((stored) => {
        this.#end(exchange, callback, response, stored);
      });
    }
    // Most handlers take no signal, and one costs as much as the rest of a callback.
    const controller = handler.signalAt === undefined ? undefined : new AbortController();
    const context = { app: callback.app.name, signal: controller?.signal };
    const answer = answerOnce({
      callback,
      exchange,
      handle: () => handle(callback.event.payload, context),
      controller,
    });
    if (!('then' in answer)) {
      this.#end(exchange, callback, response, answer);
      return;
    }
    return answer.then((found) => {
      this.#end(exchange, callback, response, found);
    });
  }

  /**
   * Answers a callback whose handler could not run, as an interceptor or a pipe of the application
   * has failed. False when it is for the application's own status to say so.
   */
  answerFailure(exchange: CallbackExchange, response: unknown, error: unknown): boolean {
    const { admitted: callback, name } = exchange;
    if (callback?.event.fallback === undefined) return false;
    logFailure(callback.app.settings.logger, `What surrounds ${name} failed`, error);
    const answer = withoutHandler({ callback, exchange }, 'handler-failed');
    this.#end(exchange, callback, response, answer);
    return true;
  }

  #end(
    exchange: CallbackExchange,
    callback: AdmittedCallback,
    response: unknown,
    answer: CallbackAnswer,
  ): void {
    this.#send(response, answer);
    exchange.isReported = true;
    this.reporter.answered(exchange, callback.app, answer);
    const { outcome } = answer;
    if (outcome === 'handled' || outcome === 'stored') {
      this.listeners.tell(exchange.handler.event, callback.app, callback.event.payload);
    }
  }

  #send(response: unknown, { reply, status }: CallbackAnswer): void {
    const { httpAdapter } = this.host;
    // An interceptor of the application with a time limit may have been quicker.
    if (httpAdapter.isHeadersSent(response)) return;
    if (status !== 200) {
      httpAdapter.reply(response, FAILURE, status);
    } else if (reply === '') {
      httpAdapter.reply(response, undefined, status);
    } else {
      httpAdapter.setHeader(response, 'Content-Type', 'application/json; charset=utf-8');
      httpAdapter.reply(response, reply, status);
    }
  }
}
