import {
  Body,
  Controller,
  Delete,
  type DynamicModule,
  Get,
  Inject,
  Injectable,
  Module,
  NotFoundException,
  Param,
  Post,
  ValidationPipe,
} from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { IsInt, IsOptional, Length, Min } from 'class-validator';
import {
  defineMessage,
  imageMessage,
  ImAbortSignal,
  ImCallback,
  ImCallbackCounters,
  ImErrorFilter,
  ImEvent,
  ImModerationService,
  ImModule,
  type ImModuleOptions,
  ImVerdict,
  isMessage,
  type ModerationResult,
  OnImEvent,
  type PreMessage,
  type RoutedMessage,
  textMessage,
} from 'nestjs-rongcloud-im';

/** What users offer each other, in a message of this app's own type. */
export class OfferContent {
  @Length(1, 128) title!: string;
  @IsInt() @Min(0) price!: number;
}
export const offerMessage = defineMessage('app:offer', OfferContent);

export class WordBody {
  @Length(1, 32) word!: string;
  /** Without it, messages with the word are blocked. */
  @IsOptional() @Length(1, 32) replaceWord?: string;
}

const INSULT = /\b(?:idiot|moron)\b/i;
const PHONE_NUMBER = /\+?\d(?:[ /-]?\d){6,}/g;
const HIGHEST_PRICE = 10_000;
const PICTURE_CHECK_URL = Symbol('address of the picture check');

/** The sender's client is told why, and finds the words for it. */
function blockFor(reason: 'insult' | 'picture' | 'unchecked' | 'price' | 'malformed'): ImVerdict {
  return ImVerdict.block({ extra: JSON.stringify({ reason }) });
}

/** Asks another service about pictures, which may take its time. */
@Injectable()
export class PictureCheck {
  constructor(@Inject(PICTURE_CHECK_URL) private readonly url: string) {}

  async isAllowed(imageUri: string, signal: AbortSignal): Promise<boolean> {
    const url = new URL(this.url);
    url.searchParams.set('imageUri', imageUri);
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`The picture check answered ${response.status}.`);
    const { isAllowed } = (await response.json()) as { isAllowed?: unknown };
    return isAllowed === true;
  }
}

/** This app's own rules. */
@Injectable()
export class ModerationRules {
  constructor(private readonly pictures: PictureCheck) {}

  async judge(message: PreMessage, signal: AbortSignal): Promise<ImVerdict> {
    if (isMessage(message, textMessage)) return this.judgeText(message.content);
    if (isMessage(message, offerMessage)) return this.judgeOffer(message.content);
    // It goes by the name of an offer, and a client would trip over it.
    if (message.objectName === offerMessage.objectName) return blockFor('malformed');
    if (!isMessage(message, imageMessage)) return ImVerdict.deliver();
    const isAllowed = await this.pictures.isAllowed(message.content.imageUri, signal);
    return isAllowed ? ImVerdict.deliver() : blockFor('picture');
  }

  private judgeText(content: { readonly content: string }): ImVerdict {
    if (INSULT.test(content.content)) return blockFor('insult');
    const text = content.content.replace(PHONE_NUMBER, '***');
    if (text === content.content) return ImVerdict.deliver();
    // The whole content is replaced: what is not meant to change is handed on.
    return ImVerdict.replace({ content: { ...content, content: text } });
  }

  private judgeOffer({ price }: OfferContent): ImVerdict {
    return price > HIGHEST_PRICE ? blockFor('price') : ImVerdict.deliver();
  }
}

/** What came of a message. */
export interface ModeratedMessage {
  readonly fromUserId: string;
  /** What the rules have said; absent when they were late or failed, and `onError` has decided. */
  readonly verdict?: string;
  readonly isDelivered: boolean;
  /** What the sensitive words of the platform have done. */
  readonly words?: 'none' | 'blocked' | 'replaced';
  /** What the platform's own moderation has said. */
  readonly platform?: 'passed' | 'rejected';
}

/** Keeps what came of messages; it stands in for your database. */
@Injectable()
export class ModerationRecords {
  private readonly messages = new Map<string, ModeratedMessage>();

  get(msgUID: string): ModeratedMessage | undefined {
    return this.messages.get(msgUID);
  }

