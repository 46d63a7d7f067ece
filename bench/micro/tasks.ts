import * as crypto from 'node:crypto';
import 'reflect-metadata';
import { textMessage } from 'nestjs-rongcloud-im';
import type { Goal } from '../report/report.js';
import { internals } from './internals.js';

/** One step of a call, without the network. */
export interface MicroTask {
  readonly what: string;
  readonly run: () => unknown;
  readonly goal?: Goal;
}

const { ImAttempt, RegisterUserDto, SendPrivateMessageDto, checkInput, encodeForm } = internals;

const registration = {
  userId: 'user-1',
  name: 'Ada Lovelace',
  portraitUri: 'https://img.example.com/1.png',
};

const announcement = {
  fromUserId: 'user-1',
  toUserId: Array.from({ length: 1_000 }, (_, index) => `user-${index}`),
  ...textMessage({ content: 'Dinner at 7, 在老地方。 '.repeat(80) }),
};

const attempt = new ImAttempt({
  appKey: 'bench-app-key',
  secret: 'bench-app-secret',
  endpoint: 'http://127.0.0.1',
  request: { path: '/user/getToken.json', encoding: 'form', body: 'userId=user-1' },
  timeoutMs: 5_000,
  signal: undefined,
});

export const TASKS: readonly MicroTask[] = [
  {
    what: 'signing headers',
    run: () => {
      attempt.sign();
    },
    goal: { atMost: 0.6 },
  },
  {
    what: '`crypto.hash` alone, of a constant text as long as what is signed',
    run: () => crypto.hash('sha1', 'bench-app-secret1234567890123456781790000000000', 'hex'),
  },
  {
    what: '1,000 targets and 2 KB of content: validate and encode',
    run: () => prepare(SendPrivateMessageDto, announcement),
    goal: { atMost: 200 },
  },
  {
    what: '`users.register` with three fields: validate and encode',
    run: () => prepare(RegisterUserDto, registration),
  },
];

function prepare(input: new () => object, value: object): string {
  const problems = checkInput(input, value);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return encodeForm(input, value);
}
