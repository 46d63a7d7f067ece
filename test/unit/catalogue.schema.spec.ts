import { describe, expect, it } from '@jest/globals';
import { botCatalogue } from '../../lib/catalogue/bot.catalogue.js';
import { callbackCatalogue } from '../../lib/catalogue/callbacks.catalogue.js';
import { catalogue, findOperation } from '../../lib/catalogue/catalogue.js';
import {
  type CatalogueOperation,
  type CatalogueParameter,
} from '../../lib/catalogue/catalogue.types.js';
import { chatroomCatalogue } from '../../lib/catalogue/chatroom.catalogue.js';
import { conversationCatalogue } from '../../lib/catalogue/conversation.catalogue.js';
import { dataCenterCatalogue } from '../../lib/catalogue/data-centers.catalogue.js';
import { friendCatalogue } from '../../lib/catalogue/friend.catalogue.js';
import { groupCatalogue } from '../../lib/catalogue/group.catalogue.js';
import { hostedGroupCatalogue } from '../../lib/catalogue/hosted-group.catalogue.js';
import { messageCatalogue } from '../../lib/catalogue/message.catalogue.js';
import { messageTypeCatalogue } from '../../lib/catalogue/message-types.catalogue.js';
import { moderationCatalogue } from '../../lib/catalogue/moderation.catalogue.js';
import { profileCatalogue } from '../../lib/catalogue/profile.catalogue.js';
import { pushCatalogue } from '../../lib/catalogue/push.catalogue.js';
import { pushExtCatalogue } from '../../lib/catalogue/push-ext.catalogue.js';
import { statusCodeCatalogue } from '../../lib/catalogue/status-codes.catalogue.js';
import { ultragroupCatalogue } from '../../lib/catalogue/ultragroup.catalogue.js';
import { userCatalogue } from '../../lib/catalogue/user.catalogue.js';
import { DATA_CENTERS } from '../../lib/client/data-centers.js';

// --- a schema is a function that lists what is wrong with a value ---

type Schema = (value: unknown, at: string) => string[];

const check =
  (what: string, holds: (value: unknown) => boolean): Schema =>
  (value, at) =>
    holds(value) ? [] : [`${at}: ${JSON.stringify(value)} is not ${what}`];

const anything: Schema = () => [];
const text = check('a text', (value) => typeof value === 'string' && value.trim() !== '');
const flag = check('a boolean', (value) => typeof value === 'boolean');
const number = check('a number', (value) => typeof value === 'number' && Number.isFinite(value));
const integer = check('an integer', Number.isSafeInteger);
const count = check('a count', (value) => Number.isSafeInteger(value) && Number(value) > 0);
const size = check('a size', (value) => Number.isSafeInteger(value) && Number(value) >= 0);
const path = check('a path', (value) => typeof value === 'string' && /^\/[^?\s]+$/.test(value));
const address = check(
  'an https address',
  (value) => typeof value === 'string' && value.startsWith('https://') && URL.canParse(value),
);

const page = check('a web address', (value) => typeof value === 'string' && URL.canParse(value));

const oneOf = (...values: readonly unknown[]): Schema =>
  check(`one of ${values.join(', ')}`, (value) => values.includes(value));

const either =
  (...schemas: readonly Schema[]): Schema =>
  (value, at) => {
    const problems = schemas.map((schema) => schema(value, at));
    return problems.some((found) => found.length === 0) ? [] : problems.flat();
  };

const listOf =
  (schema: Schema, least = 0): Schema =>
  (value, at) => {
    if (!Array.isArray(value) || value.length < least) return [`${at}: not a list of ${least}+`];
    return value.flatMap((item: unknown, index) => schema(item, `${at}[${index}]`));
  };

const record =
  (schema: Schema): Schema =>
  (value, at) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => schema(item, `${at}.${key}`))
      : [`${at}: not an object`];

