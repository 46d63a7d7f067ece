import { describe, expect, it, jest } from '@jest/globals';
import {
  type ArgumentsHost,
  type CallHandler,
  type CanActivate,
  Catch,
  Controller,
  type ExceptionFilter,
  type ExecutionContext,
  ForbiddenException,
  Inject,
  Injectable,
  type INestApplication,
  Module,
  Post,
  type NestInterceptor,
  Query,
  Scope,
  SetMetadata,
  type Type,
  UnauthorizedException,
  UseGuards,
  ValidationPipe,
  VersioningType,
} from '@nestjs/common';
import { HttpAdapterHost, Reflector } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { map, type Observable } from 'rxjs';
import { ImCallback, ImEvent, OnImEvent } from '../../../lib/callback/callback.decorators.js';
import type { RoutedMessage } from '../../../lib/callback/events/message-routing.event.js';
import type { PreMessage } from '../../../lib/callback/events/pre-messaging.event.js';
import { ImVerdict } from '../../../lib/callback/verdict.js';
import { ImConfigError } from '../../../lib/errors/config.error.js';
import { ImModule } from '../../../lib/im.module.js';
import {
  createAdapter,
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import {
  CallbackClient,
  PRE_MESSAGE,
  ROUTED_MESSAGE,
  signatureOf,
} from '../../support/callback-client.js';
import { CALLBACK_PATH, createCallbacks } from '../../support/callback-controller.js';
import { endAfterEach } from '../../support/resources.js';

type Surroundings = (app: INestApplication) => unknown;

class Wrapper implements NestInterceptor {
  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map((data: unknown) => ({ code: 0, data })));
  }
}

@Catch()
class AlwaysFine implements ExceptionFilter {
  constructor(private readonly host: HttpAdapterHost) {}

  catch(_: unknown, host: ArgumentsHost): void {
    this.host.httpAdapter.reply(host.switchToHttp().getResponse<unknown>(), { code: 500 }, 200);
  }
}

const Public = () => SetMetadata('isPublic', true);

class Login implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride('isPublic', [context.getHandler(), context.getClass()])) {
      return true;
    }
    throw new UnauthorizedException('log in first');
  }
}

const SURROUNDINGS: Record<string, { path?: string; surround: Surroundings }> = {
  'a global prefix': { path: 'api/im/callbacks', surround: (app) => app.setGlobalPrefix('api') },
  'URI versions': {
    path: 'v1/im/callbacks',
    surround: (app) => app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' }),
  },
  'a strict ValidationPipe': {
    surround: (app) =>
      app.useGlobalPipes(
        new ValidationPipe({
          whitelist: true,
          forbidNonWhitelisted: true,
          forbidUnknownValues: true,
          transform: true,
          validateCustomDecorators: true,
        }),
      ),
  },
  'an interceptor that wraps all responses': {
    surround: (app) => app.useGlobalInterceptors(new Wrapper()),
  },
  'a filter that answers 200 to everything': {
    surround: (app) => app.useGlobalFilters(new AlwaysFine(app.get(HttpAdapterHost))),
  },
  'a guard that wants a login': {
    surround: (app) => app.useGlobalGuards(new Login(app.get(Reflector))),
  },
};

const PREFIXED = Object.values(SURROUNDINGS).map(({ surround }) => surround);
SURROUNDINGS['all of it'] = {
  path: 'api/v1/im/callbacks',
  surround: (app) => PREFIXED.map((surround) => surround(app)),
};

