// Made lib/catalogue/*.catalogue.ts, once, out of the notes taken while reading the vendor's public
// documentation and SDKs: one JSON file an area. From then on the TypeScript files are the data and
// are edited by hand; running this again overwrites such edits.
//
//   node scripts/convert-catalogue.mjs <folder with the JSON files>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import {
  ADDED_NOTES,
  BOUNDS,
  BYTES_64,
  CHARACTERS_64,
  FRACTIONAL,
  FREE_TEXT,
  HOME,
  INSTANTS,
  JSON_ARRAYS,
  MORE_STATUS_CODES,
  NOT_FLAGS,
  PHRASES,
  PUSH_NOTES,
  PUSH_SUMMARY,
  PUSH_VARIANTS,
  ONLY_IN_NOTES,
} from './convert-catalogue.tables.mjs';

const AREAS = [
  'user',
  'profile',
  'friend',
  'message',
  'push',
  'moderation',
  'conversation',
  'group',
  'hosted-group',
  'chatroom',
  'ultragroup',
  'bot',
];

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('Usage: convert-catalogue.mjs <folder>');

const read = (name) => JSON.parse(readFileSync(join(source, `${name}.json`), 'utf8'));
const lastName = (name) => name.split('.').at(-1).replace('[]', '');

// --- text and objects ---

/** Drops how the facts were gathered from every text, however deep. */
function clean(value) {
  if (typeof value === 'string') {
    return PHRASES.reduce((text, [from, to]) => text.replace(from, to), value)
      .replaceAll('http://docs.rongcloud', 'https://docs.rongcloud')
      .replace(/ {2,}/g, ' ')
      .trim();
  }
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]));
}

/** Leaves out what has no value: an absent key means "not documented". */
function compact(object) {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== null),
  );
}

// --- parameters ---

const isTrueOrFalse = (values) => values?.join() === 'true,false';
const isDigits = (values) => values?.every((value) => /^\d+$/.test(value)) ?? false;
const isInstant = ({ name }, { path }) => INSTANTS.has(name) && !path.includes('blockPushPeriod');

/** Forms and query strings know only text: a number or a boolean in disguise gets its real type. */
function typeOf(parameter, operation) {
  const word = parameter.type.replace('[]', '').replace(/^int$/, 'integer');
  if (word === 'number') return FRACTIONAL.has(lastName(parameter.name)) ? 'number' : 'integer';
  if (word !== 'string') return word;
  if (isTrueOrFalse(parameter.enum)) return 'boolean';
  const isNumber = isDigits(parameter.enum) || parameter.max !== undefined;
  return isNumber || isInstant(parameter, operation) ? 'integer' : 'string';
}

function listOf({ name, type, repeat, encoding = '' }, contentType) {
  if (JSON_ARRAYS.has(name)) return 'json';
  if (encoding.startsWith('indexed')) return 'indexed';
  if (encoding === 'comma-list') return 'comma';
  if (repeat) return 'repeat';
  if (!type.endsWith('[]')) return undefined;
  if (contentType === 'json') return 'repeat';
  throw new Error(`No encoding for the list ${name}`);
}

function kindOf(parameter, type, operation) {
  const { name, encoding = '', enum: values } = parameter;
  if (encoding.includes('json-string')) return 'json';
  if (type === 'boolean') return 'flag';
  if (type !== 'integer') return undefined;
  if (values?.join() === '0,1' && !NOT_FLAGS.has(name)) return 'flag';
  return isInstant(parameter, operation) ? 'instant' : undefined;
}

/** What the JSON text holds; any other text may stand in its place where this is `string`. */
function typeInJson({ name }) {
  return FREE_TEXT.has(lastName(name)) ? 'string' : (JSON_ARRAYS.get(name) ?? 'object');
}

function placeOf({ encoding }, operation) {
  if (encoding === 'path' || encoding === 'query') return encoding;
  return operation.http === 'GET' ? 'query' : undefined;
}

/** Ids have one limit wherever they stand; other lengths count bytes where the text says so. */
function lengthOf({ name, maxLength, description }, type) {
  if (type === 'string' && !description.includes('64 characters')) {
    if (BYTES_64.has(lastName(name))) return { maxBytes: 64 };
    if (CHARACTERS_64.has(lastName(name))) return { maxLength: 64 };
  }
  if (description.includes('128 KB')) return { maxBytes: 131072 };
  const inBytes = maxLength === 131072 || / \d+ bytes/.test(description);
  return inBytes ? { maxBytes: maxLength } : { maxLength };
}

function encodingNoteOf({ encoding = '' }) {
  if (encoding.includes('built-in types')) {
    return "JSON text for built-in types; any text for an app's own types.";
  }
  if (encoding.includes('comma-joined')) return 'The Java and Go SDKs send one comma-joined value.';
  const [, example] = /\b(\w+\[\w+\]=.+)$/.exec(encoding) ?? [];
  if (example !== undefined) return `For example ${example}.`;
  if (encoding.includes('message API')) return 'Inferred from the message API.';
  return encoding.includes('inferred') ? 'As content of a group message (inferred).' : undefined;
}

