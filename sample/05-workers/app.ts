import {
  Controller,
  Delete,
  type DynamicModule,
  Get,
  HttpCode,
  Inject,
  Injectable,
  Logger,
  Module,
  NotFoundException,
  type OnApplicationShutdown,
  Param,
  Post,
  Query,
  ValidationPipe,
} from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { IsOptional, IsString } from 'class-validator';
import { Redis } from 'ioredis';
import {
  ImAbortSignal,
  ImCallback,
  ImDurableEvents,
  ImEvent,
  ImModule,
  type ImModuleOptions,
  isMessage,
  OnImEvent,
  type RoutedMessage,
  textMessage,
} from 'nestjs-rongcloud-im';
import { RedisClaimStore, RedisEventStream } from 'nestjs-rongcloud-im/redis';

export interface SupportOptions {
  readonly im: ImModuleOptions;
  readonly redisUrl: string;
  /** Base address of the ticket system. */
  readonly ticketsUrl: string;
  /** How long the conversations of a worker wait for it after it has died, in milliseconds. */
  readonly leaseMs: number;
}
const SUPPORT_OPTIONS = Symbol('options of the support desk');

/** The connection of this process. The stream and the store use it and leave it to you to close. */
@Injectable()
export class RedisConnection implements OnApplicationShutdown {
  readonly redis: Redis;

  constructor(@Inject(SUPPORT_OPTIONS) { redisUrl }: SupportOptions) {
    const logger = new Logger('Redis');
    this.redis = new Redis(redisUrl);
    this.redis.on('error', (error: Error) => {
      logger.error(error.message);
    });
  }

  /** The stream has stopped by now. A Redis that is away is not waited for. */
  async onApplicationShutdown(): Promise<void> {
    if (this.redis.status === 'ready') await this.redis.quit();
    else this.redis.disconnect();
  }
}

/** Where messages become tickets: another service, which may be slow, away or unwilling. */
@Injectable()
export class TicketSystem {
  constructor(@Inject(SUPPORT_OPTIONS) private readonly options: SupportOptions) {}

  /** Twice the same message makes one ticket: an event is handled at least once, perhaps twice. */
  async put(message: RoutedMessage, signal: AbortSignal): Promise<void> {
    const { fromUserId: from, msgUID, objectName } = message;
    const text = isMessage(message, textMessage) ? message.content.content : objectName;
    const response = await fetch(`${this.options.ticketsUrl}/${encodeURIComponent(msgUID)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-worker': String(process.pid) },
      body: JSON.stringify({ from, text }),
      signal,
    });
    if (!response.ok) throw new Error(`The ticket system answered ${response.status}.`);
  }
}

/** The same class in all processes: the HTTP process stores the event, a worker runs the method. */
@ImCallback('im/callbacks')
export class SupportCallbacks {
  constructor(private readonly tickets: TicketSystem) {}

  /**
   * RongCloud has its answer when Redis has the message. What this throws is tried again, and the other messages of
   * the conversation wait for it; those of other conversations do not.
   */
  @OnImEvent('message-routing', { durable: true })
  async file(
    @ImEvent() message: RoutedMessage,
    @ImAbortSignal() signal: AbortSignal,
  ): Promise<void> {
    await this.tickets.put(message, signal);
  }
}

/** Who has written when, for the support desk. It may be lost, so it need not be durable. */
@Injectable()
export class Activity {
  readonly lastSeen = new Map<string, number>();

  /** Listens: it runs in the process that took the callback, after the answer. */
  @OnImEvent('message-routing')
  note(@ImEvent() { fromUserId, msgTimestamp }: RoutedMessage): void {
    this.lastSeen.set(fromUserId, msgTimestamp);
  }
}

@Controller('activity')
export class ActivityController {
  constructor(private readonly activity: Activity) {}

  @Get()
  list() {
    return Object.fromEntries(this.activity.lastSeen);
  }
}

export class DeadLettersQuery {
  /** Id of the last one of the page before. */
  @IsOptional() @IsString() after?: string;
}

/** For those who run the app: put your guard before it. */
@Controller('events')
export class EventsController {
  constructor(private readonly events: ImDurableEvents) {}

  /** How many wait, since when the oldest does, and how many were given up. An alarm may look here. */
  @Get('backlog')
  backlog() {
    return this.events.backlog();
  }

  /** Messages that no worker could handle, a hundred at a time, with the reason. */
  @Get('dead-letters')
  async deadLetters(@Query() { after }: DeadLettersQuery) {
    const letters = await this.events.deadLetters({ after });
    return letters.map(({ id, attempts, diedAt, event, reason }) => ({
      id,
      attempts,
      diedAt: new Date(diedAt),
      event: event.event,
      conversation: event.conversation,
      reason,
    }));
  }

  /** Puts one back, once what it failed for is mended: behind the messages that wait. */
  @Post('dead-letters/:id/requeue')
  @HttpCode(202)
  async requeue(@Param('id') id: string) {
    if (!(await this.events.requeue(id))) throw new NotFoundException('There is no such letter.');
  }

  @Delete('dead-letters/:id')
  async remove(@Param('id') id: string) {
    if (!(await this.events.remove(id))) throw new NotFoundException('There is no such letter.');
  }
}

@Module({})
export class ConnectionModule {
  static forRoot(options: SupportOptions): DynamicModule {
    const providers = [{ provide: SUPPORT_OPTIONS, useValue: options }, RedisConnection];
    return { module: ConnectionModule, global: true, providers, exports: providers };
  }
}

/** The options of the IM app, the same in all processes. */
const imOptions = {
  inject: [SUPPORT_OPTIONS, RedisConnection],
  useFactory: ({ im, leaseMs }: SupportOptions, { redis }: RedisConnection): ImModuleOptions => ({
    ...im,
    callbacks: {
      // A callback that comes again, at whichever HTTP process, is stored once.
      claims: new RedisClaimStore({ redis }),
      durable: {
        stream: new RedisEventStream({ redis, leaseMs }),
        // The HTTP processes leave it to the workers, which `forWorkerAsync` makes consume.
        consume: false,
        retry: { attempts: 3, baseDelayMs: 100, maxDelayMs: 1_000 },
      },
    },
  }),
};

@Module({})
export class SupportModule {
  /** A process that takes callbacks; there may be several. */
  static forHttp(options: SupportOptions): DynamicModule {
    return {
      module: SupportModule,
      imports: [ConnectionModule.forRoot(options), ImModule.forRootAsync(imOptions)],
      controllers: [SupportCallbacks, ActivityController, EventsController],
      providers: [
        TicketSystem,
        Activity,
        { provide: APP_PIPE, useValue: new ValidationPipe({ whitelist: true }) },
      ],
    };
  }

  /** A process that handles what has come; there may be as many as the stream has partitions. */
  static forWorker(options: SupportOptions): DynamicModule {
    return {
      module: SupportModule,
      imports: [ConnectionModule.forRoot(options), ImModule.forWorkerAsync(imOptions)],
      controllers: [SupportCallbacks],
      providers: [TicketSystem],
    };
  }
}
