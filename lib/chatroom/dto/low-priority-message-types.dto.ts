import { TextListField } from '../../client/input/field.decorators.js';

/** Input of `chatrooms.lowPriorityMessageTypes.add`. */
export class AddLowPriorityMessageTypesDto {
  /** Message types such as `RC:TxtMsg`: 1 to 5. */
  @TextListField({ maxItems: 5 })
  objectName!: readonly string[];
}

/** Input of `chatrooms.lowPriorityMessageTypes.remove`. */
export class RemoveLowPriorityMessageTypesDto {
  /** Message types such as `RC:TxtMsg`: 1 to 5. */
  @TextListField({ maxItems: 5 })
  objectName!: readonly string[];
}