function convertParameter(source, operation) {
  const parameter = { ...BOUNDS[source.name], ...source };
  const declared = typeOf(parameter, operation);
  const kind = kindOf(parameter, declared, operation);
  const list = listOf(parameter, operation.contentType);
  const inner = kind === 'json' ? typeInJson(parameter) : declared;
  const type = list === 'indexed' ? 'string' : inner;
  const number = (value) => (type === 'integer' && value !== undefined ? Number(value) : value);
  return compact({
    name: parameter.name.replace('[{id}]', ''),
    type,
    required: parameter.required,
    in: placeOf(parameter, operation),
    list,
    kind,
    ...lengthOf(parameter, type),
    minItems: parameter.minItems,
    maxItems: parameter.maxItems,
    enum: type === 'boolean' ? undefined : parameter.enum?.map(number),
    default: number(parameter.default),
    min: parameter.min,
    max: parameter.max,
    encodingNote: encodingNoteOf(parameter),
    description: parameter.description,
  });
}

// --- operations ---

function convertOperation(source) {
  const { group, method, summary, params, batchLimit, ...operation } = source;
  return compact({
    path: operation.path,
    http: operation.http,
    contentType: operation.contentType,
    area: operation.area,
    topic: group,
    method,
    summary,
    rateLimit: operation.rateLimit,
    parameters: params.map((parameter) => convertParameter(parameter, operation)),
    response: operation.response,
    responseExample: operation.responseExample,
    errorCodes: operation.errorCodes ?? [],
    paging: operation.paging,
    batchLimit: batchLimit && {
      parameter: batchLimit.param.replace('[{id}]', ''),
      max: batchLimit.max,
    },
    idempotent: operation.idempotent ?? false,
    status: operation.status,
    replacedBy: operation.replacedBy,
    variants: operation.variants,
    docs: operation.docs,
    seenIn: operation.seenIn.length > 0 ? operation.seenIn : [ONLY_IN_NOTES],
    notes: operation.notes,
  });
}

const union = (...lists) => [...new Set(lists.flatMap((list) => list ?? []))];

/** Two notes on one operation: `facts` leads, the other fills in what it lacks. */
function mergeOperations(facts, other) {
  return {
    ...other,
    ...facts,
    docs: facts.docs,
    params: facts.params.map((parameter) => ({
      ...other.params.find(({ name }) => name === parameter.name),
      ...parameter,
    })),
    errorCodes: union(facts.errorCodes, other.errorCodes).sort((a, b) => a - b),
    seenIn: union(facts.seenIn, other.seenIn),
  };
}

/** `/push.json` serves two documented calls: with a message, and push only. */
function mergePush(withMessage, pushOnly) {
  const needed = new Set(pushOnly.params.map(({ name }) => name));
  const params = withMessage.params.map((parameter) =>
    needed.has(parameter.name) || parameter.name.includes('.')
      ? parameter
      : { ...parameter, required: false },
  );
  return {
    ...withMessage,
    summary: PUSH_SUMMARY,
    params,
    variants: PUSH_VARIANTS,
    docs: undefined,
    seenIn: union(withMessage.seenIn, pushOnly.seenIn),
    notes: `${PUSH_NOTES} ${withMessage.notes}`,
  };
}

