import {
  ChoiceField,
  IdField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';

/** Input of `friends.query`. */
export class QueryFriendsDto {
  /** User whose friends are listed. */
  @IdField()
  userId!: string;

  /** `pageToken` of the page before; absent for the first page. */
  @TextField({ optional: true })
  pageToken?: string | undefined;

  /** Friends on a page: at most 100; default 50. */
  @IntegerField({ min: 1, max: 100, optional: true })
  size?: number | undefined;

  /** 0 (default) oldest friendship first, 1 newest first. */
  @ChoiceField([0, 1], { optional: true })
  order?: 0 | 1 | undefined;
}
