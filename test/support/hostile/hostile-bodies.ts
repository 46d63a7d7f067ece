import fc from 'fast-check';
import {
  IM_EVENTS,
  type BodyKind,
  type ImEventName,
} from '../../../lib/callback/events/event.map.js';
import { FORM, JSON_TYPE } from '../callback-client.js';
import { EVENT_NAMES } from '../event-controller.js';
import { encodeBody, EVENT_VARIANTS, type EventVariant } from '../event-variants.js';
import { BROKEN_FIELDS, REQUIRED_FIELDS } from './event-rules.js';

/** A body that breaks a rule of its event, of its encoding, or of all callbacks. */
export interface HostileBody {
  /** What is wrong with it, for the message of a failure. */
  readonly wrong: string;
  readonly event: ImEventName;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** The statuses that it may be answered with. */
  readonly answers: readonly (400 | 413 | 415)[];
}

type Fields = Readonly<Record<string, unknown>>;

/** The content types of bodies. */
export const TYPES: Readonly<Record<BodyKind, string>> = { form: FORM, json: JSON_TYPE };

const LIMIT_BYTES = 524_288;

function ofKind(kind: BodyKind): fc.Arbitrary<EventVariant> {
  return fc.constantFrom(...EVENT_VARIANTS.filter((variant) => variant.kind === kind));
}

function malformed(
  wrong: string,
  { event, kind }: Pick<EventVariant, 'event' | 'kind'>,
  body: string | Buffer,
): HostileBody {
  return { wrong, event, headers: { 'Content-Type': TYPES[kind] }, body, answers: [400] };
}

/** Changes the fields of an event in whatever its body wraps them. */
function changed(body: unknown, change: (fields: Fields) => Fields): unknown {
  if (Array.isArray(body)) {
    const [first, ...others] = body as readonly unknown[];
    return [changed(first, change), ...others];
  }
  const fields = body as Fields;
  return 'profiles' in fields ? { profiles: changed(fields['profiles'], change) } : change(fields);
}

function withField(variant: EventVariant, name: string, value: unknown): string {
  return encodeBody(
    variant.kind,
    changed(variant.body, (fields) => ({ ...fields, [name]: value })),
  );
}

/** The usual body of each event in each encoding whose fields can be changed one by one. */
const usual = EVENT_NAMES.flatMap((event) =>
  IM_EVENTS[event].bodyKinds.flatMap((kind) => {
    const found = EVENT_VARIANTS.find((each) => each.event === event && each.kind === kind);
    return found === undefined || (kind === 'form' && 'profiles' in (found.body as Fields))
      ? []
      : [found];
  }),
);

const required = usual.flatMap((variant) => {
  const { integers, texts } = REQUIRED_FIELDS[variant.event];
  return [
    ...texts.map((name) => ({ variant, name, isInteger: false })),
    ...integers.map((name) => ({ variant, name, isInteger: true })),
  ];
});

const numbersThatAreNone = fc.oneof(
  fc.constantFrom<unknown>('1e3', '0x10', ' 5', '5 ', '+5', '1.5', '--1', '٣', '9'.repeat(400)),
  fc.constantFrom<unknown>(1.5, 2 ** 53, -(2 ** 60), 1e300, true, null, [], [5], {}),
  fc.bigInt({ min: 2n ** 53n }).map(String),
  fc.string().filter((text) => !/^-?\d+$/.test(text)),
);
const textsThatAreNone = fc.oneof(
  fc.constantFrom<unknown>('', null, true, 0, 1e300, [], ['a', 'b'], {}),
  fc.jsonValue({ maxDepth: 2 }).filter((value) => typeof value !== 'string'),
);

