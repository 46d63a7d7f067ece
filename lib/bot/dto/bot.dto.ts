import {
  FlagField,
  IdField,
  IdListField,
  IntegerField,
  MapField,
  ObjectListField,
  TextField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';
import { BotIntegrationDto } from './integrations.dto.js';

/** Input of `bots.create`. */
export class CreateBotDto {
  /** Id of the bot, which users write to. */
  @IdField()
  userId!: string;

  /** Display name, at most 128 characters. */
  @TextField({ maxLength: 128 })
  name!: string;

  /** Your own category, at most 128 characters; `rc_agentchat` for a bot that speaks for users. */
  @TextField({ maxLength: 128 })
  type!: string;

  /** Address of the avatar, at most 256 characters. */
  @TextField({ maxLength: 256 })
  profileUrl!: string;

  /** Values of your own: at most 16, each key 1 to 32 characters, each value 1 to 128. */
  @MapField({
    entries: { maxEntries: 16, keys: /./s, maxKeyLength: 32, maxValueLength: 128 },
    optional: true,
  })
  metadata?: Readonly<Record<string, string>> | undefined;

  /** What the bot is connected to: one or more, each of another type. */
  @ObjectListField(BotIntegrationDto)
  integrations!: readonly ImInput<BotIntegrationDto>[];
}

/** Input of `bots.update`. No page describes it: which fields may be left out is read from an SDK. */
export class UpdateBotDto {
  /** Id of the bot. */
  @IdField()
  userId!: string;

  /** New display name, at most 128 characters. */
  @TextField({ maxLength: 128, optional: true })
  name?: string | undefined;

  /** New category, at most 128 characters. */
  @TextField({ maxLength: 128, optional: true })
  type?: string | undefined;

  /** New address of the avatar, at most 256 characters. */
  @TextField({ maxLength: 256, optional: true })
  profileUrl?: string | undefined;

  /** New values of your own: at most 16, each key 1 to 32 characters, each value 1 to 128. */
  @MapField({
    entries: { maxEntries: 16, keys: /./s, maxKeyLength: 32, maxValueLength: 128 },
    optional: true,
  })
  metadata?: Readonly<Record<string, string>> | undefined;

  /** What the bot is connected to from now on; to change one integration use `integrations.update`. */
  @ObjectListField(BotIntegrationDto, { optional: true })
  integrations?: readonly ImInput<BotIntegrationDto>[] | undefined;
}

/** Input of `bots.delete`. */
export class DeleteBotDto {
  /** Id of the bot. */
  @IdField()
  userId!: string;
}

/** Input of `bots.get`. */
export class GetBotsDto {
  /** Ids of bots: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userIds!: readonly string[];
}

/** Input of `bots.query`. */
export class QueryBotsDto {
  /** Page number, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Bots on a page; default 10. No maximum is documented. */
  @IntegerField({ min: 1, optional: true })
  pageSize?: number | undefined;

  /** True tells what each bot is connected to; default false. */
  @FlagField('boolean', { optional: true })
  includeIntegration?: boolean | undefined;
}

/** Input of `bots.translate`. */
export class TranslateTextDto {
  /** Text to translate, at most 1000 characters. */
  @TextField({ maxLength: 1000 })
  text!: string;

  /** Code of its language; default `auto`, which finds out, but does not find Cantonese. */
  @TextField({ optional: true })
  sourceLanguage?: string | undefined;

  /** Code of the language to translate to; default `zh`. */
  @TextField({ optional: true })
  targetLanguage?: string | undefined;
}
