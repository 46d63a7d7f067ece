/** What an app answered. */
export interface AppReply {
  readonly status: number;
  /** Undefined when the answer was empty. */
  readonly body: unknown;
}

/** Calls a route of an app in the name of a user: `call('ada', 'POST /groups', { … })`. */
export type AppCall = (caller: string, route: string, body?: object) => Promise<AppReply>;

/** Calls the app at an address as its users' clients do, with JSON. */
export function callApp(appUrl: string): AppCall {
  return async (caller, route, body) => {
    const [method = '', path = ''] = route.split(' ');
    const response = await fetch(`${appUrl}${path}`, {
      method,
      headers: {
        'x-user-id': caller,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
  };
}

/**
 * The id in an answer about something new.
 * @throws Error when it has none.
 */
export function idOf(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string') {
    return body.id;
  }
  throw new Error(`There is no id in ${JSON.stringify(body)}.`);
}
