import {
  BadRequestException,
  type CanActivate,
  type ExecutionContext,
  type HttpException,
  Inject,
  Injectable,
  PayloadTooLargeException,
  UnauthorizedException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ImCallbackError } from '../errors/callback.error.js';
import { ImConfigError } from '../errors/config.error.js';
import { ImAppRegistry } from '../im.app-registry.js';
import type { ImApp } from '../im.app.js';
import { verifySignature } from '../signature/verify.js';
import { type CallbackExchange, type CallbackRequest, EXCHANGE } from './callback.exchange.js';
import { controllerOf, handlerOf, type ReceivedEvent } from './callback.handler.js';
import { ImCallbackReporter } from './callback.reporter.js';
import { appKeyInBody, bodyHash, receivedBody } from './received.body.js';
import { readSignature, type ReceivedSignature } from './signature.parts.js';

const MAPPED_IPV4 = '::ffff:';
const DIGITS = /^\d{1,16}$/;

/** Lets genuine, fresh and well-formed callbacks through; refuses all others. */
@Injectable()
export class ImCallbackGuard implements CanActivate {
  constructor(
    @Inject(ImAppRegistry) private readonly registry: ImAppRegistry,
    @Inject(ImCallbackReporter) private readonly reporter: ImCallbackReporter,
  ) {}

  /**
   * @throws HttpException 400, 401, 413 or 415 with an `ImCallbackError` as its cause. Its answer
   * says no more than the status where the caller is not known to be the platform.
   */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const handler = handlerOf(context.getHandler());
    if (handler === undefined) {
      throw new ImConfigError(
        `${context.getClass().name}.${context.getHandler().name} is in a class with @ImCallback but ` +
          'has no @OnImEvent. Move the route to a controller of its own: this one takes callbacks only.',
      );
    }
    const request = context.switchToHttp().getRequest<CallbackRequest>();
    const exchange: CallbackExchange = {
      handler,
      startedAt: performance.now(),
      app: undefined,
      admitted: undefined,
    };
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
    const body = receivedBody(request, exchange.handler.bodyKinds);
    const received = readSignature(request.url, request.headers);
    const app = this.#findApp(appName, received.appKey ?? appKeyInBody(body));
    exchange.app = app;
    refuseForeignAddress(app, request.ip);

    const verified = (secret: string): true | Promise<true> => {
      const ttlMs = verify(app, secret, received);
      const hash = bodyHash(body);
      const event = exchange.handler.receive(body);
      const signatureKey = `${app.name}:${received.signature.toLowerCase()}`;
      const bound = app.settings.callbacks.claims.bind(signatureKey, hash, ttlMs);
      return typeof bound === 'boolean'
        ? admit(exchange, { app, event, hash, ttlMs }, bound)
        : bound.then((first) => admit(exchange, { app, event, hash, ttlMs }, first));
    };
    const secret = app.settings.appSecret();
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

  #refuse(exchange: CallbackExchange, error: unknown): never {
    if (!(error instanceof ImCallbackError)) throw error;
    const exception = toHttpException(error);
    this.reporter.refused({
      app: exchange.app,
      event: exchange.handler.event,
      startedAt: exchange.startedAt,
      status: exception.getStatus(),
      reason: error.reason,
    });
    throw exception;
  }
}

/** How long the callback must be remembered, in milliseconds, when it is genuine and fresh. */
function verify(app: ImApp, secret: string, received: ReceivedSignature): number {
  const { previousSecrets, toleranceMs } = app.settings.callbacks;
  const previous = previousSecrets();
  const secrets = previous.length === 0 ? [secret] : [secret, ...previous];
  if (!verifySignature(secrets, received, received.signature)) {
    throw new ImCallbackError(
      'signature-invalid',
      'The signature does not match. Check that the App Secret is the one of this app and environment.',
    );
  }
  const timestamp = DIGITS.test(received.timestamp) ? Number(received.timestamp) : NaN;
  const ttlMs = timestamp + toleranceMs - Date.now();
  if (ttlMs > 0 && ttlMs <= 2 * toleranceMs) return ttlMs;
  throw new ImCallbackError(
    'timestamp-stale',
    'The callback was signed too long ago, or ahead of this clock. Check that the clock is right.',
  );
}

function refuseForeignAddress({ settings }: ImApp, ip: string | undefined): void {
  const { allowedIps } = settings.callbacks;
  if (allowedIps === undefined) return;
  const address = ip?.startsWith(MAPPED_IPV4) === true ? ip.slice(MAPPED_IPV4.length) : ip;
  if (address !== undefined && allowedIps.includes(address)) return;
  throw new ImCallbackError(
    'address-refused',
    `The callback came from ${address ?? 'an unknown address'}, which is not in \`allowedIps\`. ` +
      "Behind a proxy, set the framework's `trust proxy`.",
  );
}

interface VerifiedCallback {
  readonly app: ImApp;
  readonly event: ReceivedEvent;
  readonly hash: string;
  readonly ttlMs: number;
}

function admit(exchange: CallbackExchange, callback: VerifiedCallback, isFirstBody: boolean): true {
  const { app, event, hash, ttlMs } = callback;
  if (!isFirstBody && app.settings.callbacks.replay === 'reject') {
    throw new ImCallbackError('replayed', 'The signature was used with another body before.');
  }
  const claimKey = `${app.name}:${exchange.handler.event}:${hash}`;
  exchange.admitted = { app, event, claimKey, ttlMs, replayed: !isFirstBody };
  return true;
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
    default:
      // One answer for all: it must not tell an attacker which check failed.
      return new UnauthorizedException({ statusCode: 401, message: 'Unauthorized' }, options);
  }
}
