import { TextListField } from '../../client/input/field.decorators.js';

/** Input of `chatrooms.messageTypeWhitelist.add`. */
export class AddToMessageTypeWhitelistDto {
  /** Message types such as `RC:TxtMsg`, 1 to 20 of at most 32 characters. The name is all in lower case. */
  @TextListField({ maxLength: 32, maxItems: 20 })
  objectnames!: readonly string[];
}

/** Input of `chatrooms.messageTypeWhitelist.remove`. */
export class RemoveFromMessageTypeWhitelistDto {
  /** Message types such as `RC:TxtMsg`, 1 to 20 of at most 32 characters. The name is all in lower case. */
  @TextListField({ maxLength: 32, maxItems: 20 })
  objectnames!: readonly string[];
}
