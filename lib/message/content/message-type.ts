import { checkInput } from '../../client/input/check.js';
import type { ImInput } from '../../client/operation.js';
import { ImValidationError } from '../../errors/validation.error.js';
import { hasForm } from './received-form.js';

/** A message of a known type, to be spread into the input of a send. */
export interface ImMessage<ObjectName extends string, Content extends object> {
  readonly objectName: ObjectName;
  readonly content: ImInput<Content>;
}

/** A type of messages: its name, and what its content is like. */
export interface ImMessageType<ObjectName extends string, Content extends object> {
  readonly objectName: ObjectName;
  /** Class that declares the fields of the content. */
  readonly contentClass: new () => Content;
  /** Whether content that was received has the form of this type. */
  readonly isContent: (content: unknown) => content is ImInput<Content>;
}

/**
 * A type of messages that is called with a content to make a message of it.
 * @throws ImValidationError naming the fields when the content breaks the rules of its class.
 */
export interface ImMessageBuilder<
  ObjectName extends string,
  Content extends object,
  Input extends object = ImInput<Content>,
> extends ImMessageType<ObjectName, Content> {
  (content: Input): ImMessage<ObjectName, Content>;
}

const JSON_TEXT_FIELDS = ['extra', 'data'] as const;
type JsonTextField = (typeof JSON_TEXT_FIELDS)[number];

/** What the builder of a built-in type takes: free data may be an object, which travels as JSON text. */
export type ImContentInput<Content> = {
  [Field in keyof Content]: Field extends JsonTextField
    ? Content[Field] | Readonly<Record<string, unknown>>
    : Content[Field];
};

/** What events and results have that bring a message, or may bring one. */
interface ReceivedMessage {
  readonly objectName?: string | undefined;
  readonly content?: unknown;
}

/**
 * Whether a message that was received is of a type; its content is typed from then on.
 * @example
 * ```ts
 * if (isMessage(event, textMessage)) console.log(event.content.content);
 * ```
 */
export function isMessage<
  Received extends ReceivedMessage,
  ObjectName extends string,
  Content extends object,
>(
  received: Received,
  type: ImMessageType<ObjectName, Content>,
): received is Received & {
  readonly objectName: ObjectName;
  readonly content: ImInput<Content> & object;
} {
  return received.objectName === type.objectName && type.isContent(received.content);
}

/** A built-in type that only clients and the platform send. */
export function receivedType<const ObjectName extends string, Content extends object>(
  objectName: ObjectName,
  contentClass: new () => Content,
): ImMessageType<ObjectName, Content> {
  const isContent = (content: unknown): content is ImInput<Content> =>
    hasForm(contentClass, content);
  return { objectName, contentClass, isContent };
}

/** A built-in type. */
export function builtInType<const ObjectName extends string, Content extends object>(
  objectName: ObjectName,
  contentClass: new () => Content,
): ImMessageBuilder<ObjectName, Content, ImContentInput<Content>> {
  const type = receivedType(objectName, contentClass);
  const build = (given: ImContentInput<Content>): ImMessage<ObjectName, Content> => {
    const content = withJsonTexts(given);
    const problems = checkInput(contentClass, content);
    if (problems.length === 0 && type.isContent(content)) return { objectName, content };
    throw new ImValidationError(objectName, problems);
  };
  return Object.assign(build, type);
}

function withJsonTexts(given: object): object {
  const texts: Record<string, string> = {};
  for (const name of JSON_TEXT_FIELDS) {
    const value: unknown = Reflect.get(given, name);
    if (typeof value === 'object' && value !== null) texts[name] = JSON.stringify(value);
  }
  return { ...given, ...texts };
}
