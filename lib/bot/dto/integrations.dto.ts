import {
  FlagField,
  IdField,
  MapField,
  ObjectField,
  TextField,
  TextListField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** How the service identifies itself to what a bot is connected to. */
export class BotIntegrationAuthDto {
  /** Key that the other side asks for. */
  @TextField({ optional: true })
  apiKey?: string | undefined;
}

/** The settings that creating and changing an integration have in common. */
class BotIntegrationSettings {
  /** True switches it on; the default is not documented. */
  @FlagField('boolean', { optional: true })
  enabled?: boolean | undefined;

  /** Its kind; `webhook`, `dify_chat` and `dify_completion` are known. A bot has one of a kind. */
  @TextField()
  type!: string;

  /** Message types to pass on. */
  @TextListField({ optional: true })
  objectNames?: readonly string[] | undefined;

  /** Events to pass on. */
  @TextListField({ optional: true })
  events?: readonly string[] | undefined;

  /** True (default) streams answers, for Dify and its like. */
  @FlagField('boolean', { optional: true })
  stream?: boolean | undefined;

  /** True (default) has the service post what the other side answers. */
  @FlagField('boolean', { optional: true })
  handleResponse?: boolean | undefined;

  /** How the service identifies itself to the other side. */
  @ObjectField(BotIntegrationAuthDto, { optional: true })
  auth?: ImInput<BotIntegrationAuthDto> | undefined;

  /** Definition of an agent, for integrations with one; its fields are not documented. */
  @MapField({ optional: true })
  agent?: Readonly<Record<string, unknown>> | undefined;

  /** True waits until the user has finished typing; not documented, one of the vendor's SDKs has it. */
  @FlagField('boolean', { optional: true })
  waitForInputCompletion?: boolean | undefined;

  /** Not documented; one of the vendor's SDKs has it. */
  @FlagField('boolean', { optional: true })
  gentleResponse?: boolean | undefined;
}

/** What a bot is connected to. */
export class BotIntegrationDto extends BotIntegrationSettings {
  /** Where messages and events go. */
  @TextField()
  callbackUrl!: string;
}

/** Input of `bots.integrations.create`. */
export class CreateBotIntegrationDto extends BotIntegrationDto {
  /** Id of the bot. */
  @IdField()
  userId!: string;
}

/** Input of `bots.integrations.update`; `type` says which one, what is absent stays. */
export class UpdateBotIntegrationDto extends BotIntegrationSettings {
  /** Id of the bot. */
  @IdField()
  userId!: string;

  /** Where messages and events go. */
  @TextField({ optional: true })
  callbackUrl?: string | undefined;
}

/** Input of `bots.integrations.delete`. */
export class DeleteBotIntegrationDto {
  /** Id of the bot. */
  @IdField()
  userId!: string;

  /** Kind of the integration. */
  @TextField()
  type!: string;
}
