import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue } from '../../../lib/catalogue/catalogue.js';
import type {
  CatalogueOperation,
  CatalogueParameter,
} from '../../../lib/catalogue/catalogue.types.js';
import { ImEmulator } from '../../../lib/testing/index.js';
import {
  sampleList,
  sampleOf,
  sendSample,
  withValue,
  type OperationSample,
} from '../../support/catalogue-sample.js';

const LONGEST_LIST = 2_000;

const OPTIONS = { developmentUserLimit: 1_000_000, rateLimits: false };

let emulator: ImEmulator;
let strict: ImEmulator;
let cases = 0;

beforeAll(async () => {
  emulator = await ImEmulator.start(OPTIONS);
  strict = await ImEmulator.start({ ...OPTIONS, strict: true });
});

afterAll(async () => {
  await emulator.stop();
  await strict.stop();
  process.stdout.write(`${catalogue.length} operations, ${cases} requests\n`);
});

/** Sends documented forms, which both modes answer alike, and without a word on leniency. */
async function send(sample: OperationSample) {
  cases += 1;
  const [reply, strictReply] = await Promise.all([
    sendSample(emulator.moduleOptions, emulator.url, sample),
    sendSample(strict.moduleOptions, strict.url, sample),
  ]);
  expect([strictReply.status, strictReply.body['code'], strictReply.reason]).toEqual([
    reply.status,
    reply.body['code'],
    reply.reason,
  ]);
  expect(reply.headers.get('x-emulator-lenient')).toBeNull();
  return reply;
}

const name = ({ http, path }: CatalogueOperation) => `${http} ${path}`;
const leafParameters = (operation: CatalogueOperation) =>
  operation.parameters.filter(
    (parameter) => parameter.in !== 'path' && !hasChildren(operation, parameter),
  );
const hasChildren = ({ parameters }: CatalogueOperation, parent: CatalogueParameter) =>
  parameters.some(
    (parameter) =>
      parameter.name.startsWith(`${parent.name}.`) || parameter.name.startsWith(`${parent.name}[]`),
  );

/** Business rules that a sample breaks: nobody is registered under its ids, which are all the same, no page is open. */
const ACCEPTED_REASONS = [
  /^No user with the id/,
  /^pageToken is none/,
  /was deactivated less than/,
  /is deactivated/,
  /^userId and targetId are the same/,
  /^startTime is a time of day/,
  /^remarks\[0\] has no text/,
  /^userGroups\[0\]\.userGroupId is required/,
  /^[Tt]here is no (chatroom|bot|agent)/,
  /^botUserId .* is no bot/,
  /has no tag/,
  /^groupExtProfile\.key does not begin/,
  /^The group x takes 1 members at most/,
  /one for each recipient is needed/,
];

function expectAccepted(status: number, reason: string | null): void {
  if (status === 200 || ACCEPTED_REASONS.some((accepted) => accepted.test(reason ?? ''))) return;
  throw new Error(`refused with ${status}: ${reason ?? 'no reason'}`);
}

describe.each(catalogue.map((operation) => [name(operation), operation] as const))(
  '%s',
  (_name, operation) => {
    it('takes a valid request', async () => {
      const { status, reason } = await send(sampleOf(operation));
      expectAccepted(status, reason);
    });

    it('takes what just keeps to the documented limits', async () => {
      for (const parameter of leafParameters(operation)) {
        for (const longest of longestValues(parameter)) {
          const reply = await send(withValue(sampleOf(operation), parameter.name, longest));
          expectAccepted(reply.status, reply.reason);
        }
      }
    });

    it('refuses a request without a required parameter', async () => {
      for (const parameter of leafParameters(operation).filter(({ required }) => required)) {
        const reply = await send(withValue(sampleOf(operation), parameter.name, undefined));
        expect([parameter.name, reply.status, reply.body['code']]).toEqual([
          parameter.name,
          400,
          1002,
        ]);
        expect(reply.reason).toContain(parameter.name.replaceAll(/\[\]/g, '').split('.').at(-1));
      }
    });

    it('refuses what breaks a documented limit', async () => {
      for (const parameter of leafParameters(operation)) {
        for (const [broken, code] of brokenValues(parameter)) {
          const reply = await send(withValue(sampleOf(operation), parameter.name, broken));
          expect([parameter.name, reply.status, reply.body['code']]).toEqual([
            parameter.name,
            400,
            code,
          ]);
        }
      }
    });
  },
);

/** One value as it stands in a parameter: alone, in a list, or in a map. */
function wrap({ list }: CatalogueParameter, item: unknown): unknown {
  if (list === undefined) return item;
  return list === 'indexed' ? { id1: item } : [item];
}

function longestValues(parameter: CatalogueParameter): unknown[] {
  const { maxItems, maxLength, maxBytes, enum: choices, min, max, type } = parameter;
  const longest: unknown[] = [];
  if (maxItems !== undefined && maxItems < LONGEST_LIST) {
    longest.push(many(parameter, maxItems));
  }
  if (type === 'string' && choices === undefined && (parameter.minItems ?? 1) <= 1) {
    if (maxLength !== undefined) longest.push(wrap(parameter, '😀'.repeat(maxLength)));
    else if (maxBytes !== undefined) longest.push(wrap(parameter, 'x'.repeat(maxBytes)));
  }
  if (min !== undefined) longest.push(wrap(parameter, min));
  if (max !== undefined) longest.push(wrap(parameter, max));
  return longest;
}

function brokenValues(parameter: CatalogueParameter): [value: unknown, code: number][] {
  const { maxItems, maxLength, maxBytes, enum: choices, min, max } = parameter;
  const broken: [unknown, number][] = [];
  if (maxItems !== undefined && maxItems < LONGEST_LIST) {
    broken.push([many(parameter, maxItems + 1), 1002]);
  }
  if (maxLength !== undefined && choices === undefined)
    broken.push([wrap(parameter, 'é'.repeat(maxLength + 1)), 1005]);
  if (maxBytes !== undefined && parameter.type === 'string') {
    broken.push([wrap(parameter, `x${'é'.repeat(Math.ceil(maxBytes / 2))}`), 1005]);
  }
  if (choices !== undefined)
    broken.push([wrap(parameter, parameter.type === 'string' ? 'nonsense' : 987), 1002]);
  if (min !== undefined) broken.push([wrap(parameter, min - 1), 1002]);
  if (max !== undefined) broken.push([wrap(parameter, max + 1), 1002]);
  if (parameter.type === 'boolean') broken.push([wrap(parameter, 'maybe'), 1002]);
  if (parameter.type === 'integer') broken.push([wrap(parameter, 'many'), 1002]);
  return broken;
}

function many(parameter: CatalogueParameter, count: number): unknown {
  const isList = parameter.list !== undefined && parameter.list !== 'indexed';
  return isList ? sampleList(parameter, count) : manyKeys(count);
}

function manyKeys(count: number): Record<string, string> {
  const entries = Array.from(
    { length: count },
    (_empty, index) => [`key${index}`, 'value'] as const,
  );
  return Object.fromEntries(entries);
}
