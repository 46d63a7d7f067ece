import {
  BadRequestException,
  type CanActivate,
  type ExecutionContext,
  type HttpException,
  Inject,
  Injectable,
  InternalServerErrorException,
  NotFoundException,
  PayloadTooLargeException,
  UnauthorizedException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ImCallbackError } from '../errors/callback.error.js';
import { ImConfigError } from '../errors/config.error.js';
import { ImAppRegistry } from '../im.app-registry.js';
import type { ImApp } from '../im.app.js';
import {
  freshFor,
  receiveContent,
  refuseForeignAddress,
  refuseForgery,
  refuseLargeBody,
  refuseReplay,
  SecretUnavailable,
  secretOf,
} from './callback.checks.js';
import { CallbackClaims } from './claims/callback.claims.js';
import {
  CallbackExchange,
  type CallbackRequest,
  eventInUrl,
  EXCHANGE,
  placeOf,
} from './callback.exchange.js';
import { controllerOf, handlerOf } from './callback.handler.js';
import { ImCallbackReporter } from './callback.reporter.js';
import { ImCallbackResponder } from './callback.responder.js';
import { appKeyInBody, receivedBody } from './received.body.js';
import { readSignature } from './signature.parts.js';
import { refuseUnknownEvent } from './unknown-event.route.js';

/** Lets genuine, fresh and well-formed callbacks through; refuses all others. */
@Injectable()
export class ImCallbackGuard implements CanActivate {
  constructor(
    @Inject(ImAppRegistry) private readonly registry: ImAppRegistry,
    @Inject(ImCallbackReporter) private readonly reporter: ImCallbackReporter,
    @Inject(ImCallbackResponder) private readonly responder: ImCallbackResponder,
  ) {}

  /**
   * @throws HttpException 400, 401, 413 or 415 with an `ImCallbackError` as its cause. Its answer
   * says no more than the status where the caller is not known to be the platform. 500 when the App
   * Secret is not available.
   */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const method = context.getHandler();
    const handler = handlerOf(method);
    // The request, for less than `switchToHttp` takes to make its own three functions.
    const request = context.getArgByIndex<CallbackRequest>(0);
    if (handler === undefined) {
      if (method === refuseUnknownEvent) return this.#refuseUnknown(request);
      const name = `${context.getClass().name}.${method.name}`;
      throw new ImConfigError(`${name} has no @OnImEvent, so it cannot receive callbacks.`);
    }
    const exchange = new CallbackExchange(handler, context, this.responder);
    request[EXCHANGE] = exchange;
    try {
      const admitted = this.#admit(exchange, request, controllerOf(context.getClass())?.app);
      if (admitted === true) return true;
      return admitted.catch((error: unknown) => this.#refuse(exchange, error));
    } catch (error) {
      return this.#refuse(exchange, error);
    }
  }

  #admit(
    exchange: CallbackExchange,
    request: CallbackRequest,
    appName: string | undefined,
  ): true | Promise<true> {
    const { deadline, handler } = exchange;
    const body = receivedBody(request, handler.bodyKinds);
    const received = readSignature(request.url, request.headers, handler.signedIn);
    const app = this.#findApp(appName, received.appKey ?? appKeyInBody(body));
    exchange.app = app;
    refuseForeignAddress(app, request);
    refuseLargeBody(app, request.headers);
    const freshMs = freshFor(app, received);

    const verified = (secret: string): true | Promise<true> => {
      refuseForgery(app, secret, received);
      const { event, key } = receiveContent(handler, app, placeOf(request), body);
      const claims = new CallbackClaims(app, deadline);
      // The platform may sign a repetition anew: it can be fresh for longer than this one.
      const ttlMs = Math.max(freshMs, app.settings.callbacks.toleranceMs);
      const admit = (isFirst: boolean): true => {
        if (!isFirst) refuseReplay(app);
        exchange.admitted = { app, event, body, claims, key, ttlMs, replayed: !isFirst };
        return true;
      };
      const bound = claims.bind(received.signature.toLowerCase(), key, freshMs);
      return typeof bound === 'boolean' ? admit(bound) : bound.then(admit);
    };
    const secret = secretOf(app, deadline);
    return typeof secret === 'string' ? verified(secret) : secret.then(verified);
  }

  #findApp(name: string | undefined, appKey: string | undefined): ImApp {
    const app =
      name !== undefined
        ? this.registry.get(name)
        : appKey !== undefined
          ? this.registry.withAppKey(appKey)
          : this.registry.only();
    if (app !== undefined && (appKey === undefined || appKey === app.appKey)) return app;
    throw new ImCallbackError(
      'app-unknown',
      'The callback belongs to no app of this application. Check its App Key, or name the app: ' +
        "`@ImCallback('im/callbacks', { app: 'eu' })`.",
    );
  }

  #refuseUnknown({ url }: CallbackRequest): never {
    const cause = new ImCallbackError('event-unknown', 'No method with @OnImEvent receives it.');
    const report = { app: undefined, event: eventInUrl(url), startedAt: performance.now() };
    this.reporter.refused({ ...report, status: 404, reason: cause.reason }, cause.message);
    throw toHttpException(cause);
  }

  #refuse(exchange: CallbackExchange, error: unknown): never {
    const { app, handler, startedAt } = exchange;
    const { event } = handler;
    if (error instanceof ImCallbackError) {
      const exception = toHttpException(error);
      const status = exception.getStatus();
      exchange.isReported = true;
      this.reporter.refused({ app, event, startedAt, status, reason: error.reason }, error.message);
      throw exception;
    }
    if (error instanceof SecretUnavailable) {
      exchange.isReported = true;
      const reason = 'secret-unavailable';
      this.reporter.failed({ app, event, startedAt, status: 500, reason }, error.cause);
      throw new InternalServerErrorException({ statusCode: 500, message: 'Internal server error' });
    }
    throw error;
  }
}

function toHttpException(cause: ImCallbackError): HttpException {
  const options = { cause };
  switch (cause.reason) {
    case 'body-malformed':
      return new BadRequestException({ statusCode: 400, message: cause.message }, options);
    case 'body-too-large':
      return new PayloadTooLargeException({ statusCode: 413, message: cause.message }, options);
    case 'content-type-unsupported':
      return new UnsupportedMediaTypeException(
        { statusCode: 415, message: cause.message },
        options,
      );
    case 'event-unknown':
      return new NotFoundException({ statusCode: 404, message: 'Not Found' }, options);
    default:
      // One answer for all: it must not tell an attacker which check failed.
      return new UnauthorizedException({ statusCode: 401, message: 'Unauthorized' }, options);
  }
}
