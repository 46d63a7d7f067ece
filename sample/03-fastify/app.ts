import {
  Body,
  type CallHandler,
  type CanActivate,
  ConsoleLogger,
  Controller,
  type DynamicModule,
  type ExecutionContext,
  HttpCode,
  Injectable,
  type LoggerService,
  Module,
  type NestInterceptor,
  NotFoundException,
  Param,
  Post,
  UnauthorizedException,
  ValidationPipe,
  VersioningType,
} from '@nestjs/common';
import {
  APP_FILTER,
  APP_GUARD,
  APP_INTERCEPTOR,
  APP_PIPE,
  NestFactory,
  Reflector,
} from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Length } from 'class-validator';
import {
  ImAppName,
  ImCallback,
  ImErrorFilter,
  ImEvent,
  ImMessageService,
  ImModule,
  type ImModuleOptions,
  ImRedactingLogger,
  ImUserService,
  ImVerdict,
  InjectIm,
  isMessage,
  OnImEvent,
  type PreMessage,
  redactSignatures,
  textMessage,
  type UserOnlineStatus,
} from 'nestjs-rongcloud-im';
import { map, type Observable } from 'rxjs';
import { Caller } from '../shared/caller.decorator.js';

/** Each market has an app of its own at RongCloud, in a data centre near by. */
export type MarketName = 'eu' | 'asia';

export interface MarketOptions {
  readonly appKey: string;
  /** Reads the secret where you keep it, before each call and for each callback. */
  readonly appSecret: () => Promise<string>;
  /** Secrets that callbacks may still be signed with: name the old one here before you change it. */
  readonly previousSecrets: readonly string[];
  readonly endpoints: readonly string[];
}

export interface DeploymentOptions {
  readonly markets: Readonly<Record<MarketName, MarketOptions>>;
  /** Addresses of your reverse proxies: what they say of a caller's address counts. */
  readonly proxies: readonly string[];
  /** Addresses that callbacks come from; ask the vendor for them. */
  readonly platformIps: readonly string[];
  /** Where Fastify's access log goes. */
  readonly accessLog: { write(line: string): void };
  /** Where Nest's log goes. Default: the terminal. */
  readonly logger?: LoggerService;
}

export class LoginBody {
  @Length(1, 64) userId!: string;
  @Length(1, 64) name!: string;
}

export class TextBody {
  @Length(1, 64) to!: string;
  @Length(1, 1024) text!: string;
}

/** Routes that need no login. */
export const Public = Reflector.createDecorator<undefined, boolean>({ transform: () => true });

interface HeadersOfRequest {
  readonly headers: Readonly<Record<string, unknown>>;
}

/** It guards all routes. RongCloud cannot log in, so the callbacks are public: their signature is checked. */
@Injectable()
export class LoginGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const route = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride(Public, route)) return true;
    if (context.switchToHttp().getRequest<HeadersOfRequest>().headers['x-user-id']) return true;
    throw new UnauthorizedException('Log in first.');
  }
}

/** Wraps all answers, as many an API does. Those to RongCloud are not wrapped. */
@Injectable()
export class Envelope implements NestInterceptor {
  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map((data: unknown) => ({ data })));
  }
}

export interface Market {
  readonly name: MarketName;
  readonly users: ImUserService;
  readonly messages: ImMessageService;
}

/** The services of both apps. */
@Injectable()
export class Markets {
  private readonly markets: ReadonlyMap<string, Market>;

  constructor(
    @InjectIm(ImUserService, 'eu') euUsers: ImUserService,
    @InjectIm(ImMessageService, 'eu') euMessages: ImMessageService,
    @InjectIm(ImUserService, 'asia') asiaUsers: ImUserService,
    @InjectIm(ImMessageService, 'asia') asiaMessages: ImMessageService,
  ) {
    this.markets = new Map<string, Market>([
      ['eu', { name: 'eu', users: euUsers, messages: euMessages }],
      ['asia', { name: 'asia', users: asiaUsers, messages: asiaMessages }],
    ]);
  }

