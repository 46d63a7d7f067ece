import { type CallbackRequest, EXCHANGE, type CallbackExchange } from './callback.exchange.js';
import { fillParameters, type HandlerParameters } from './callback.parameters.js';

type Method = (this: unknown, ...parameters: unknown[]) => unknown;

/**
 * A handler as Nest calls it: it runs as part of a callback, and the answer is written here, so that
 * no interceptor or filter of the application wraps a verdict or makes a success of a failure.
 *
 * Not an interceptor: that would cost more than everything else a callback needs.
 */
export function receivingMethod(original: unknown, positions: HandlerParameters): Method {
  if (typeof original !== 'function') throw new TypeError('@OnImEvent is for methods.');
  const receive: Method = function (...parameters) {
    const response = parameters[positions.count];
    const exchange = exchangeOf(response);
    // The application calls its method itself, as in a unit test, or it runs as a durable one.
    if (exchange === undefined) return original.apply(this, parameters);
    parameters.pop();
    return exchange.responder.answer(exchange, response, (event, context) =>
      original.apply(this, fillParameters(parameters, positions, event, context)),
    );
  };
  // What other decorators have said of the method before.
  for (const key of Reflect.getMetadataKeys(original)) {
    Reflect.defineMetadata(key, Reflect.getMetadata(key, original), receive);
  }
  return Object.defineProperties(receive, {
    name: { value: original.name },
    length: { value: original.length },
  });
}

/** Express hangs the request on the response as `req`, Fastify on the reply as `request`. */
function exchangeOf(response: unknown): CallbackExchange | undefined {
  if (typeof response !== 'object' || response === null) return undefined;
  const { req, request = req }: ResponseOfRequest = response;
  return request?.[EXCHANGE];
}

interface ResponseOfRequest {
  readonly req?: CallbackRequest;
  readonly request?: CallbackRequest;
}