describe.each(PLATFORMS)('callbacks in an application, on %s', (platform) => {
  const ending = endAfterEach();

  async function start(controller: Type, surround: Surroundings = () => undefined, path?: string) {
    const seen = new Observations();
    const { url } = ending(
      await startCallbackApp(platform, {
        imports: [ImModule.forRoot(observedOptions(seen))],
        controllers: [controller],
        configure: (app) => void surround(app),
      }),
      (it) => it.stop(),
    );
    return { seen, client: new CallbackClient(`${url}/${path ?? CALLBACK_PATH}`) };
  }

  it.each(Object.keys(SURROUNDINGS))('work under %s', async (name) => {
    const { path, surround } = SURROUNDINGS[name] ?? {};
    const routed = jest.fn((message: RoutedMessage) => {
      if (message.content === 'fail') throw new ForbiddenException();
    });
    const controller = createCallbacks({ routed, moderate: () => ImVerdict.block() });
    Public()(controller);
    const { client } = await start(controller, surround, path);

    const large = { ...ROUTED_MESSAGE, vendorField: 'x'.repeat(200_000) };
    expect(await client.form('message-routing', large)).toMatchObject({ status: 200, body: '' });
    expect(routed.mock.calls[0]?.[0]).toMatchObject({ vendorField: large.vendorField });
    const verdict = await client.form('pre-messaging', PRE_MESSAGE);
    expect(verdict).toMatchObject({ status: 200, body: '{"pass":0}' });
    const forged = signatureOf({ appSecret: 'other' });
    expect((await client.form('message-routing', ROUTED_MESSAGE, forged)).status).toBe(401);
    expect((await client.form('message-routing', {})).status).toBe(400);
    expect((await client.send('message-routing', '{', { 'Content-Type': 'a/b' })).status).toBe(415);
    const tooLarge = { ...ROUTED_MESSAGE, content: 'x'.repeat(600_000) };
    expect((await client.form('message-routing', tooLarge)).status).toBe(413);
    const failing = { ...ROUTED_MESSAGE, content: 'fail' };
    expect((await client.form('message-routing', failing)).status).toBe(500);
  });

  it('keep the status of a guard that refuses them, whatever the filters', async () => {
    const { client, seen } = await start(createCallbacks({}), (app) => {
      app.useGlobalGuards(new Login(app.get(Reflector)));
      app.useGlobalFilters(new AlwaysFine(app.get(HttpAdapterHost)));
    });
    const reply = await client.form('message-routing', ROUTED_MESSAGE);
    expect(reply.status).toBe(401);
    expect(reply.body).toContain('log in first');
    expect(seen.outcomes).toEqual(['rejected 401 UnauthorizedException']);
  });

  it('let the class and its methods have guards, scopes and parameters of their own', async () => {
    class Denied implements CanActivate {
      canActivate(): boolean {
        return false;
      }
    }
    let instances = 0;

    @Injectable({ scope: Scope.REQUEST })
    class Tenant {
      readonly number = ++instances;
    }

    @ImCallback('tenants/:tenant/im')
    class Callbacks {
      constructor(@Inject(Tenant) private readonly tenant: Tenant) {}

      @OnImEvent('pre-messaging')
      moderate(@ImEvent() message: PreMessage, @Query('nonce') nonce: string): ImVerdict {
        const extra = `${message.fromUserId} ${nonce} ${this.tenant.number} ${arguments.length}`;
        return ImVerdict.block({ extra });
      }

      @OnImEvent('message-routing')
      @UseGuards(Denied)
      routed(): void {
        throw new Error('is never run');
      }
    }

    @Module({ controllers: [Callbacks], providers: [Tenant] })
    class ChatModule {}

    const seen = new Observations();
    const { url } = ending(
      await startCallbackApp(platform, {
        imports: [ChatModule, ImModule.forRoot(observedOptions(seen))],
      }),
      (it) => it.stop(),
    );
    const client = new CallbackClient(`${url}/tenants/acme/im`);
    for (const number of [1, 2]) {
      const fields = { ...PRE_MESSAGE, messageId: String(number), more: 'x'.repeat(150_000) };
      const query = signatureOf({ nonce: String(number) });
      const { body } = await client.form('pre-messaging', fields, query);
      expect(JSON.parse(body)).toEqual({ pass: 0, extra: `alice ${number} ${number} 2` });
    }
    expect((await client.form('message-routing', ROUTED_MESSAGE)).status).toBe(403);
    expect(seen.outcomes.at(-1)).toBe('rejected 403 ForbiddenException');
  });

  it('work in an application made by a testing module', async () => {
    const module = await Test.createTestingModule({
      imports: [ImModule.forRoot(observedOptions(new Observations()))],
      controllers: [createCallbacks({})],
    }).compile();
    const app = module.createNestApplication(createAdapter(platform));
    ending(app, (it) => it.close());
    await app.listen(0, '127.0.0.1');
    const client = new CallbackClient(`${await app.getUrl()}/${CALLBACK_PATH}`);
    const large = { ...ROUTED_MESSAGE, content: 'x'.repeat(200_000) };
    expect((await client.form('message-routing', large)).status).toBe(200);
  });

  it('are refused at start when nothing would verify them', async () => {
    @Controller('im')
    class Unverified {
      @OnImEvent('message-routing')
      routed(): void {
        throw new Error('is never run');
      }
    }
    await expect(start(Unverified)).rejects.toThrow(ImConfigError);
  });

  it('are all that an @ImCallback class takes', async () => {
    @ImCallback('im')
    class Mixed {
      @Post('other')
      other(): string {
        return 'unverified';
      }
    }
    await expect(start(Mixed)).rejects.toThrow(
      new ImConfigError(
        'Mixed.other is a route without @OnImEvent in a class with @ImCallback, which takes ' +
          'callbacks only. Move the route to a controller of its own.',
      ),
    );
  });
});