  get(name: string): Market {
    const market = this.markets.get(name);
    if (market === undefined) throw new NotFoundException('There is no such market.');
    return market;
  }
}

@Controller('markets/:market')
export class MarketsController {
  constructor(private readonly markets: Markets) {}

  /** Gives a client the token that it connects with. Check the user's password here. */
  @Public()
  @Post('login')
  @HttpCode(200)
  async login(@Param('market') market: string, @Body() { userId, name }: LoginBody) {
    const { token } = await this.markets.get(market).users.register({ userId, name });
    return { token };
  }

  @Post('messages')
  async send(
    @Caller() fromUserId: string,
    @Param('market') market: string,
    @Body() { to, text }: TextBody,
  ) {
    const message = textMessage({ content: text });
    await this.markets.get(market).messages.sendPrivate({ fromUserId, toUserId: [to], ...message });
  }
}

/** One address for both apps: `POST /api/v1/im/callbacks/<event>`. The App Key tells whose callback it is. */
@Public()
@ImCallback('im/callbacks')
export class MarketCallbacks {
  constructor(private readonly markets: Markets) {}

  /** Greets in the name of the market's shop. */
  @OnImEvent('user-online-status')
  async presence(@ImEvent() changes: UserOnlineStatus[], @ImAppName() app: string): Promise<void> {
    const { messages, name } = this.markets.get(app);
    const toUserId = changes.filter(({ status }) => status === '0').map(({ userId }) => userId);
    if (toUserId.length === 0) return;
    const welcome = textMessage({ content: `Welcome to ${name}!` });
    await messages.sendPrivate({ fromUserId: 'shop', toUserId, ...welcome });
  }

  @OnImEvent('pre-messaging')
  moderate(@ImEvent() message: PreMessage): ImVerdict {
    const isSpam = isMessage(message, textMessage) && message.content.content.includes('http:');
    return isSpam ? ImVerdict.block({ extra: 'No links, please.' }) : ImVerdict.deliver();
  }
}

function imOptions(
  { platformIps, markets }: DeploymentOptions,
  market: MarketName,
): ImModuleOptions {
  const { previousSecrets, ...options } = markets[market];
  return { ...options, callbacks: { previousSecrets, allowedIps: platformIps } };
}

@Module({})
export class AppModule {
  static forRoot(options: DeploymentOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ImModule.forRoot({ name: 'eu', ...imOptions(options, 'eu') }),
        ImModule.forRoot({ name: 'asia', ...imOptions(options, 'asia') }),
      ],
      controllers: [MarketsController, MarketCallbacks],
      providers: [
        Markets,
        { provide: APP_GUARD, useClass: LoginGuard },
        { provide: APP_INTERCEPTOR, useClass: Envelope },
        { provide: APP_FILTER, useClass: ImErrorFilter },
        {
          provide: APP_PIPE,
          useValue: new ValidationPipe({
            forbidNonWhitelisted: true,
            forbidUnknownValues: true,
            transform: true,
            whitelist: true,
          }),
        },
      ],
    };
  }
}

interface LoggedRequest {
  readonly ip: string;
  readonly method: string;
  readonly url: string;
}

/** What a `main.ts` does before `listen`: nothing of it is there for the callbacks, and nothing harms them. */
export async function createApp(options: DeploymentOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    // Never `true`: anybody could then say where he comes from.
    trustProxy: [...options.proxies],
    logger: {
      stream: options.accessLog,
      serializers: {
        req: ({ ip, method, url }: LoggedRequest) => ({ ip, method, url: redactSignatures(url) }),
      },
    },
  });
  const logger = new ImRedactingLogger(options.logger ?? new ConsoleLogger());
  const module = AppModule.forRoot(options);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and exports only their type.
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    abortOnError: false,
    logger,
  });
  app.setGlobalPrefix('api');
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.enableShutdownHooks();
  return app;
}
