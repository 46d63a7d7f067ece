import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { ImConfigError } from '../errors/config.error.js';
import { answerOnce, type CallbackAnswer } from './callback.answer.js';
import { type CallbackRequest, EXCHANGE } from './callback.exchange.js';
import { ImCallbackReporter } from './callback.reporter.js';

const FAILURE = { statusCode: 500, message: 'Internal server error' };
const NO_VALUE = { defaultValue: undefined };
const ANSWERED = of(undefined);

/**
 * Runs the handler and writes the answer itself, so that no interceptor or filter of the application
 * wraps a verdict or makes a success of a failure.
 *
 * The handler is not tied to the connection: when the platform hangs up, its work goes on, and the
 * repetition gets its result.
 */
@Injectable()
export class ImCallbackInterceptor implements NestInterceptor {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(ImCallbackReporter) private readonly reporter: ImCallbackReporter,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<undefined>> {
    const http = context.switchToHttp();
    const exchange = http.getRequest<CallbackRequest>()[EXCHANGE];
    if (exchange?.admitted === undefined) {
      throw new ImConfigError('A callback has not passed the guard of @ImCallback.');
    }
    const { admitted, deadline, handler, startedAt } = exchange;
    const answer = await answerOnce({
      callback: admitted,
      name: `${context.getClass().name}.${context.getHandler().name}`,
      deadline,
      handle: () => lastValueFrom<unknown, undefined>(next.handle(), NO_VALUE),
    });
    this.#send(http.getResponse<unknown>(), answer);
    const { outcome, reason, status } = answer;
    const { app } = admitted;
    this.reporter.report({ app, event: handler.event, startedAt, outcome, status, reason });
    return ANSWERED;
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
