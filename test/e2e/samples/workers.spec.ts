import { expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { ImEventBacklog, ImModuleOptions } from '../../../lib/index.js';
import { ImEmulator } from '../../../lib/testing/index.js';
import { SupportModule, type SupportOptions } from '../../../sample/05-workers/app.js';
import { TicketServer } from '../../../sample/05-workers/ticket-server.js';
import { callApp, idOf } from '../../../sample/shared/app-client.js';
import { startModule } from '../../../sample/shared/start-app.js';
import { createAdapter, Observations, PLATFORMS } from '../../support/callback-app.js';
import { deferred } from '../../support/deferred.js';
import { eventually } from '../../support/eventually.js';
import { describeWithRedis, RedisServer } from '../../support/redis-server.js';
import { endAfterEach } from '../../support/resources.js';

for (const platform of PLATFORMS) {
  describeWithRedis(`the workers sample on ${platform}`, () => {
    const ending = endAfterEach();

    async function start(im: Partial<Pick<ImModuleOptions, 'shutdownTimeoutMs'>> = {}) {
      const redis = ending(await RedisServer.start(), (it) => it.stop());
      const tickets = ending(await new TicketServer().start(), (it) => it.stop());
      const emulator = ending(await ImEmulator.start(), (it) => it.stop());
      const options: SupportOptions = {
        im: { ...emulator.moduleOptions, ...im, logger: new Observations().logger },
        // ioredis waits that long for a connection to close that may have closed before.
        redisUrl: `redis://127.0.0.1:${redis.port}?disconnectTimeout=100`,
        ticketsUrl: tickets.url,
        leaseMs: 10_000,
      };
      const module = SupportModule.forHttp(options);
      const app = ending(await startModule(module, createAdapter(platform)), (it) => it.close());
      const call = callApp(await app.getUrl());
      emulator.setCallbackUrl(`${await app.getUrl()}/im/callbacks`);
      return {
        call,
        emulator,
        tickets,
        backlog: async () => (await call('operator', 'GET /events/backlog')).body as ImEventBacklog,
        startWorker: async () => {
          const module = SupportModule.forWorker(options);
          // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and exports only their type.
          const worker = await NestFactory.createApplicationContext(module, {
            logger: false,
            abortOnError: false,
          });
          return ending(worker, (it) => it.close());
        },
        /** A user writes to the support desk. */
        write: async (fromUserId: string, text: string, identity: object = {}) => {
          const { attempts } = await emulator.fire('message-routing', {
            fromUserId,
            toUserId: 'support',
            channelType: 'PERSON',
            objectName: 'RC:TxtMsg',
            content: JSON.stringify({ content: text }),
            ...identity,
          });
          expect(attempts).toMatchObject([{ status: 200 }]);
        },
      };
    }

    it('keeps messages until a worker is there, which files each conversation in order', async () => {
      const { backlog, startWorker, tickets, write } = await start();
      for (const text of ['one', 'two', 'three']) {
        for (const userId of ['ada', 'bob']) await write(userId, text);
      }
      expect(await backlog()).toMatchObject({ waiting: 6, dead: 0 });
      expect(tickets.tickets).toEqual([]);
      await Promise.all([startWorker(), startWorker()]);
      await tickets.reaches(6);
      for (const userId of ['ada', 'bob']) {
        expect(tickets.textsOf(userId)).toEqual(['one', 'two', 'three']);
      }
      await eventually(async () => (await backlog()).waiting === 0);
    });

    it('stores a repeated callback once', async () => {
      const { backlog, write } = await start();
      const identity = { msgUID: 'CD01-AAAA-BBBB-0001', msgTimestamp: '1767225600123' };
      await write('ada', 'one', identity);
      await write('ada', 'one', identity);
      expect(await backlog()).toMatchObject({ waiting: 1 });
    });

    it('tries again what fails, before what comes after it', async () => {
      const { startWorker, tickets, write } = await start();
      await startWorker();
      const answers = [503, 503];
      const asked: string[] = [];
      tickets.decide = ({ from, text }) => {
        if (from === 'ada') asked.push(text);
        return from === 'ada' ? (answers.shift() ?? 200) : 200;
      };
      await write('ada', 'one');
      await write('ada', 'two');
      await write('bob', 'three');
      await tickets.reaches(3);
      expect(asked).toEqual(['one', 'one', 'one', 'two']);
    });

    it('gives up what goes on failing, and an operator puts it back or removes it', async () => {
      const { backlog, call, startWorker, tickets, write } = await start();
      await startWorker();
      tickets.decide = ({ text }) => (text.startsWith('bad') ? 422 : 200);
      for (const text of ['bad one', 'bad two', 'good']) await write('ada', text);
      await eventually(async () => (await backlog()).dead === 2);
      const letters = (await call('operator', 'GET /events/dead-letters')).body;
      expect(letters).toMatchObject([
        { attempts: 3, event: 'message-routing', reason: 'Error: The ticket system answered 422.' },
        { attempts: 3 },
      ]);
      const [first, second] = (letters as unknown[]).map(idOf);
      const page = await call('operator', `GET /events/dead-letters?after=${first}`);
      expect((page.body as unknown[]).map(idOf)).toEqual([second]);

      tickets.decide = () => 200;
      const requeue = `POST /events/dead-letters/${first}/requeue`;
      expect(await call('operator', requeue)).toMatchObject({ status: 202 });
      expect(await call('operator', requeue)).toMatchObject({ status: 404 });
      const remove = `DELETE /events/dead-letters/${second}`;
      expect(await call('operator', remove)).toMatchObject({ status: 200 });
      expect(await call('operator', remove)).toMatchObject({ status: 404 });
      await tickets.reaches(2);
      expect(tickets.textsOf('ada')).toEqual(['good', 'bad one']);
      expect(await backlog()).toMatchObject({ dead: 0 });
    });

    it('hands what a stopping worker has not finished to another one', async () => {
      const { startWorker, tickets, write } = await start({ shutdownTimeoutMs: 1 });
      const first = await startWorker();
      const begun = deferred();
      tickets.decide = () => {
        begun.resolve();
        return deferred<number>().promise;
      };
      await write('ada', 'one');
      await write('ada', 'two');
      await begun.promise;
      await first.close();
      expect(tickets.tickets).toEqual([]);
      tickets.decide = () => 200;
      await startWorker();
      await tickets.reaches(2);
      expect(tickets.textsOf('ada')).toEqual(['one', 'two']);
    });

    it('has a listener hear of messages at once, whether or not a worker is there', async () => {
      const { call, write } = await start();
      await write('ada', 'one', { msgTimestamp: '1767225600123' });
      expect((await call('operator', 'GET /activity')).body).toEqual({ ada: 1767225600123 });
    });
  });
}
