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
  readonly docs?: string;
  readonly seenIn: readonly string[];
  readonly notes?: string;
}

/** A documented quota; `unit` says what one call counts for. */
export interface CatalogueRateLimit {
  readonly limit: number;
  readonly perSeconds: number;
  readonly unit: 'requests' | 'messages' | 'users' | 'entries';
}

/** How several values of one parameter travel. */
export type CatalogueList =
  /** The form key is sent once per value; in a JSON body an array. */
  | 'repeat'
  /** One value, joined with commas. */
  | 'comma'
  /** One form key per entry: `group[g1]=Book club`. */
  | 'indexed';

/** One input of an operation. */
export interface CatalogueParameter {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'object';
  readonly required: boolean;
  /** Where it travels; absent means in the body. */
  readonly in?: 'path' | 'query';
  /** Present when the parameter holds several values of `type`. */
  readonly list?: CatalogueList;
  /**
   * What the value stands for where the wire form hides it: `flag` is a yes or no (`1`/`0` when the
   * type is integer, `true`/`false` when it is boolean), `instant` is a point in time in Unix
   * milliseconds, `json` is a value serialised to JSON text.
   */
  readonly kind?: 'flag' | 'instant' | 'json';
  /** Longest text in code points (of each value, when a list). */
  readonly maxLength?: number;
  /** Longest text in bytes of UTF-8 (of each value, when a list). */
  readonly maxBytes?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly (string | number)[];
  readonly default?: unknown;
  readonly min?: number;
  readonly max?: number;
  /** The source's words on encoding where they say more than the fields above. */
  readonly encodingNote?: string;
  readonly description: string;
}

/** One field of a reply; `users[].userId` names a field of each element of a list. */
export interface CatalogueField {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

/** How a list is read page by page. */
export interface CataloguePaging {
  readonly style: string;
  readonly request: readonly string[];
  readonly response: readonly string[];
  readonly endWhen: string;
}
