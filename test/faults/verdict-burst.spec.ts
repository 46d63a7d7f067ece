import { describe, expect, it } from '@jest/globals';
import { ImCallback, ImEvent, OnImEvent } from '../../lib/callback/callback.decorators.js';
import type { PreMessage } from '../../lib/callback/events/pre-messaging.event.js';
import { ImVerdict, type ImVerdictKind } from '../../lib/callback/verdict.js';
import type { ImEmulatorSendResult } from '../../lib/emulator/emulator-client.types.js';
import { ImEmulator } from '../../lib/emulator/emulator.js';
import type { ImVerdictEvent } from '../../lib/im.hooks.js';
import { ImModule } from '../../lib/im.module.js';
import { Observations, startCallbackApp } from '../support/callback-app.js';
import { CALLBACK_PATH } from '../support/callback-controller.js';
import { deferred } from '../support/deferred.js';
import { endAfterEach } from '../support/resources.js';

const WAVE = 16;
const WAVES = 615;
const BURST = 10 * WAVE;
const MESSAGES = WAVE * WAVES + BURST;

/** Every so many messages one waits for something that takes too long. */
const SLOW_EVERY = 20;
const ANSWER_WITHIN_MS = 500;
/** What the service waits, less what is usual for the way. */
const IN_TIME_MS = 2_500;

const isSlow = (number: number): boolean => number % SLOW_EVERY === 0;

/** What the handler decides; of the slow ones too, but too late. */
function decide(number: number): ImVerdict {
  if (isSlow(number)) return ImVerdict.deliver();
  if (number % 3 === 0) return ImVerdict.block();
  if (number % 3 === 1) return ImVerdict.replace({ content: { content: '***' } });
  return ImVerdict.deliver();
}

/** What the platform must be told. */
function expectedVerdict(number: number): ImVerdictKind {
  return isSlow(number) ? 'block' : decide(number).kind;
}

function countsOf(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

describe('verdicts, in a burst of messages with a slow stage', () => {
  const ending = endAfterEach();

  it('arrive in time, and what comes late is never enforced', async () => {
    const slowStage = deferred();
    const ended = { late: 0 };

    @ImCallback(CALLBACK_PATH)
    class Callbacks {
      @OnImEvent('pre-messaging', { answerWithinMs: ANSWER_WITHIN_MS, onError: 'block' })
      moderate(@ImEvent() { content }: PreMessage): ImVerdict | Promise<ImVerdict> {
        const number = Number(typeof content === 'object' && content['content']);
        if (!isSlow(number)) return decide(number);
        return slowStage.promise.then(() => {
          ended.late++;
          return decide(number);
        });
      }
    }
    const emulator = ending(await ImEmulator.start(), (it) => it.stop());
    const told: ImVerdictEvent[] = [];
    const { logger } = new Observations();
    const hooks = { onVerdict: (event: ImVerdictEvent) => void told.push(event) };
    const { url } = ending(
      await startCallbackApp('fastify', {
        imports: [ImModule.forRoot({ ...emulator.moduleOptions, logger, hooks })],
        controllers: [Callbacks],
      }),
      (it) => it.stop(),
    );
    emulator.setCallbackUrl(`${url}/${CALLBACK_PATH}`);
    for (const userId of ['ada', 'bob']) emulator.addUser({ userId });
    const ada = emulator.connect('ada');

    const sent: Promise<ImEmulatorSendResult>[] = [];
    /** Resolves when all have been answered that can be answered at once. */
    async function send(count: number): Promise<void> {
      const numbers = Array.from({ length: count }, (_, index) => sent.length + index);
      const results = numbers.map((number) =>
        ada.send({
          toUserId: 'bob',
          objectName: 'RC:TxtMsg',
          content: { content: String(number) },
        }),
      );
      sent.push(...results);
      await Promise.all(results.filter((_, index) => !isSlow(numbers[index] ?? 0)));
    }
    for (let wave = 0; wave < WAVES; wave++) await send(WAVE);
    await send(BURST);
    const results = await Promise.all(sent);
    slowStage.resolve();
    await emulator.callbacksSettled();

    const durations = results.map(({ delivery }) => delivery?.attempts[0]?.durationMs ?? Infinity);
    const late = durations.filter((durationMs) => durationMs > IN_TIME_MS).length;
    const byOnError = told.filter(({ by }) => by === 'onError');
    durations.sort((one, other) => one - other);
    process.stderr.write(
      `verdicts ${results.length}, after ${IN_TIME_MS} ms ${late}, by onError ${byOnError.length}, ` +
        `median ${durations[MESSAGES / 2] ?? NaN} ms, longest ${durations.at(-1) ?? NaN} ms\n`,
    );
    expect(late / MESSAGES).toBeLessThanOrEqual(0.0001);
    const verdicts = results.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(results.map((_, number) => expectedVerdict(number)));
    expect(countsOf(told.map(({ verdict }) => verdict))).toEqual(countsOf(verdicts));
    expect(byOnError).toHaveLength(MESSAGES / SLOW_EVERY);
    expect(ended.late).toBe(byOnError.length);
    expect(new Set(byOnError.map(({ reason }) => reason))).toEqual(new Set(['handler-late']));
  }, 120_000);
});