/** What a form can say of it. */
function asFormValue(value: unknown): string | string[] {
  if (Array.isArray(value)) return value.length > 1 ? value.map(String) : ['a', 'b'];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const brokenField = fc.constantFrom(...required).chain(({ isInteger, name, variant }) =>
  fc
    .option(isInteger ? numbersThatAreNone : textsThatAreNone, { nil: undefined, freq: 8 })
    .map((value) => {
      // A number in a form is text like any other.
      const broken = isInteger || typeof value !== 'number' ? value : '';
      const sent = variant.kind === 'json' ? value : asFormValue(broken);
      return malformed(`${name} is ${describe(sent)}`, variant, withField(variant, name, sent));
    }),
);

const missingField = fc.constantFrom(...required).map(({ name, variant }) => {
  const body = changed(variant.body, ({ [name]: _missing, ...others }) => others);
  return malformed(`no ${name}`, variant, encodeBody(variant.kind, body));
});

/** Escapes that say nothing, where a number must be. */
const brokenEscape = fc
  .tuple(
    fc.constantFrom(...usual.filter(({ kind }) => kind === 'form')),
    fc.constantFrom('%', '%z', '%zz', '%ff', '%c3%28', '%ed%a0%80', '%00', '%u0031'),
    fc.boolean(),
  )
  .map(([variant, escape, isBefore]) => {
    const [name = ''] = REQUIRED_FIELDS[variant.event].integers;
    const text = encodeBody('form', variant.body).replace(
      new RegExp(`(?<=(?:^|&)${name}=)\\d+`),
      (digits) => (isBefore ? escape + digits : digits + escape),
    );
    return malformed(`${name} holds ${escape}`, variant, text);
  });

const brokenFields = BROKEN_FIELDS.flatMap(([event, name, value]) =>
  usual.filter((variant) => variant.event === event).map((variant) => ({ variant, name, value })),
);
const knownBrokenField = fc
  .constantFrom(...brokenFields)
  .map(({ name, value, variant }) =>
    malformed(`${name} is ${describe(value)}`, variant, withField(variant, name, value)),
  );

const truncatedJson = fc.tuple(ofKind('json'), fc.nat()).map(([variant, cut]) => {
  const text = encodeBody('json', variant.body);
  return malformed('cut off', variant, text.slice(0, 1 + (cut % (text.length - 1))));
});

/** Cut in or before the last required field. */
const truncatedForm = fc
  .tuple(fc.constantFrom(...usual.filter(({ kind }) => kind === 'form')), fc.nat())
  .map(([variant, cut]) => {
    const text = encodeBody('form', variant.body);
    const { integers, texts } = REQUIRED_FIELDS[variant.event];
    const ends = [...texts, ...integers].map((name) => `&${text}`.indexOf(`&${name}=`));
    return malformed('cut off', variant, text.slice(0, cut % Math.max(...ends)));
  });

const notAnEvent = fc
  .tuple(
    fc.constantFrom(...EVENT_VARIANTS),
    fc.oneof(
      fc.constantFrom('', '"x"', '1', 'null', 'true', '""', '{}', '[null]', '[1]', '[[]]', '[{}]'),
      fc.constantFrom('{"profiles":1}', '{"profiles":{}}', '{"profiles":"["}'),
      fc.constantFrom('{"profiles":[null]}', '{"profiles":null}', '{"a":1}{', "{'a':1}", '\ufeff'),
      fc
        .jsonValue({ maxDepth: 3 })
        .filter(isNoEvent)
        .map((value) => JSON.stringify(value)),
    ),
  )
  .map(([variant, text]) => malformed('no event', variant, text));

/** An empty list is an event of which there is none. */
function isNoEvent(value: unknown): boolean {
  return !Array.isArray(value) || value.length > 0;
}

const randomBytes = fc
  .tuple(fc.constantFrom(...EVENT_VARIANTS), fc.uint8Array({ maxLength: 200 }))
  .map(([variant, bytes]) => malformed('noise', variant, Buffer.from([0xff, ...bytes])));

const PROTOTYPES = [
  '"__proto__":{"polluted":true}',
  '"__proto__":null',
  '"\\u005f_proto__":{"polluted":true}',
  '"more":{"__proto__":[]}',
  '"more":[{"more":{"__proto__":1}}]',
  '"constructor":{"prototype":{"polluted":true}}',
  '"more":{"constructor":{"prototype":1}}',
];
const prototypeInJson = fc
  .tuple(ofKind('json'), fc.constantFrom(...PROTOTYPES))
  .map(([variant, prototype]) => {
    const text = encodeBody('json', variant.body).replace('{', () => `{${prototype},`);
    return malformed(`holds ${prototype}`, variant, text);
  });
const prototypeInForm = ofKind('form')
  .filter(({ body }) => !('profiles' in (body as Fields)))
  .map((variant) => {
    const text = `${encodeBody('form', variant.body)}&__proto__=polluted`;
    return malformed('holds __proto__', variant, text);
  });

const deepJson = fc
  .tuple(ofKind('json'), fc.integer({ min: 50_000, max: 80_000 }), fc.boolean())
  .map(([variant, depth, isList]) => {
    const [open, close] = isList ? ['[', ']'] : ['{"a":', '}'];
    const deep = `${open.repeat(depth)}1${close.repeat(depth)}`;
    const text = encodeBody('json', variant.body).replace('{', () => `{"more":${deep},`);
    return malformed(`nested ${depth} deep`, variant, text);
  });

const WRONG_TYPES = [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'application/x-www-form-urlencoded; charset=utf-16',
  'application/json; charset=latin1',
  'json',
  ';',
];
const wrongType = fc
  .tuple(fc.constantFrom(...EVENT_VARIANTS), fc.constantFrom(...WRONG_TYPES, FORM, JSON_TYPE))
  .filter(([{ event }, type]) => !IM_EVENTS[event].bodyKinds.some((kind) => TYPES[kind] === type))
  .map(([{ body, event, kind }, type]): HostileBody => {
    const headers = { 'Content-Type': type };
    // It may be read as what it says before it is known that it should not have come as that.
    return { wrong: type, event, headers, body: encodeBody(kind, body), answers: [415, 400] };
  });
const compressed = fc
  .tuple(fc.constantFrom(...EVENT_VARIANTS), fc.constantFrom('gzip', 'br', 'deflate', 'x'))
  .map(([{ body, event, kind }, encoding]): HostileBody => {
    const headers = { 'Content-Type': TYPES[kind], 'Content-Encoding': encoding };
    return { wrong: encoding, event, headers, body: encodeBody(kind, body), answers: [415] };
  });

/** More than the limit, in an event that would otherwise be one. */
export const largeBody = fc.constantFrom(...usual).map((variant): HostileBody => {
  const more = 'x'.repeat(LIMIT_BYTES);
  const body = withField(variant, 'more', more);
  return { ...malformed('too large', variant, body), answers: [413] };
});

export const hostileBody = fc.oneof(
  { weight: 250, arbitrary: brokenField },
  { weight: 50, arbitrary: missingField },
  { weight: 100, arbitrary: knownBrokenField },
  { weight: 30, arbitrary: brokenEscape },
  { weight: 100, arbitrary: truncatedJson },
  { weight: 50, arbitrary: truncatedForm },
  { weight: 100, arbitrary: notAnEvent },
  { weight: 100, arbitrary: randomBytes },
  { weight: 100, arbitrary: prototypeInJson },
  { weight: 30, arbitrary: prototypeInForm },
  { weight: 100, arbitrary: wrongType },
  { weight: 50, arbitrary: compressed },
  { weight: 1, arbitrary: deepJson },
);

function describe(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value).slice(0, 80);
}