  note(msgUID: string, fromUserId: string, news: Partial<ModeratedMessage> = {}): void {
    const known = this.messages.get(msgUID) ?? { fromUserId, isDelivered: false };
    this.messages.set(msgUID, { ...known, ...news });
  }
}

@ImCallback('im/callbacks')
export class ModerationCallbacks {
  constructor(
    private readonly rules: ModerationRules,
    private readonly records: ModerationRecords,
  ) {}

  /**
   * The platform waits 3 s and then delivers the message. After two, `onError` decides instead: a picture that
   * nobody has looked at does not go out. The signal has the check give up.
   */
  @OnImEvent('pre-messaging', {
    answerWithinMs: 2_000,
    onError: (message) =>
      isMessage(message, imageMessage) ? blockFor('unchecked') : ImVerdict.deliver(),
  })
  async moderate(
    @ImEvent() message: PreMessage,
    @ImAbortSignal() signal: AbortSignal,
  ): Promise<ImVerdict> {
    const { msgUID, fromUserId } = message;
    this.records.note(msgUID, fromUserId);
    const verdict = await this.rules.judge(message, signal);
    this.records.note(msgUID, fromUserId, { verdict: verdict.kind });
    return verdict;
  }

  /** The message has gone out; blocked ones come here too if the console says so. */
  @OnImEvent('message-routing')
  routed(@ImEvent() { msgUID, fromUserId, sensitiveType = 0 }: RoutedMessage): void {
    const words = (['none', 'blocked', 'replaced'] as const)[sensitiveType] ?? 'none';
    this.records.note(msgUID, fromUserId, { isDelivered: words !== 'blocked', words });
  }

  /** What the platform's own moderation has decided, where you have bought it. */
  @OnImEvent('moderation-result')
  decided(@ImEvent() { msgUID, fromUserId, result }: ModerationResult): void {
    const platform = result === 10000 ? 'passed' : 'rejected';
    this.records.note(msgUID, fromUserId, { platform });
  }
}

/** For the app's moderators: put your guard before it. */
@Controller('moderation')
export class ModerationController {
  constructor(
    private readonly moderation: ImModerationService,
    private readonly records: ModerationRecords,
    private readonly counters: ImCallbackCounters,
  ) {}

  /** Numbers for your metrics: forged callbacks, late verdicts, failures. */
  @Get('counters')
  count() {
    return this.counters.list();
  }

  @Get('messages/:msgUID')
  view(@Param('msgUID') msgUID: string) {
    const message = this.records.get(msgUID);
    if (message === undefined) throw new NotFoundException('There is no such message.');
    return message;
  }

  /** Words that the platform looks for itself, also where your server is never asked. */
  @Get('words')
  async words() {
    const { words } = await this.moderation.sensitiveWords.query({ type: 2 });
    return words.map(({ word, replaceWord }) => ({ word, replaceWord }));
  }

  /** It takes the platform about a quarter of an hour to heed a change. */
  @Post('words')
  async addWord(@Body() { word, replaceWord }: WordBody) {
    await this.moderation.sensitiveWords.add({ word, replaceWord });
  }

  @Delete('words/:word')
  async removeWord(@Param('word') word: string) {
    await this.moderation.sensitiveWords.remove({ word });
  }
}

export interface ModerationModuleOptions {
  readonly im: ImModuleOptions;
  readonly pictureCheckUrl: string;
}

@Module({})
export class ModerationModule {
  static forRoot({ im, pictureCheckUrl }: ModerationModuleOptions): DynamicModule {
    const counters = new ImCallbackCounters();
    return {
      module: ModerationModule,
      imports: [ImModule.forRoot({ ...im, hooks: counters.hooks })],
      controllers: [ModerationCallbacks, ModerationController],
      providers: [
        ModerationRules,
        ModerationRecords,
        PictureCheck,
        { provide: PICTURE_CHECK_URL, useValue: pictureCheckUrl },
        { provide: ImCallbackCounters, useValue: counters },
        { provide: APP_PIPE, useValue: new ValidationPipe({ whitelist: true }) },
        { provide: APP_FILTER, useClass: ImErrorFilter },
      ],
    };
  }
}
