import {
  ChoiceField,
  IdField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';

/** Input of `ultraGroups.channels.create`. */
export class CreateUltraGroupChannelDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Channel id; letters and digits. */
  @TextField({ maxLength: 20 })
  busChannel!: string;

  /** 0 public (default), 1 private. */
  @ChoiceField([0, 1], { optional: true })
  type?: 0 | 1 | undefined;
}

/** Input of `ultraGroups.channels.delete`. */
export class DeleteUltraGroupChannelDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel. */
  @TextField({ maxLength: 20 })
  busChannel!: string;
}

/** Input of `ultraGroups.channels.query`. */
export class QueryUltraGroupChannelsDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. Default 20. */
  @IntegerField({ min: 1, max: 100, optional: true })
  limit?: number | undefined;
}

/** Input of `ultraGroups.channels.setType`. */
export class SetUltraGroupChannelTypeDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel. */
  @TextField({ maxLength: 20 })
  busChannel!: string;

  /** 0 public, 1 private. */
  @ChoiceField([0, 1])
  type!: 0 | 1;
}
