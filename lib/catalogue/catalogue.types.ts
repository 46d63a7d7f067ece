/** The areas of the Server API: one catalogue file and one service each. */
export type CatalogueArea =
  | 'user'
  | 'profile'
  | 'friend'
  | 'message'
  | 'push'
  | 'moderation'
  | 'conversation'
  | 'group'
  | 'hosted-group'
  | 'chatroom'
  | 'ultragroup'
  | 'bot';

/** One endpoint of the Server API as the vendor documents it. */
export interface CatalogueOperation {
  readonly path: string;
  readonly http: 'POST' | 'GET' | 'PUT' | 'DELETE';
  readonly contentType: 'form' | 'json';
  readonly area: CatalogueArea;
  /** Topic inside the area, in the vendor's words. */
  readonly topic: string;
  /** Our name for it: service, topic if it has one, verb. */
  readonly method: string;
  readonly summary: string;
  readonly rateLimit?: CatalogueRateLimit;
  readonly parameters: readonly CatalogueParameter[];
  readonly response: readonly CatalogueField[];
  readonly responseExample: unknown;
  readonly errorCodes: readonly number[];
  readonly paging?: CataloguePaging;
  /** How many targets one call may carry, and in which parameter. */
  readonly batchLimit?: { readonly parameter: string; readonly max: number };
  /** Whether a repetition after an unknown outcome is safe; absent in the source means no. */
  readonly idempotent: boolean;
  readonly status: 'current' | 'legacy' | 'sdk-only' | 'deprecated';
  readonly replacedBy?: string;
  /** Present when the vendor documents several calls at this address: then these are the calls. */
  readonly variants?: readonly CatalogueVariant[];
  readonly docs?: string;
  /** Where the facts were read: documentation sites and SDKs. */
  readonly seenIn: readonly string[];
  readonly notes?: string;
}

/** One of several calls at the same address, told apart by the parameters that are sent. */
export interface CatalogueVariant {
  readonly method: string;
  readonly topic: string;
  readonly summary: string;
  /** Parameters that this call needs although the address does not. */
  readonly requires?: readonly string[];
  /** Parameters that this call never sends. */
  readonly omits?: readonly string[];
  readonly docs?: string;
}

/** A documented quota; `unit` says what one call counts for. */
export interface CatalogueRateLimit {
  readonly limit: number;
  readonly perSeconds: number;
  readonly unit: 'requests' | 'messages' | 'users' | 'entries';
  /** Where several operations share a quota: the path of the first. Absent: the own path. */
  readonly bucket?: string;
}

/** How several values of one parameter travel. */
export type CatalogueList =
  /** The form key is sent once per value; in a JSON body an array. */
  | 'repeat'
  /** One value, joined with commas. */
  | 'comma'
  /** A map, one form key per entry: `group[g1]=Book club`. `type` is that of the values. */
  | 'indexed'
  /** One value: the JSON text of an array; `kind` is `json` too. */
  | 'json';

/**
 * One input of an operation. Dots in a name lead into an object, `[]` into each element of a list:
 * `audience.tag`, `words[].word`. A nested input is required when the object around it is sent; an
 * object that only shows in longer names (`auth.apiKey`) is required when one of its fields is.
 */
export interface CatalogueParameter {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'object';
  readonly required: boolean;
  /** Where it travels; absent means in the body. */
  readonly in?: 'path' | 'query';
  /** Present when the parameter holds several values of `type`. */
  readonly list?: CatalogueList;
  /**
   * The other way in which a vendor SDK sends the list in a form, by the notes of the operation.
   * `comma` beside `repeat` also says that a comma in the only value separates.
   */
  readonly alsoList?: 'comma' | 'repeat';
  /**
   * What the value stands for where the wire form hides it: `flag` is a yes or no (`1`/`0` when the
   * type is integer, `true`/`false` when it is boolean), `instant` is a point in time in Unix
   * milliseconds, `json` is a value serialised to JSON text. `type` is that of the value before it
   * is serialised; for `json` of type `string`, text of any other form may stand there instead (the
   * content of an app's own message type).
   */
  readonly kind?: 'flag' | 'instant' | 'json';
  /** Longest text in code points (of each value, when a list). */
  readonly maxLength?: number;
  /** Longest text in bytes of UTF-8 (of each value, when a list; of its JSON text, when an object). */
  readonly maxBytes?: number;
  /** Fewest values of a list, or pairs of an object. */
  readonly minItems?: number;
  /** Most values of a list, or pairs of an object. */
  readonly maxItems?: number;
  readonly enum?: readonly (string | number)[];
  /** What the service assumes when nothing is sent, in its own form: `1`, not `true`, for an integer flag. */
  readonly default?: string | number | boolean;
  readonly min?: number;
  readonly max?: number;
  /** The source's words on encoding where they say more than the fields above. */
  readonly encodingNote?: string;
  readonly description: string;
}

/** One field of a reply; `users[].userId` names a field of each element of a list. */
export interface CatalogueField {
  readonly name: string;
  readonly type: 'string' | 'number' | 'boolean' | 'object' | 'string[]' | 'object[]';
  readonly description: string;
}

/** How a list is read page by page. */
export interface CataloguePaging {
  readonly style: 'page' | 'pageToken' | 'cursor' | 'time';
  /** Parameters that choose the page. */
  readonly request: readonly string[];
  /** Reply fields that say how to go on; where there is no such field, the list itself, or none. */
  readonly response: readonly string[];
  readonly endWhen: string;
}

