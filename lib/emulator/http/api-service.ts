import type { CatalogueOperation } from '../../catalogue/catalogue.types.js';
import { operationHandlers } from '../areas/area-handlers.js';
import type { OperationHandler } from '../areas/operation-handler.js';
import type { EmulatedApp } from '../emulated-app.js';
import { isRecord } from '../is-record.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import { compileOperationReader, type OperationReader } from '../parameters/operation-reader.js';
import { PARAMETER_TOO_LONG, ParameterRefusal } from '../parameters/parameter-refusal.js';
import { refusal, type ApiReply, type ApiRequest } from './api-request.js';
import { authenticate } from './authenticate.js';
import { OperationRouter, type Route } from './operation-router.js';

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
}

/** The signed API: checks a request by the catalogue, then carries it out. */
export class ApiService {
  private readonly router: OperationRouter;
  private readonly behaviours = new Map<CatalogueOperation, OperationBehaviour>();

  constructor(
    operations: readonly CatalogueOperation[],
    private readonly apps: ReadonlyMap<string, EmulatedApp>,
    private readonly clock: () => number,
  ) {
    this.router = new OperationRouter(operations);
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
    const authentication = authenticate(headers, this.apps);
    if ('reason' in authentication) {
      const { code, reason } = authentication;
      return { reply: refusal(401, code, reason, path) };
    }
    return this.answerSigned(request, route, authentication.app);
  }

  private answerSigned(request: ApiRequest, route: Route, app: EmulatedApp): ApiAnswer {
    const { path } = request;
    const { appKey } = app;
    if (request.bodyTooLarge) {
      const reply = refusal(413, PARAMETER_TOO_LONG, 'The body is longer than 4 MB', path);
      return { appKey, reply };
    }
    try {
      const { read, handle } = this.behaviourOf(route.operation);
      const parameters = read(request, route.pathValues);
      const reply = handle({ app, parameters, path, now: this.clock() });
      return { appKey, parameters: parameters.values, reply: withHint(reply, parameters) };
    } catch (error) {
      if (error instanceof ParameterRefusal) {
        return { appKey, reply: refusal(400, error.code, error.message, path) };
      }
      const reason = `The emulator itself failed: ${String(error)}`;
      return { appKey, reply: refusal(500, INTERNAL_ERROR, reason, path) };
    }
  }

  private behaviourOf(operation: CatalogueOperation): OperationBehaviour {
    const known = this.behaviours.get(operation);
    if (known !== undefined) return known;
    const read = compileOperationReader(operation);
    const handle = operationHandlers.get(`${operation.http} ${operation.path}`);
    const behaviour = { read, handle: handle ?? answerExample(operation) };
    this.behaviours.set(operation, behaviour);
    return behaviour;
  }
}

/** The documented example, for an operation without state. */
function answerExample({ responseExample: body }: CatalogueOperation): OperationHandler {
  const code = isRecord(body) && typeof body['code'] === 'number' ? body['code'] : 200;
  return () => ({ status: 200, code, body, stateless: true });
}

/** The service most likely ignores what it does not know; a misspelt name should still be seen. */
function withHint(reply: ApiReply, { unknownNames }: OperationParameters): ApiReply {
  if (unknownNames.length === 0 || reply.reason !== undefined) return reply;
  const noun = unknownNames.length === 1 ? 'parameter' : 'parameters';
  return { ...reply, reason: `ignored unknown ${noun} ${unknownNames.join(', ')}` };
}