describe.each(PLATFORMS)('addresses of callbacks, on %s', (platform) => {
  const ending = endAfterEach();

  it('that no handler has answer 404 without the signature, and are told of', async () => {
    const seen = new Observations();
    const { url } = ending(
      await startCallbackApp(platform, {
        imports: [ImModule.forRoot(observedOptions(seen))],
        controllers: [createCallbacks({})],
      }),
      (it) => it.stop(),
    );
    const client = new CallbackClient(`${url}/${CALLBACK_PATH}`);
    const reply = await client.form('friendship-sync', ROUTED_MESSAGE);
    expect(reply).toMatchObject({ status: 404, body: '{"statusCode":404,"message":"Not Found"}' });
    const strange = await client.form('a%20b', ROUTED_MESSAGE);
    expect(strange.body).toBe('{"statusCode":404,"message":"Not Found"}');
    expect(seen.outcomes).toEqual(['rejected 404 event-unknown', 'rejected 404 event-unknown']);
    expect(seen.logs).toEqual([
      'warn Callback friendship-sync refused with 404: event-unknown. No method with @OnImEvent receives it.',
      'warn Callback of an unreadable name refused with 404: event-unknown. No method with @OnImEvent receives it.',
    ]);
  });

  it('are logged once at start, with handlers and listeners', async () => {
    @Injectable()
    class Search {
      @OnImEvent('message-routing')
      index(): void {
        return;
      }

      @OnImEvent('friendship-sync')
      befriend(): void {
        return;
      }
    }
    @Module({
      imports: [ImModule.forRoot(observedOptions(new Observations()))],
      controllers: [createCallbacks({})],
      providers: [Search],
    })
    class AppModule {}
    const lines: string[] = [];
    const note = (message: unknown) => void lines.push(String(message));
    const testing = await Test.createTestingModule({ imports: [AppModule] })
      .setLogger({ log: note, warn: note, error: note })
      .compile();
    const app = ending(testing.createNestApplication(createAdapter(platform)), (it) => it.close());
    await app.init();
    expect(lines.filter((line) => line.includes('→') || line.includes('listens'))).toEqual([
      'POST im/callbacks/message-routing → Callbacks.routed',
      'POST im/callbacks/pre-messaging → Callbacks.moderate',
      'POST im/callbacks/user-online-status → Callbacks.presence',
      'message-routing, when it was answered → Search.index',
      "Search.befriend listens to 'friendship-sync', which no class with @ImCallback receives: it will not hear it.",
    ]);
  });
});
