import type { ValidationError } from 'class-validator';
import { getMetadataStorage, Validator } from '../../client/input/class-validator.js';
import type { ImInput } from '../../client/operation.js';
import { ImConfigError } from '../../errors/config.error.js';
import { ImValidationError, type ImFieldProblem } from '../../errors/validation.error.js';
import type { ImMessage, ImMessageBuilder } from './message-type.js';

const MAX_OBJECT_NAME_LENGTH = 32;
const OBJECT_NAME = /^[\x21-\x7e]+$/;
const validator = new Validator();

/**
 * Defines a message type of your own by a class with class-validator's rules: a builder for sends,
 * and a type to recognise received messages by.
 *
 * The content travels as JSON of the same form, so fields are texts, numbers, booleans, lists and
 * plain objects.
 * @param objectName Name of the type: printable ASCII, at most 32 characters, not starting with `RC:`.
 * @throws ImConfigError when the name is not allowed or the class has no rules.
 * @example
 * ```ts
 * class OrderContent {
 *   @IsString() orderId!: string;
 *   @IsInt() total!: number;
 * }
 * const orderMessage = defineMessage('app:order', OrderContent);
 *
 * await messages.sendPrivate({ fromUserId, toUserId, ...orderMessage({ orderId: 'o-1', total: 990 }) });
 * if (isMessage(event, orderMessage)) console.log(event.content.total);
 * ```
 */
export function defineMessage<const ObjectName extends string, Content extends object>(
  objectName: ObjectName,
  contentClass: new () => Content,
): ImMessageBuilder<ObjectName, Content> {
  refuseName(objectName);
  refuseWithoutRules(objectName, contentClass);
  const build = (given: ImInput<Content>): ImMessage<ObjectName, Content> => {
    const content = Object.assign(new contentClass(), given);
    const problems = validator.validateSync(content, {
      whitelist: true,
      forbidNonWhitelisted: true,
    });
    if (problems.length === 0) return { objectName, content };
    throw new ImValidationError(objectName, problems.flatMap(fieldProblems));
  };
  const isContent = (content: unknown): content is ImInput<Content> =>
    isPlainObject(content) &&
    validator.validateSync(Object.assign(new contentClass(), content)).length === 0;
  return Object.assign(build, { objectName, contentClass, isContent });
}

function refuseName(objectName: string): void {
  if (objectName.startsWith('RC:')) {
    throw new ImConfigError(`The message type ${objectName} must not start with RC:`);
  }
  if (objectName.length > MAX_OBJECT_NAME_LENGTH || !OBJECT_NAME.test(objectName)) {
    throw new ImConfigError(
      `A message type must be named with 1 to ${MAX_OBJECT_NAME_LENGTH} printable ASCII characters`,
    );
  }
}

function refuseWithoutRules(objectName: string, contentClass: new () => object): void {
  const rules = getMetadataStorage().getTargetValidationMetadatas(contentClass, '', true, false);
  if (rules.length > 0) return;
  throw new ImConfigError(
    `The content class of ${objectName} has no rules: decorate its fields with class-validator`,
  );
}

/** What JSON has of an object; `__proto__` as a field would become the prototype of a copy. */
function isPlainObject(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !Object.hasOwn(value, '__proto__')
  );
}

function fieldProblems({ property, constraints, children }: ValidationError): ImFieldProblem[] {
  const own = Object.values(constraints ?? {}).map((problem) => ({ field: property, problem }));
  const nested = (children ?? [])
    .flatMap(fieldProblems)
    .map(({ field, problem }) => ({ field: `${property}.${field}`, problem }));
  return [...own, ...nested];
}
