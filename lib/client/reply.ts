import type { ReplyHeaders } from './attempt.js';

/** What the service answered to one attempt. */
export interface Reply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  /** The parsed body; undefined when it was no JSON object. */
  readonly body: object | undefined;
  /** The service's own code, when the body held one. */
  readonly code: number | undefined;
  /** The service's own words about a refusal. */
  readonly message: string | undefined;
}

/** Reads an answer; a body that is no JSON object is no error here. */
export function readReply(status: number, headers: ReplyHeaders, text: string): Reply {
  const body = parseObject(text);
  const code: unknown = body && Reflect.get(body, 'code');
  const message: unknown =
    body &&
    (Reflect.get(body, 'errorMessage') ?? Reflect.get(body, 'message') ?? Reflect.get(body, 'msg'));
  return {
    status,
    headers,
    body,
    code: toCode(code),
    message: typeof message === 'string' ? message : undefined,
  };
}

/**
 * Whether the call has succeeded: a 2xx with a body whose code is 200, 0 (keep-alive), absent, or the
 * one that the operation has of its own.
 */
export function isSuccess(
  reply: Reply,
  successCode?: number,
): reply is Reply & { readonly body: object } {
  return (
    reply.body !== undefined &&
    reply.status >= 200 &&
    reply.status < 300 &&
    (reply.code === 200 ||
      reply.code === 0 ||
      !('code' in reply.body) ||
      (successCode !== undefined && reply.code === successCode))
  );
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function toCode(code: unknown): number | undefined {
  if (typeof code === 'number') return code;
  return typeof code === 'string' && /^\d+$/.test(code) ? Number(code) : undefined;
}
