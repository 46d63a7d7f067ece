import { fork } from 'node:child_process';
import type { Pace } from '../measure/pace.js';
import { inRounds } from '../measure/rounds.js';
import { spread } from '../measure/statistics.js';
import { measureUnderLoad } from '../measure/under-load.js';
import type { Report } from '../report/report.js';

const MICROS_PER_SECOND = 1_000_000;
const SUBJECT = '`POST /user/getToken.json`';

/** How many signed requests the emulator answers. */
export async function measureEmulator(pace: Pace): Promise<Report> {
  const measured = await inRounds([SUBJECT], pace.rounds, () => {
    const emulator = fork(new URL('emulator.process.js', import.meta.url));
    return measureUnderLoad(emulator, {}, 'call', pace);
  });
  const rounds = measured.get(SUBJECT) ?? [];
  return {
    name: 'emulator',
    title: 'Emulator',
    method:
      'Signed `POST /user/getToken.json`, each another one, over 64 connections that are kept, from a process of their own to a ' +
      `fresh emulator; ${pace.rounds} times. Rate limits are off.`,
    figures: [
      {
        what: 'signed requests that one core answers, per second of its time',
        unit: '/s',
        value: spread(
          rounds.map(({ cpuMicrosPerRequest }) => MICROS_PER_SECOND / cpuMicrosPerRequest),
        ),
        goal: { atLeast: 5_000 },
      },
    ],
    measurements: [
      {
        subject: SUBJECT,
        values: {
          'requests per second': spread(rounds.map(({ requestsPerSecond }) => requestsPerSecond)),
          'CPU µs per request': spread(
            rounds.map(({ cpuMicrosPerRequest }) => cpuMicrosPerRequest),
          ),
        },
      },
    ],
  };
}
