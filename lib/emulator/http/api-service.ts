import type { CatalogueOperation } from '../../catalogue/catalogue.types.js';
import { operationHandlers } from '../areas/area-handlers.js';
import type { OperationHandler } from '../areas/operation-handler.js';
import type { EmulatedApp } from '../emulated-app.js';
import { Leniency } from '../parameters/leniency.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import { compileOperationReader, type OperationReader } from '../parameters/operation-reader.js';
import { PARAMETER_TOO_LONG, ParameterRefusal } from '../parameters/parameter-refusal.js';
import { refusal, type ApiReply, type ApiRequest } from './api-request.js';
import { authenticate } from './authenticate.js';
import { OperationRouter, type Route } from './operation-router.js';
import { inFormOf, successCodeOf } from './reply-form.js';
import { costOf, quotaOf, RATE_LIMIT_EXCEEDED, RateLimits, type Quota } from './rate-limits.js';

/** An answer, with what was understood of the request. */
export interface ApiAnswer {
  readonly reply: ApiReply;
  /** Set once the signature was right. */
  readonly appKey?: string;
  /** Set once they were accepted. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

const INTERNAL_ERROR = 1000;

interface OperationBehaviour {
  readonly read: OperationReader;
  readonly handle: OperationHandler;
  /** Absent where none is documented, or limits are off. */
  readonly quota: Quota | undefined;
}

/** What the API is made of. */
export interface ApiServiceOptions {
  readonly operations: readonly CatalogueOperation[];
  readonly apps: ReadonlyMap<string, EmulatedApp>;
  readonly clock: () => number;
  /** Whether the documented rate limits hold. */
  readonly rateLimits: boolean;
  /** Whether only documented forms are taken. */
  readonly strict: boolean;
}

/** The signed API: checks a request by the catalogue, then carries it out. */
export class ApiService {
  private readonly router: OperationRouter;
  private readonly behaviours = new Map<CatalogueOperation, OperationBehaviour>();

  private readonly limits = new RateLimits();

  constructor(private readonly options: ApiServiceOptions) {
    this.router = new OperationRouter(options.operations);
  }

  /** Answers a request. */
  answer(request: ApiRequest): ApiAnswer {
    const { method, path, headers } = request;
    const route = this.router.find(method, path);
    if (route === undefined) {
      const reason = `No operation at ${path}; check the path against the API reference`;
      return { reply: refusal(404, 404, reason, path) };
    }
    if ('allowed' in route) {
      const reason = `${path} takes ${route.allowed.join(' or ')}, not ${method}`;
      return { reply: refusal(405, 405, reason, path) };
    }
    const leniency = new Leniency(this.options.strict);
    const authentication = authenticate(headers, this.options.apps, leniency);
    if ('reason' in authentication) {
      const { code, reason } = authentication;
      return { reply: refusal(401, code, reason, path) };
    }
    const answer = this.answerSigned(request, route, authentication.app, leniency);
    const reply = inFormOf(route.operation, answer.reply);
    const { notes: lenient } = leniency;
    return { ...answer, reply: lenient.length === 0 ? reply : { ...reply, lenient } };
  }

  private answerSigned(
    request: ApiRequest,
    route: Route,
    app: EmulatedApp,
    leniency: Leniency,
  ): ApiAnswer {
    const { path } = request;
    const { appKey } = app;
    if (request.bodyTooLarge) {
      const reply = refusal(413, PARAMETER_TOO_LONG, 'The body is longer than 4 MB', path);
      return { appKey, reply };
    }
    try {
      const { read, handle, quota } = this.behaviourOf(route.operation);
      const now = this.options.clock();
      const beyond = this.takeRequest(app, quota, now);
      if (beyond !== undefined) return { appKey, reply: tooMany(beyond, path) };
      const parameters = read(request, route.pathValues, leniency);
      const beyondTargets = this.takeTargets(app, quota, parameters, now);
      if (beyondTargets !== undefined) return { appKey, reply: tooMany(beyondTargets, path) };
      const reply = handle({ app, parameters, path, now });
      return { appKey, parameters: parameters.values, reply: withHint(reply, parameters) };
    } catch (error) {
      if (error instanceof ParameterRefusal) {
        return { appKey, reply: refusal(400, error.code, error.message, path) };
      }
      const reason = `The emulator itself failed: ${String(error)}`;
      return { appKey, reply: refusal(500, INTERNAL_ERROR, reason, path) };
    }
  }

  /**
   * Why a request is beyond its limit, if it is. The order of the checks is not documented: limits
   * are most likely kept by a gateway, which knows the signer and the path and has not looked at
   * parameters. So a request counts even when its parameters are refused.
   */
  private takeRequest(app: EmulatedApp, quota: Quota | undefined, now: number): string | undefined {
    if (quota === undefined) return undefined;
    return quota.unit === 'requests'
      ? this.limits.take(app, quota, 1, now)
      : this.limits.refusesAny(app, quota, now);
  }

  /** Why the targets of a call are beyond the limit; they are known once parameters are read. */
  private takeTargets(
    app: EmulatedApp,
    quota: Quota | undefined,
    parameters: OperationParameters,
    now: number,
  ): string | undefined {
    if (quota === undefined || quota.unit === 'requests') return undefined;
    return this.limits.take(app, quota, costOf(quota, parameters), now);
  }

  private behaviourOf(operation: CatalogueOperation): OperationBehaviour {
    const known = this.behaviours.get(operation);
    if (known !== undefined) return known;
    const read = compileOperationReader(operation);
    const handle = operationHandlers.get(`${operation.http} ${operation.path}`);
    const quota = this.options.rateLimits ? quotaOf(operation) : undefined;
    const behaviour = { read, handle: handle ?? answerExample(operation), quota };
    this.behaviours.set(operation, behaviour);
    return behaviour;
  }
}

function tooMany(reason: string, path: string): ApiReply {
  return refusal(429, RATE_LIMIT_EXCEEDED, reason, path);
}

/** The documented example, for an operation without state. */
function answerExample(operation: CatalogueOperation): OperationHandler {
  const code = successCodeOf(operation);
  return () => ({ status: 200, code, body: operation.responseExample, stateless: true });
}

/** The service most likely ignores what it does not know; a misspelt name should still be seen. */
function withHint(reply: ApiReply, { unknownNames }: OperationParameters): ApiReply {
  if (unknownNames.length === 0 || reply.reason !== undefined) return reply;
  const noun = unknownNames.length === 1 ? 'parameter' : 'parameters';
  return { ...reply, reason: `ignored unknown ${noun} ${unknownNames.join(', ')}` };
}
