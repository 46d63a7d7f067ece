import { ImAbortedError } from '../errors/aborted.error.js';
import { ImConfigError } from '../errors/config.error.js';
import { ImError } from '../errors/im.error.js';
import type { ImOperation } from './operation.js';

/** An input whose lists may be any iterable, longer than one call carries. */
export type ImPartsInput<Input> = {
  readonly [Field in keyof Input]: Input[Field] extends readonly (infer Target)[]
    ? Iterable<Target> | AsyncIterable<Target>
    : Input[Field];
};

/** One part of a long target list, and how its call ended. */
export type ImPart<Input, Result> =
  | { readonly index: number; readonly input: Input; readonly result: Result }
  | { readonly index: number; readonly input: Input; readonly error: ImError };

/** Cuts the target list of an input into calls and makes them with `call`, one after the other. */
export async function* cutIntoParts<Input extends object, Result>(
  { name, targets }: ImOperation<Input, Result>,
  input: ImPartsInput<Input>,
  call: (part: Input) => Promise<Result>,
): AsyncGenerator<ImPart<Input, Result>, void, undefined> {
  if (!targets) throw new ImConfigError(`${name} has no target list to cut into parts.`);
  const list: unknown = Reflect.get(input, targets.field);
  let index = 0;
  for await (const part of chunks(list, targets.max)) {
    const partInput = { ...input, [targets.field]: part } as unknown as Input;
    yield await makeCall(index, partInput, call);
    index += 1;
  }
}

async function makeCall<Input, Result>(
  index: number,
  input: Input,
  call: (part: Input) => Promise<Result>,
): Promise<ImPart<Input, Result>> {
  try {
    return { index, input, result: await call(input) };
  } catch (error) {
    if (error instanceof ImError && !(error instanceof ImAbortedError)) {
      return { index, input, error };
    }
    throw error;
  }
}

async function* chunks(list: unknown, size: number): AsyncGenerator<unknown[], void, undefined> {
  if (!isIterable(list)) throw new ImConfigError('The target list is not iterable.');
  let chunk: unknown[] = [];
  for await (const item of list) {
    chunk.push(item);
    if (chunk.length === size) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

function isIterable(list: unknown): list is Iterable<unknown> | AsyncIterable<unknown> {
  return (
    typeof list === 'object' &&
    list !== null &&
    (Symbol.iterator in list || Symbol.asyncIterator in list)
  );
}
