import { ImValidationError } from '../errors/validation.error.js';
import type { ImCallOptions } from '../im.options.js';
import type { ImSettings } from '../im.settings.js';
import type { PreparedCall } from './prepared-call.js';
import { MsgRandoms } from './deduplication.js';
import { Executor } from './executor.js';
import { checkInput } from './input/check.js';
import { encodeRequest } from './request.js';
import {
  COMMON_RATE_LIMIT,
  type ImInput,
  type ImOperation,
  type ImPagedOperation,
} from './operation.js';
import { readPages, type ImPages, type ImPagesOptions } from './pages.js';
import { cutIntoParts, type ImPart, type ImPartsInput } from './parts.js';
import { convertResult } from './result-conversions.js';
import { prepareRaw, type ImRawRequest } from './raw-request.js';

/**
 * Calls the Server API for one app. The services stand on it; use it directly for target lists over
 * the limit of one call (`inParts`) and for endpoints newer than this package (`request`).
 */
export class ImClient {
  readonly #executor: Executor;
  readonly #validate: boolean;
  readonly #msgRandoms: MsgRandoms | undefined;

  /**
   * @internal Comes with an `ImApp`.
   * @param now The clock, in milliseconds.
   */
  constructor(app: string, settings: ImSettings, now?: () => number) {
    this.#executor = new Executor(app, settings, now);
    this.#validate = settings.validate;
    this.#msgRandoms = settings.dedupeSends ? new MsgRandoms() : undefined;
  }

  /**
   * Makes one call of an operation.
   * @throws ImValidationError before anything is sent; any other `ImError` after that.
   */
  async execute<Input extends object, Result>(
    operation: ImOperation<Input, Result>,
    input: ImInput<Input>,
    options?: ImCallOptions,
  ): Promise<Result> {
    const reply = await this.#executor.execute(this.#prepare(operation, input), options);
    if (operation.convert) convertResult(reply, operation.convert);
    // The only place where the documented type of a reply is taken on trust.
    return reply as Result;
  }

  /** Reads all pages of an operation, one after the other, as they are asked for. */
  pages<Input extends object, Result, Item>(
    operation: ImPagedOperation<Input, Result, Item>,
    input: ImInput<Input>,
    options: ImPagesOptions<Input> = {},
  ): ImPages<Input, Item> {
    return readPages(operation, input, options, (page) => this.execute(operation, page, options));
  }

  /**
   * Makes a call whose target list is longer than one call carries: in parts, one after the other.
   * The list may be any iterable, read only as far as needed.
   *
   * A part that fails is yielded with its error and the next one follows; end the loop to stop.
   * @throws ImConfigError when the operation has no target list.
   * @throws ImAbortedError when `options.signal` aborts.
   */
  inParts<Input extends object, Result>(
    operation: ImOperation<Input, Result>,
    input: ImPartsInput<Input>,
    options?: ImCallOptions,
  ): AsyncIterable<ImPart<Input, Result>> {
    return cutIntoParts(operation, input, (part) => this.execute(operation, part, options));
  }

  /**
   * Calls an endpoint that this package does not know: signed, limited, retried and error-mapped as
   * any other. The input is sent as it is.
   *
   * @example
   * ```ts
   * await client.request({ path: '/user/new.json', encoding: 'form', body: { userId: 'u1' } });
   * ```
   */
  async request(raw: ImRawRequest, options?: ImCallOptions): Promise<Record<string, unknown>> {
    return { ...(await this.#executor.execute(prepareRaw(raw), options)) };
  }

  /** @internal Use `ImApp.close()`. */
  close(): Promise<void> {
    return this.#executor.close();
  }

  #prepare<Input extends object, Result>(
    operation: ImOperation<Input, Result>,
    input: ImInput<Input>,
  ): PreparedCall {
    if (this.#validate) {
      const problems = checkInput(operation.input, input);
      if (problems.length > 0) throw new ImValidationError(operation.name, problems);
    }
    const rateLimit = operation.rateLimit ?? COMMON_RATE_LIMIT;
    const numbered = this.#msgRandoms?.numbered(operation, input);
    // Not spread: that alone costs as much as the encoding.
    const { method, path, encoding, body } = encodeRequest(operation, numbered ?? input);
    return {
      operation: operation.name,
      method,
      path,
      encoding,
      body,
      successCode: operation.successCode,
      idempotent: isIdempotent(operation, input),
      deduplicated: numbered !== undefined,
      rateLimit,
      bucket: rateLimit.bucket ?? operation.path,
      consoleSwitch: operation.consoleSwitch,
      cost: costOf(operation, input),
    };
  }
}

function isIdempotent<Input extends object, Result>(
  { idempotent, idempotentUnless }: ImOperation<Input, Result>,
  input: ImInput<Input>,
): boolean {
  if (!idempotent) return false;
  return idempotentUnless === undefined || input[idempotentUnless] !== true;
}

function costOf<Input extends object, Result>(
  { rateLimit, targets }: ImOperation<Input, Result>,
  input: ImInput<Input>,
): number {
  if (rateLimit?.unit !== 'targets' || !targets) return 1;
  const given: unknown = input[targets.field];
  if (Array.isArray(given)) return given.length;
  return typeof given === 'object' && given !== null ? Object.keys(given).length : 1;
}