/** All operations by area, each in one place. */
function collectOperations() {
  const found = groupBy(AREAS.flatMap(read), ({ http, path }) => `${http} ${path}`);
  const operations = [...found.values()].map(([first, second]) => {
    const home = HOME.find(({ paths }) => paths.test(first.path));
    if (second === undefined) return { ...first, area: home?.area ?? first.area };
    if (first.area === second.area) return mergePush(first, second);
    const pick = (area) => (first.area === area ? first : second);
    const facts = pick(home.facts ?? home.area);
    const { group, method } = pick(home.named ?? home.area);
    const merged = mergeOperations(facts, facts === first ? second : first);
    const notes = [facts.notes, ADDED_NOTES[first.path]].filter(Boolean).join(' ');
    return { ...merged, area: home.area, group, method, notes };
  });
  return groupBy(operations, ({ area }) => area);
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

// --- everything else ---

function callbackListOf(type) {
  if (type.includes('repeated') || type.endsWith('[]')) return 'repeat';
  return type.includes('comma') ? 'comma' : undefined;
}

function convertCallbackField({ name, enum: values, maxLength, required, description, ...field }) {
  const words = field.type.replace('number', 'integer');
  const isJson = words.includes('JSON text');
  const isTime = /time(stamp)?$/i.test(name);
  const declared = isTime ? 'integer' : /^[a-z]+/.exec(words)[0];
  const isText = words.endsWith('-as-string') || (isTime && words === 'string');
  return compact({
    name,
    type: isJson && !FREE_TEXT.has(name) ? 'object' : declared,
    required,
    list: callbackListOf(words),
    kind: isJson ? 'json' : isTime ? 'instant' : undefined,
    asText: isText || undefined,
    enum: Array.isArray(values) ? values : undefined,
    meanings: Array.isArray(values) ? undefined : values,
    maxLength,
    encodingNote: words.endsWith('or object')
      ? 'JSON text or a plain object: sources differ.'
      : undefined,
    description,
  });
}

function convertReply({ response, exampleResponse }) {
  if (typeof response === 'string') return { status: 200, body: [], notes: response };
  const { status, body } = response;
  const fields = body.map(convertCallbackField);
  return { status, contentType: 'json', body: fields, example: exampleResponse };
}

function convertCallback(callback) {
  return compact({
    event: callback.event,
    title: callback.title,
    http: callback.method,
    contentType: callback.contentType === 'application/json' ? 'json' : 'form',
    signedIn: /^\w+/.exec(callback.signature)[0],
    signature: callback.signature,
    body: callback.body.map(convertCallbackField),
    contentFields: callback.contentFields?.map(convertCallbackField),
    bodyIsArray: callback.bodyIsArray,
    example: callback.example,
    reply: convertReply(callback),
    timeoutMs: callback.timeoutMs,
    timeoutSource: callback.timeoutSource,
    onTimeout: callback.onTimeout,
    retries: callback.retries,
    dedupeKey: callback.dedupeKey,
    volume: callback.rateOrVolume,
    docs: callback.docs,
    seenIn: callback.seenIn,
    notes: callback.notes,
  });
}

function convertMessageType({ objectName, name, fields, ...rest }) {
  const converted = fields.map(({ name, type, required, description }) =>
    compact({
      name,
      type: type.replace('[]', ''),
      required,
      list: type.endsWith('[]') ? 'repeat' : undefined,
      description,
    }),
  );
  const { persisted, counted, push, docs, seenIn, notes } = rest;
  return compact({
    objectName,
    name,
    fields: converted,
    persisted,
    counted,
    push,
    docs,
    seenIn,
    notes,
  });
}

function convertPushOptions(options) {
  const operation = { path: '', http: 'POST', contentType: 'json' };
  const convert = ({ path: name, seenIn, notes, ...option }) =>
    compact({ ...convertParameter({ name, ...option }, operation), seenIn, notes });
  const { summary, example, messageParameters, notes } = options;
  return {
    summary,
    example,
    pushExt: options.pushExt.map(convert),
    notification: options.notification.map(convert),
    messageParameters,
    notes,
  };
}

function convertStatusCode({ httpStatus, code, meaning, retryable, advice, ...rest }) {
  const { local, docs, seenIn, notes } = rest;
  return compact({ httpStatus, code, meaning, retryable, advice, local, docs, seenIn, notes });
}

// --- output ---

async function write(file, { name, type, holds, data }) {
  const [imported] = /Catalogue\w+/.exec(type);
  const path = join('lib', 'catalogue', `${file}.catalogue.ts`);
  const text = `import { type ${imported} } from './catalogue.types.js';

/** ${holds}, from the vendor's public documentation and SDKs. */
export const ${name}: ${type} = ${JSON.stringify(clean(data))};
`;
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

const operations = collectOperations();
for (const area of AREAS) {
  const data = operations.get(area).map(convertOperation);
  const name = `${area.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Catalogue`;
  const holds = `The ${data.length} operations of the ${area} area`;
  await write(area, { name, type: 'readonly CatalogueOperation[]', holds, data });
  console.log(`${area}: ${data.length}`);
}

await write('callbacks', {
  name: 'callbackCatalogue',
  type: 'readonly CatalogueCallback[]',
  holds: 'The events that the service posts to an app server',
  data: read('callbacks')
    .filter(({ family }) => family === 'rongcloud-classic')
    .map(convertCallback),
});
await write('message-types', {
  name: 'messageTypeCatalogue',
  type: 'readonly CatalogueMessageType[]',
  holds: 'The built-in message types',
  data: read('message-types').map(convertMessageType),
});
await write('push-ext', {
  name: 'pushExtCatalogue',
  type: 'CataloguePushOptions',
  holds: 'The options of offline pushes',
  data: convertPushOptions(read('push-ext')),
});
await write('status-codes', {
  name: 'statusCodeCatalogue',
  type: 'readonly CatalogueStatusCode[]',
  holds: 'HTTP statuses and return codes',
  data: [...read('status-codes').map(convertStatusCode), ...MORE_STATUS_CODES],
});
await write('data-centers', {
  name: 'dataCenterCatalogue',
  type: 'CatalogueHosts',
  holds: 'Data centres and their hosts',
  data: read('domains'),
});
