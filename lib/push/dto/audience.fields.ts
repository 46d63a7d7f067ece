import {
  ChoiceField,
  FlagField,
  IdListField,
  ObjectListField,
  TextField,
  TextListField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** Conditions that choose users; those that are there must all hold. */
abstract class AudienceFields {
  /** Everybody; all other conditions are ignored then. */
  @FlagField('boolean')
  is_to_all!: boolean;

  /** Tags that a user must have, all of them: 1 to 20. */
  @TextListField({ maxItems: 20, optional: true })
  tag?: readonly string[] | undefined;

  /** Tags of which a user must have one: 1 to 20. */
  @TextListField({ maxItems: 20, optional: true })
  tag_or?: readonly string[] | undefined;

  /** Package of the app. */
  @TextField({ optional: true })
  packageName?: string | undefined;
}

/** Whom a push reaches. */
export class PushAudienceFields extends AudienceFields {
  /** Users: 1 to 1000; the other conditions and the platforms are ignored then. */
  @IdListField({ maxItems: 1000, optional: true })
  userid?: readonly string[] | undefined;
}

/** Tags that count together. */
export class PushTagItem {
  /** The tags. */
  @TextListField()
  tags!: readonly string[];

  /** How the tags count together. */
  @ChoiceField(['AND', 'OR'], { optional: true })
  tagsOperator?: 'AND' | 'OR' | undefined;

  /** Users without them are meant. */
  @FlagField('boolean', { optional: true })
  isNot?: boolean | undefined;

  /** How this item and the others count together. */
  @ChoiceField(['AND', 'OR'], { optional: true })
  itemsOperator?: 'AND' | 'OR' | undefined;
}

/** Whom a custom push reaches. */
export class CustomPushAudienceFields extends AudienceFields {
  /** Rules of tags, for what `tag` and `tag_or` cannot say. */
  @ObjectListField(PushTagItem, { optional: true })
  tagItems?: readonly ImInput<PushTagItem>[] | undefined;
}

/** Conditions of which at least one is there. */
type AtLeastOne<Conditions> = {
  [Key in keyof Conditions]-?: Required<Pick<Conditions, Key>> & Partial<Omit<Conditions, Key>>;
}[keyof Conditions];

interface MatchConditions {
  readonly tag: readonly string[];
  readonly tag_or: readonly string[];
  readonly packageName: string;
}

interface CustomConditions extends MatchConditions {
  readonly tagItems: readonly ImInput<PushTagItem>[];
}

/** No condition stands beside a choice that would make the service ignore it. */
type Without<Conditions> = { readonly [Key in keyof Conditions]?: never };

/** Everybody. */
export type PushToEverybody = { readonly is_to_all: true } & Without<CustomConditions> & {
    readonly userid?: never;
  };

/** Listed users. */
export type PushToListedUsers = {
  readonly is_to_all: false;
  readonly userid: readonly string[];
} & Without<MatchConditions>;

/** Users who match all of the given conditions. */
export type PushToMatchingUsers = {
  readonly is_to_all: false;
  readonly userid?: never;
} & AtLeastOne<MatchConditions>;

/** Whom a push reaches: everybody, listed users, or those who match tags and package. */
export type PushAudience = PushToEverybody | PushToListedUsers | PushToMatchingUsers;

/** Whom a custom push reaches: everybody, or those who match tags, package and rules. */
export type CustomPushAudience =
  PushToEverybody | ({ readonly is_to_all: false } & AtLeastOne<CustomConditions>);