function object(required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema {
  const known: Record<string, Schema> = { ...required, ...optional };
  const unknown = check('a known key', () => false);
  return (value, at) => {
    if (!isObject(value)) return [`${at}: not an object`];
    return [
      ...Object.keys(required)
        .filter((key) => !(key in value))
        .map((key) => `${at}.${key}: missing`),
      ...Object.entries(value).flatMap(([key, item]) =>
        (known[key] ?? unknown)(item, `${at}.${key}`),
      ),
    ];
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// --- the schemas of the catalogue ---

const areas = {
  user: { entries: userCatalogue, amount: 34 },
  profile: { entries: profileCatalogue, amount: 4 },
  friend: { entries: friendCatalogue, amount: 8 },
  message: { entries: messageCatalogue, amount: 30 },
  push: { entries: pushCatalogue, amount: 3 },
  moderation: { entries: moderationCatalogue, amount: 8 },
  conversation: { entries: conversationCatalogue, amount: 12 },
  group: { entries: groupCatalogue, amount: 19 },
  'hosted-group': { entries: hostedGroupCatalogue, amount: 23 },
  chatroom: { entries: chatroomCatalogue, amount: 45 },
  ultragroup: { entries: ultragroupCatalogue, amount: 59 },
  bot: { entries: botCatalogue, amount: 17 },
};

const seenIn = listOf(text, 1);
const valueType = oneOf('string', 'integer', 'number', 'boolean', 'object');
const listWay = oneOf('repeat', 'comma', 'indexed', 'json');

const field = { name: text, type: valueType, required: flag, description: text };

const parameterOptions = {
  in: oneOf('path', 'query'),
  list: listWay,
  alsoList: oneOf('comma', 'repeat'),
  kind: oneOf('flag', 'instant', 'json'),
  maxLength: count,
  maxBytes: count,
  minItems: size,
  maxItems: count,
  enum: listOf(either(text, integer), 1),
  default: either(text, number, flag),
  min: number,
  max: number,
  encodingNote: text,
};

const operation = object(
  {
    path,
    http: oneOf('POST', 'GET', 'PUT', 'DELETE'),
    contentType: oneOf('form', 'json'),
    area: oneOf(...Object.keys(areas)),
    topic: text,
    method: check('a method name', (value) =>
      /^[a-z][A-Za-z]*(\.[a-z][A-Za-z0-9]*){1,2}$/.test(String(value)),
    ),
    summary: text,
    parameters: listOf(object(field, parameterOptions)),
    response: listOf(
      object({
        name: text,
        type: oneOf('string', 'number', 'boolean', 'object', 'string[]', 'object[]'),
        description: text,
      }),
    ),
    responseExample: record(anything),
    errorCodes: listOf(integer),
    idempotent: flag,
    status: oneOf('current', 'legacy', 'sdk-only', 'deprecated'),
    seenIn,
  },
  {
    rateLimit: object(
      {
        limit: count,
        perSeconds: count,
        unit: oneOf('requests', 'messages', 'users', 'entries'),
      },
      { bucket: path },
    ),
    paging: object({
      style: oneOf('page', 'pageToken', 'cursor', 'time'),
      request: listOf(text, 1),
      response: listOf(text),
      endWhen: text,
    }),
    batchLimit: object({ parameter: text, max: count }),
    replacedBy: path,
    variants: listOf(
      object(
        { method: text, topic: text, summary: text },
        { requires: listOf(text, 1), omits: listOf(text, 1), docs: page },
      ),
      2,
    ),
    docs: page,
    notes: text,
  },
);

const callbackField = object(field, {
  list: listWay,
  kind: oneOf('instant', 'json'),
  asText: oneOf(true),
  enum: listOf(text, 1),
  meanings: record(text),
  maxLength: count,
  alsoPlain: oneOf(true),
  encodingNote: text,
});

const callback = object(
  {
    event: text,
    title: text,
    http: oneOf('POST'),
    contentType: oneOf('form', 'json'),
    signedIn: oneOf('query', 'header'),
    signature: text,
    body: listOf(callbackField, 1),
    bodyIsArray: oneOf(true, false, 'unknown'),
    example: either(record(anything), listOf(record(anything), 1)),
    reply: object(
      { status: oneOf(200), body: listOf(callbackField) },
      { contentType: oneOf('json'), example: record(anything), notes: text },
    ),
    timeoutSource: text,
    onTimeout: text,
    retries: text,
    dedupeKey: listOf(text, 1),
    volume: text,
    seenIn,
    notes: text,
  },
  {
    alsoContentType: oneOf('form', 'json'),
    legacySignature: oneOf(true),
    timeoutMs: count,
    attempts: count,
    contentFields: listOf(callbackField, 1),
    docs: page,
  },
);

const messageType = object(
  {
    objectName: check('a built-in type', (value) => /^RC:\w+$/.test(String(value))),
    name: text,
    fields: listOf(object(field, { list: oneOf('repeat') })),
    seenIn,
    notes: text,
  },
  { persisted: flag, counted: flag, push: flag, docs: page },
);

const pushOption = object({ ...field, seenIn }, { ...parameterOptions, notes: text });

const pushOptions = object({
  summary: text,
  example: record(anything),
  pushExt: listOf(pushOption, 1),
  notification: listOf(pushOption, 1),
  messageParameters: listOf(object({ name: text, rule: text }), 1),
  notes: text,
});

const statusCode = object(
  { meaning: text, retryable: flag, advice: text, seenIn },
  { httpStatus: count, code: integer, local: oneOf(true), docs: page, notes: text },
);

const dataCenter = object(
  {
    id: text,
    name: text,
    primary: address,
    backup: address,
    sdkName: text,
    brand: listOf(oneOf('rongcloud', 'nexconn'), 1),
  },
  { notes: text },
);

const hosts = object({
  dataCenters: listOf(dataCenter, 1),
  deprecated: listOf(
    object({ host: text, dataCenter: text, still: text }, { alsoDefaultOf: text }),
  ),
  failover: object({ documented: listOf(text, 1), sdks: record(text), advice: listOf(text, 1) }),
  keepAlive: object({
    default: text,
    ifOn: object({ idleTimeoutMs: count, maxReuses: count }),
    notes: text,
    docs: page,
  }),
  rateLimits: object({
    default: text,
    exceptions: listOf(text),
    whatCounts: text,
    onLimit: object({ httpStatus: count, code: count }),
    raise: text,
    docs: page,
  }),
  seenIn,
  notes: text,
});

// --- helpers: each names the entries that break a rule ---

const labelOf = (entry: CatalogueOperation): string => `${entry.http} ${entry.path}`;

function operationsThat(breakRule: (entry: CatalogueOperation) => boolean): string[] {
  return catalogue.filter(breakRule).map(labelOf);
}

function parametersThat(
  breakRule: (parameter: CatalogueParameter, entry: CatalogueOperation) => boolean,
): string[] {
  return catalogue.flatMap((entry) =>
    entry.parameters
      .filter((parameter) => breakRule(parameter, entry))
      .map(({ name }) => `${labelOf(entry)} ${name}`),
  );
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Whether a value is one that the parameter may hold. */
function isAllowed(value: unknown, { type, min, max }: CatalogueParameter): boolean {
  if (type === 'string' || type === 'boolean') return typeof value === type;
  if (typeof value !== 'number') return false;
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity);
}

// --- tests ---

describe('the schema itself', () => {
  const [entry] = userCatalogue;

  it('refuses unknown, missing and wrong values', () => {
    expect(operation({ ...entry, extra: 1 }, 'it')).toEqual(['it.extra: 1 is not a known key']);
    expect(operation({ path: '/x.json' }, 'it')).toContain('it.idempotent: missing');
    expect(operation({ ...entry, http: 'PATCH' }, 'it')).toHaveLength(1);
    expect(operation({ ...entry, path: 'user/getToken.json' }, 'it')).toHaveLength(1);
    expect(operation({ ...entry, parameters: [{ name: 'userId' }] }, 'it')).toHaveLength(3);
  });
});

describe.each(Object.entries(areas))('the catalogue of %s', (area, { entries, amount }) => {
  it('follows the schema', () => {
    expect(entries.flatMap((entry) => operation(entry, labelOf(entry)))).toEqual([]);
  });

  it(`has ${amount} operations, all of its area`, () => {
    expect(entries).toHaveLength(amount);
    expect(entries.filter((entry) => entry.area !== area).map(labelOf)).toEqual([]);
  });

  it('gives each call a method name of its own', () => {
    const methods = entries.flatMap(
      ({ method, variants }) => variants?.map((variant) => variant.method) ?? [method],
    );
    expect(repeated(methods)).toEqual([]);
  });
});

describe('the catalogue as a whole', () => {
  it('holds every area, and every address once', () => {
    expect(catalogue).toEqual(Object.values(areas).flatMap(({ entries }) => entries));
    expect(catalogue).toHaveLength(262);
    expect(repeated(catalogue.map(labelOf))).toEqual([]);
  });

  it('names only replacements and codes that it knows', () => {
    const paths = new Set(catalogue.map((entry) => entry.path));
    const codes = new Set(statusCodeCatalogue.map(({ code }) => code));
    const isStray = ({ replacedBy, errorCodes }: CatalogueOperation): boolean =>
      (replacedBy !== undefined && !paths.has(replacedBy)) ||
      errorCodes.some((code) => !codes.has(code));
    expect(operationsThat(isStray)).toEqual([]);
  });

  it('pages by parameters and reply fields of the operation', () => {
    const isStray = ({ paging, parameters, response }: CatalogueOperation): boolean =>
      (paging?.request.some((name) => !parameters.some((found) => found.name === name)) ?? false) ||
      (paging?.response.some((name) => !response.some((found) => found.name.startsWith(name))) ??
        false);
    expect(operationsThat(isStray)).toEqual([]);
  });

  it('describes every top-level field of the example', () => {
    const isStray = ({ response, responseExample }: CatalogueOperation): boolean => {
      const described = new Set(response.map(({ name }) => name.split(/[.[]/, 1).join()));
      return Object.keys(Object(responseExample) as object).some((key) => !described.has(key));
    };
    // The vendor's page contradicts itself: `members` in the table, `followedMembers` below it.
    expect(operationsThat(isStray)).toEqual(['POST /entrust/group/member/followed/get.json']);
  });

  it('batches a parameter that holds several values, with one limit', () => {
    const isOdd = ({ batchLimit, parameters }: CatalogueOperation): boolean => {
      if (batchLimit === undefined) return false;
      const parameter = parameters.find(({ name }) => name === batchLimit.parameter);
      // The pairs of one object are a batch too: { key: value, … } as JSON text.
      const isPairs = parameter?.type === 'object' && parameter.kind === 'json';
      return parameter?.maxItems !== batchLimit.max || (parameter.list === undefined && !isPairs);
    };
    expect(operationsThat(isOdd)).toEqual([]);
  });

  it('shares a quota under the path of one of the sharers, with one limit', () => {
    const sizeOf = ({ rateLimit: quota }: CatalogueOperation): string =>
      [quota?.limit, quota?.perSeconds, quota?.unit].join();
    const isOdd = (entry: CatalogueOperation): boolean => {
      const bucket = entry.rateLimit?.bucket;
      if (bucket === undefined) return false;
      const owner = catalogue.find((other) => other.path === bucket);
      return owner?.rateLimit?.bucket !== bucket || sizeOf(owner) !== sizeOf(entry);
    };
    expect(operationsThat(isOdd)).toEqual([]);
  });

  it('tells the variants of an address apart by optional parameters', () => {
    const isVague = ({ variants = [], parameters }: CatalogueOperation): boolean => {
      const optional = parameters.filter(({ required }) => !required).map(({ name }) => name);
      const told = variants.map(({ requires = [], omits = [] }) => ({ requires, omits }));
      return (
        repeated(told.map((marks) => JSON.stringify(marks))).length > 0 ||
        told.some(({ requires, omits }) => requires.length + omits.length === 0) ||
        told
          .flatMap(({ requires, omits }) => [...requires, ...omits])
          .some((name) => !optional.includes(name))
      );
    };
    expect(operationsThat(isVague)).toEqual([]);
    expect(operationsThat(({ variants }) => variants !== undefined)).toHaveLength(5);
  });
});

describe('parameters', () => {
  it('have names of their own', () => {
    const isRepeated = ({ parameters }: CatalogueOperation): boolean =>
      repeated(parameters.map(({ name }) => name)).length > 0;
    expect(operationsThat(isRepeated)).toEqual([]);
  });

  it('nest in objects', () => {
    const isLost = ({ name }: CatalogueParameter, { parameters }: CatalogueOperation): boolean => {
      const around = name.split('.').slice(0, -1).join('.');
      const parent = parameters.find((found) => found.name === around.replace(/\[\]$/, ''));
      if (parent === undefined) return false;
      return parent.type !== 'object' || around.endsWith('[]') !== (parent.list !== undefined);
    };
    expect(parametersThat(isLost)).toEqual([]);
  });

  it('travel in the path exactly when the path names them', () => {
    const differs = (entry: CatalogueOperation): boolean => {
      const inPath = entry.parameters.filter((parameter) => parameter.in === 'path');
      const named = [...entry.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      return inPath.map(({ name }) => name).join() !== named.join();
    };
    expect(operationsThat(differs)).toEqual([]);
  });

  it('travel in the query string of a GET, and of a GET only', () => {
    const isMisplaced = (parameter: CatalogueParameter, { http }: CatalogueOperation): boolean =>
      parameter.in !== 'path' && (parameter.in === 'query') !== (http === 'GET');
    expect(parametersThat(isMisplaced)).toEqual([]);
  });

  it('have a type that fits what they stand for', () => {
    const isOdd = ({ kind, type, enum: values }: CatalogueParameter): boolean => {
      if (kind === 'instant') return type !== 'integer';
      if (kind === 'json') return type !== 'object' && type !== 'string';
      const isFlag = type === 'boolean' || (type === 'integer' && values?.join() === '0,1');
      return kind === 'flag' ? !isFlag : type === 'boolean';
    };
    expect(parametersThat(isOdd)).toEqual([]);
  });

  it('are flags wherever 0 and 1 are the choice, but for these', () => {
    const choices = parametersThat(
      ({ kind, enum: values }) => kind !== 'flag' && values?.join() === '0,1',
    );
    const names = new Set(choices.map((choice) => choice.split(' ').at(-1)));
    expect([...names].sort()).toEqual(['destroyType', 'order', 'type']);
  });

  it('are instants exactly where the text speaks of milliseconds', () => {
    const isOdd = ({ kind, description }: CatalogueParameter): boolean =>
      /\b(ms|milliseconds)\b/.test(description) !== (kind === 'instant');
    expect(parametersThat(isOdd)).toEqual([]);
  });

  it('travel in a way that the format has', () => {
    const isOdd = (parameter: CatalogueParameter, { contentType }: CatalogueOperation): boolean => {
      const { list, kind, type } = parameter;
      if (list === 'json') return kind !== 'json';
      if (contentType === 'json') return list === 'comma' || list === 'indexed';
      return type === 'object' && kind !== 'json';
    };
    expect(parametersThat(isOdd)).toEqual([]);
  });

  it('have another list form in forms only, other than the documented one, as the notes say', () => {
    const isOdd = (parameter: CatalogueParameter, entry: CatalogueOperation): boolean => {
      const { list, alsoList, encodingNote } = parameter;
      if (alsoList === undefined) return false;
      const said = `${entry.notes ?? ''} ${encodingNote ?? ''}`;
      const isOther = alsoList === 'comma' ? list === 'repeat' : list === 'comma';
      const isSaid =
        alsoList === 'comma' ? said.includes('comma') : said.includes('repeats the key');
      return entry.contentType !== 'form' || !isOther || !isSaid;
    };
    expect(parametersThat(isOdd)).toEqual([]);
  });

  it('have limits that leave room', () => {
    expect(parametersThat(({ min, max }) => Number(min) > Number(max))).toEqual([]);
    expect(parametersThat(({ minItems, maxItems }) => Number(minItems) > Number(maxItems))).toEqual(
      [],
    );
  });

  it('are measured in one way, and where there is something to measure', () => {
    const isOdd = (parameter: CatalogueParameter): boolean => {
      const { type, list, maxLength, maxBytes, minItems, maxItems, min, max } = parameter;
      const isMany = list !== undefined || type === 'object';
      const isNumber = type === 'integer' || type === 'number';
      return (
        (maxLength !== undefined && (type !== 'string' || maxBytes !== undefined)) ||
        (maxBytes !== undefined && type !== 'string' && type !== 'object') ||
        ((minItems ?? maxItems) !== undefined && !isMany) ||
        ((min ?? max) !== undefined && !isNumber)
      );
    };
    expect(parametersThat(isOdd)).toEqual([]);
  });

  it('choose and default to values of their type, within their limits', () => {
    const isOdd = (parameter: CatalogueParameter): boolean => {
      const { enum: values = [], default: fallback } = parameter;
      const all = fallback === undefined ? values : [...values, fallback];
      const isChoice = values.length === 0 || values.some((value) => value === fallback);
      return (
        all.some((value) => !isAllowed(value, parameter)) || (fallback !== undefined && !isChoice)
      );
    };
    expect(parametersThat(isOdd)).toEqual([]);
  });

  it('give an id one limit wherever it stands', () => {
    const isOdd = ({ name, maxBytes, maxLength }: CatalogueParameter): boolean =>
      /^(userId|fromUserId|chatroomId|groupId)$/.test(name) && (maxBytes ?? maxLength) !== 64;
    expect(parametersThat(isOdd)).toEqual([]);
  });
});

describe('findOperation', () => {
  it('finds every operation by its own address', () => {
    const isLost = (entry: CatalogueOperation): boolean =>
      findOperation(entry.http, entry.path) !== entry;
    expect(operationsThat(isLost)).toEqual([]);
  });

  it.each([
    ['DELETE', '/v2/ultragroups/g1', '/v2/ultragroups/{groupId}'],
    ['POST', '/v2/ultragroups/g1/users/u%2F1', '/v2/ultragroups/{groupId}/users/{userId}'],
    ['GET', '/v2/ultragroups/users/u1/groups', '/v2/ultragroups/users/{userId}/groups'],
    ['POST', '/v2/ultragroups/channels', '/v2/ultragroups/channels'],
  ])('takes %s %s for %s', (http, requested, expected) => {
    const found = findOperation(http, requested);
    expect([found?.http, found?.path]).toEqual([http, expected]);
  });

  it.each([
    ['GET', '/user/getToken.json'],
    ['POST', '/user/getToken'],
    ['DELETE', '/v2/ultragroups/'],
    ['DELETE', '/v2/ultragroups/g1/x'],
    ['POST', '/v2/ultragroups/g1'],
  ])('does not know %s %s', (http, requested) => {
    expect(findOperation(http, requested)).toBeUndefined();
  });
});

describe('callbacks', () => {
  it('follow the schema, each event once', () => {
    expect(callbackCatalogue.flatMap((entry) => callback(entry, entry.event))).toEqual([]);
    expect(callbackCatalogue).toHaveLength(14);
    expect(repeated(callbackCatalogue.map(({ event }) => event))).toEqual([]);
    expect(callbackCatalogue.filter(({ event }) => event.startsWith('nexconn'))).toEqual([]);
  });

  it('are told apart by fields of their body', () => {
    const stray = callbackCatalogue.flatMap(({ event, body, dedupeKey }) => {
      const names = body.map(({ name }) => name.replace(/^profiles\[\]\./, ''));
      const isNamed = (key: string): boolean =>
        names.some((name) => key === name || key.startsWith(`${name}.`));
      return dedupeKey.filter((key) => !isNamed(key)).map((key) => `${event} ${key}`);
    });
    expect(stray).toEqual([]);
  });

  it('show an example of the shape they describe', () => {
    const odd = callbackCatalogue.filter(
      ({ bodyIsArray, example }) =>
        bodyIsArray !== 'unknown' && bodyIsArray !== Array.isArray(example),
    );
    expect(odd.map(({ event }) => event)).toEqual([]);
  });

  it('say the same in words and in numbers', () => {
    const odd = callbackCatalogue.filter((entry) => {
      const { contentType, alsoContentType, retries, attempts, signature, legacySignature } = entry;
      const retriesInWords = retries.startsWith('none') ? 0 : /up to (\d) more/.exec(retries)?.[1];
      const attemptsInWords = retriesInWords === undefined ? undefined : 1 + Number(retriesInWords);
      return (
        attempts !== attemptsInWords ||
        legacySignature !== (signature.includes('signTimestamp') || undefined) ||
        alsoContentType === contentType ||
        (alsoContentType !== undefined && !entry.notes.toLowerCase().includes(alsoContentType))
      );
    });
    expect(odd.map(({ event }) => event)).toEqual([]);
  });

  it('have text in place of numbers only where the body is a form', () => {
    const odd = callbackCatalogue.filter(
      ({ contentType, body }) => contentType === 'json' && body.some(({ asText }) => asText),
    );
    expect(odd.map(({ event }) => event)).toEqual([]);
  });
});

describe('the other catalogues', () => {
  it('have message types that follow the schema, each once', () => {
    const problems = messageTypeCatalogue.flatMap((entry) => messageType(entry, entry.objectName));
    expect(problems).toEqual([]);
    expect(messageTypeCatalogue).toHaveLength(43);
    expect(repeated(messageTypeCatalogue.map(({ objectName }) => objectName))).toEqual([]);
  });

  it('have push options that follow the schema, each once', () => {
    expect(pushOptions(pushExtCatalogue, 'push')).toEqual([]);
    expect(pushExtCatalogue.pushExt).toHaveLength(34);
    expect(pushExtCatalogue.notification).toHaveLength(29);
    expect(repeated(pushExtCatalogue.pushExt.map(({ name }) => name))).toEqual([]);
    expect(repeated(pushExtCatalogue.notification.map(({ name }) => name))).toEqual([]);
  });

  it('have status codes that follow the schema, each once', () => {
    const problems = statusCodeCatalogue.flatMap((entry) => statusCode(entry, entry.meaning));
    expect(problems).toEqual([]);
    expect(statusCodeCatalogue).toHaveLength(46);
    const pairs = statusCodeCatalogue.map(({ httpStatus, code }) => String([httpStatus, code]));
    expect(repeated(pairs)).toEqual([]);
    expect(pairs).not.toContain(String([undefined, undefined]));
  });

  it('have hosts that follow the schema', () => {
    expect(hosts(dataCenterCatalogue, 'hosts')).toEqual([]);
  });

  it('know the same data centres as the client', () => {
    const documented = dataCenterCatalogue.dataCenters.map(({ id, primary, backup }) => [
      id,
      [primary, backup],
    ]);
    expect(documented).toHaveLength(5);
    expect(DATA_CENTERS).toEqual(Object.fromEntries(documented));
  });
});
