import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IM_EVENTS, type ImEventName } from '../../../lib/callback/events/event.map.js';
import { ImModule } from '../../../lib/im.module.js';
import {
  type CallbackApp,
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import {
  CallbackClient,
  FORM,
  JSON_TYPE,
  PLAIN_HEADERS,
  RC_HEADERS,
  signatureOf,
} from '../../support/callback-client.js';
import { CALLBACK_PATH } from '../../support/callback-controller.js';
import { createEventCallbacks, EVENT_NAMES } from '../../support/event-controller.js';
import { encodeBody, EVENT_VARIANTS, type EventVariant } from '../../support/event-variants.js';

/** How a request is signed: query and headers. */
interface SignedRequest {
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
}

/** The names that the parts of a signature have in one place. */
interface SignatureForm {
  readonly form: string;
  /** Signs a request anew. */
  readonly sign: () => SignedRequest;
}

function inQuery(form: string, names: Readonly<Record<string, string>>): SignatureForm {
  return { form, sign: () => ({ query: renamed(names), headers: {} }) };
}

function inHeaders(form: string, names: Readonly<Record<string, string>>): SignatureForm {
  return { form, sign: () => ({ query: {}, headers: renamed(names) }) };
}

function renamed(names: Readonly<Record<string, string>>): Record<string, string> {
  const parts = signatureOf();
  return Object.fromEntries(Object.entries(names).map(([part, name]) => [name, parts[part] ?? '']));
}

const PARTS = { nonce: 'nonce', timestamp: 'timestamp', signature: 'signature' };
const LEGACY = inQuery('the older names in the query, without an App Key', {
  ...PARTS,
  timestamp: 'signTimestamp',
});
const CURRENT = inQuery('the current names in the query', { appKey: 'appKey', ...PARTS });
const NO_APP_KEY = inQuery('the query, with the App Key in the form', PARTS);
const IN_RC_HEADERS = inHeaders('RC headers', RC_HEADERS);
const IN_PLAIN_HEADERS = inHeaders('plain headers', PLAIN_HEADERS);

/** The ways to sign an event that are documented or in public receivers; the first is usual. */
function signatureForms(event: ImEventName): readonly [SignatureForm, SignatureForm] {
  if (IM_EVENTS[event].signedIn === 'header') return [IN_RC_HEADERS, IN_PLAIN_HEADERS];
  return event === 'pre-messaging' ? [NO_APP_KEY, LEGACY] : [CURRENT, LEGACY];
}

/** All bodies, signed in the first or in the second way. */
function requestsSigned(way: 0 | 1) {
  return EVENT_VARIANTS.map((variant) => {
    const { form, sign } = signatureForms(variant.event)[way];
    return { ...variant, form, sign };
  });
}

const surroundings = PLATFORMS.flatMap((platform) => [
  { platform, way: 0 as const, names: 'the usual names' },
  { platform, way: 1 as const, names: 'other names' },
]);

describe.each(surroundings)('events signed by $names, on $platform', ({ platform, way }) => {
  const requests = requestsSigned(way);
  let received: { event: ImEventName; payload: unknown }[] = [];
  let app: CallbackApp;
  let client: CallbackClient;

  beforeAll(async () => {
    app = await startCallbackApp(platform, {
      imports: [ImModule.forRoot(observedOptions(new Observations()))],
      controllers: [createEventCallbacks((event, payload) => received.push({ event, payload }))],
    });
    client = new CallbackClient(`${app.url}/${CALLBACK_PATH}`);
  });
  beforeEach(() => {
    received = [];
  });
  afterAll(() => app.stop());

  function send({ body, event, kind }: EventVariant, { headers, query }: SignedRequest) {
    const type = { 'Content-Type': kind === 'form' ? FORM : JSON_TYPE };
    return client.send(event, encodeBody(kind, body), { ...headers, ...type }, query);
  }

  it.each(requests)('gives its handler $event, $variant, by $form', async (request) => {
    const { status } = await send(request, request.sign());
    const { event, expected } = request;
    expect({ status, received }).toEqual({ status: 200, received: [{ event, payload: expected }] });
  });

  it.each(EVENT_NAMES)('refuses %s that is signed where others are', async (event) => {
    const request = requests.find((each) => each.event === event);
    const [other] = signatureForms(
      IM_EVENTS[event].signedIn === 'header' ? 'friendship-sync' : 'moderation-result',
    );
    expect((await send(request as EventVariant, other.sign())).status).toBe(401);
    expect(received).toEqual([]);
  });
});
