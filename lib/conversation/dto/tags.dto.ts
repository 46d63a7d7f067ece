import {
  ChoiceField,
  IdField,
  ObjectListField,
  TextField,
  TextListField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** A tag to make or to rename. */
export class ConversationTagDto {
  /** Id of the tag among those of the user, at most 10 characters. */
  @TextField({ maxLength: 10 })
  tagId!: string;

  /** What clients show, at most 15 characters. */
  @TextField({ maxLength: 15 })
  tagName!: string;
}

/** A conversation to put under a tag, or to take out of it. */
export class TaggedConversationDto {
  /** The other user, the group, or the id that system messages come from. */
  @IdField()
  targetId!: string;

  /** 1 one-to-one, 3 group, 6 system. */
  @ChoiceField([1, 3, 6])
  conversationType!: 1 | 3 | 6;
}

/** Input of `conversations.tags.set`. */
export class SetConversationTagsDto {
  /** User whose tags they are. */
  @IdField()
  userId!: string;

  /** Tags to make or to rename: 1 to 20; a user has 20 at most. */
  @ObjectListField(ConversationTagDto, { maxItems: 20 })
  tags!: readonly ImInput<ConversationTagDto>[];
}

/** Input of `conversations.tags.delete`. */
export class DeleteConversationTagsDto {
  /** User whose tags they are. */
  @IdField()
  userId!: string;

  /** Ids of the tags to delete. */
  @TextListField()
  tagIds!: readonly string[];
}

/** Input of `conversations.tags.query`. */
export class QueryConversationTagsDto {
  /** User whose tags they are. */
  @IdField()
  userId!: string;
}

/** Input of `conversations.tags.addConversations`. */
export class AddTaggedConversationsDto {
  /** User whose conversations they are. */
  @IdField()
  userId!: string;

  /** Id of a tag that the user has, at most 10 characters. */
  @TextField({ maxLength: 10 })
  tagId!: string;

  /** Conversations to put under it: 1 to 100. */
  @ObjectListField(TaggedConversationDto, { maxItems: 100 })
  conversations!: readonly ImInput<TaggedConversationDto>[];
}

/** Input of `conversations.tags.removeConversations`. */
export class RemoveTaggedConversationsDto {
  /** User whose conversations they are. */
  @IdField()
  userId!: string;

  /** Id of a tag that the user has, at most 10 characters. */
  @TextField({ maxLength: 10 })
  tagId!: string;

  /** Conversations to take out of it: 1 to 100. */
  @ObjectListField(TaggedConversationDto, { maxItems: 100 })
  conversations!: readonly ImInput<TaggedConversationDto>[];
}

/** Input of `conversations.tags.queryConversations`. */
export class QueryTaggedConversationsDto {
  /** User whose conversations they are. */
  @IdField()
  userId!: string;

  /** Id of a tag that the user has, at most 10 characters. */
  @TextField({ maxLength: 10 })
  tagId!: string;
}