/** One event that the service posts to an app server. */
export interface CatalogueCallback {
  readonly event: string;
  readonly title: string;
  readonly http: 'POST';
  readonly contentType: 'form' | 'json';
  /** The other content type, in which another source has it. */
  readonly alsoContentType?: 'form' | 'json';
  readonly signedIn: 'query' | 'header';
  /** The names of the signed values and how they differ between generations. */
  readonly signature: string;
  /** Present where older apps get `signTimestamp` in place of `timestamp`, and no app key. */
  readonly legacySignature?: true;
  /** Fields of the body, or of each element when the body is an array. */
  readonly body: readonly CatalogueCallbackField[];
  /** Fields of the JSON text in `content`, where it has a shape of its own. */
  readonly contentFields?: readonly CatalogueCallbackField[];
  /** Whether the body is an array of events; `unknown` where sources disagree: accept both. */
  readonly bodyIsArray: boolean | 'unknown';
  readonly example: unknown;
  readonly reply: CatalogueCallbackReply;
  /** How long the service waits for the reply. */
  readonly timeoutMs?: number;
  readonly timeoutSource: string;
  readonly onTimeout: string;
  readonly retries: string;
  /** `retries` as a number, with the first attempt; absent where no source states them. */
  readonly attempts?: number;
  /** Fields that together name one occurrence of the event. */
  readonly dedupeKey: readonly string[];
  readonly volume: string;
  readonly docs?: string;
  readonly seenIn: readonly string[];
  readonly notes: string;
}

/** One field of a callback or of the reply to it. */
export interface CatalogueCallbackField {
  readonly name: string;
  readonly type: CatalogueParameter['type'];
  readonly required: boolean;
  readonly list?: CatalogueList;
  readonly kind?: 'instant' | 'json';
  /** A number or a boolean that travels as text even where the format has numbers. */
  readonly asText?: true;
  readonly enum?: readonly string[];
  /** The known values and what each stands for. */
  readonly meanings?: Readonly<Record<string, string>>;
  readonly maxLength?: number;
  /** JSON text that travels as a plain object by other sources. */
  readonly alsoPlain?: true;
  readonly encodingNote?: string;
  readonly description: string;
}

/** What the service expects back from the app server. */
export interface CatalogueCallbackReply {
  readonly status: 200;
  readonly contentType?: 'json';
  /** Fields that the service reads; empty when it does not read the body. */
  readonly body: readonly CatalogueCallbackField[];
  readonly example?: unknown;
  readonly notes?: string;
}

/** A built-in message type. The three policies are absent where no source states them. */
export interface CatalogueMessageType {
  readonly objectName: string;
  readonly name: string;
  readonly fields: readonly CatalogueMessageField[];
  /** Whether clients store it. */
  readonly persisted?: boolean;
  /** Whether it counts as unread. */
  readonly counted?: boolean;
  /** Whether it is pushed to offline users without a text of the sender's. */
  readonly push?: boolean;
  readonly docs?: string;
  readonly seenIn: readonly string[];
  readonly notes: string;
}

/** One field of a message's content; names nest as those of parameters do. */
export type CatalogueMessageField = Pick<
  CatalogueParameter,
  'name' | 'type' | 'list' | 'required' | 'description'
>;

/** The two objects that steer offline pushes, and the message parameters around them. */
export interface CataloguePushOptions {
  readonly summary: string;
  readonly example: unknown;
  /** `pushExt` of a message, one JSON text. */
  readonly pushExt: readonly CataloguePushOption[];
  /** `notification` of the push operations. */
  readonly notification: readonly CataloguePushOption[];
  readonly messageParameters: readonly { readonly name: string; readonly rule: string }[];
  readonly notes: string;
}

/** One push option; names nest as those of parameters do. */
export interface CataloguePushOption extends CatalogueParameter {
  readonly seenIn: readonly string[];
  readonly notes?: string;
}

/** An HTTP status, a return code in the body, or a pair of both; the absent one is not documented. */
export interface CatalogueStatusCode {
  readonly httpStatus?: number;
  readonly code?: number;
  readonly meaning: string;
  readonly retryable: boolean;
  readonly advice: string;
  /** Made up by an SDK, never sent by the service. */
  readonly local?: true;
  readonly docs?: string;
  readonly seenIn: readonly string[];
  readonly notes?: string;
}

/** The hosts of the service and how to treat them. */
export interface CatalogueHosts {
  readonly dataCenters: readonly CatalogueDataCenter[];
  readonly deprecated: readonly {
    readonly host: string;
    readonly dataCenter: string;
    readonly still: string;
    readonly alsoDefaultOf?: string;
  }[];
  readonly failover: {
    readonly documented: readonly string[];
    readonly sdks: Readonly<Record<string, string>>;
    readonly advice: readonly string[];
  };
  readonly keepAlive: {
    readonly default: string;
    readonly ifOn: { readonly idleTimeoutMs: number; readonly maxReuses: number };
    readonly notes: string;
    readonly docs: string;
  };
  readonly rateLimits: {
    readonly default: string;
    readonly exceptions: readonly string[];
    readonly whatCounts: string;
    readonly onLimit: { readonly httpStatus: number; readonly code: number };
    readonly raise: string;
    readonly docs: string;
  };
  readonly seenIn: readonly string[];
  readonly notes: string;
}

/** One data centre; an app lives in exactly one. */
export interface CatalogueDataCenter {
  readonly id: string;
  readonly name: string;
  readonly primary: string;
  readonly backup: string;
  readonly sdkName: string;
  readonly brand: readonly ('rongcloud' | 'nexconn')[];
  readonly notes?: string;
}
