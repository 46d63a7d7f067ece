import { randomBytes } from 'node:crypto';
import {
  Body,
  ConflictException,
  Controller,
  Delete,
  ForbiddenException,
  Get,
  Injectable,
  Module,
  NotFoundException,
  Param,
  Post,
  Put,
  ValidationPipe,
} from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ArrayMaxSize, IsAlphanumeric, IsBoolean, IsIn, IsString, Length } from 'class-validator';
import {
  ImErrorFilter,
  ImMessageService,
  ImUltraGroupService,
  textMessage,
} from 'nestjs-rongcloud-im';
import { Caller } from '../shared/caller.decorator.js';

/** What members are notified of, as the service numbers it. */
const UNPUSH_LEVEL = { everything: -1, mentions: 1, nothing: 5 } as const;
/** Channel types as the service numbers them. */
const CHANNEL_TYPE = { public: 0, private: 1 } as const;
/** The role that rules a community. Roles are user groups, which only a server can change. */
const STAFF = 'staff';
/** A community has at most 50 channels, and 50 roles: one page holds them. */
const PAGE = 50;

export class FoundBody {
  @Length(1, 64) name!: string;
}

export class ChannelBody {
  @IsAlphanumeric() @Length(1, 20) busChannel!: string;
  @IsBoolean() isPrivate!: boolean;
}

export class ChannelParams {
  @IsString() groupId!: string;
  @IsString() busChannel!: string;
}

/** A channel of a community. */
type Place = Pick<ChannelParams, keyof ChannelParams>;

export class RoleBody {
  @IsAlphanumeric() @Length(1, 64) role!: string;
  @IsString() userId!: string;
}

export class MuteBody {
  @IsBoolean() isMuted!: boolean;
  /** Who may write all the same. */
  @ArrayMaxSize(20) @IsString({ each: true }) speakers!: string[];
}

export class NotificationBody {
  @IsIn(Object.keys(UNPUSH_LEVEL)) level!: keyof typeof UNPUSH_LEVEL;
}

export class TextBody {
  @Length(1, 1024) text!: string;
}

@Injectable()
export class CommunitiesService {
  constructor(
    private readonly ultraGroups: ImUltraGroupService,
    private readonly messages: ImMessageService,
  ) {}

  async found(founder: string, groupName: string) {
    const groupId = randomBytes(8).toString('hex');
    await this.ultraGroups.create({ groupId, groupName, userId: founder });
    await this.addToRole(groupId, STAFF, founder);
    return { id: groupId };
  }

  async join(userId: string, groupId: string) {
    await this.ultraGroups.join({ groupId, userId });
  }

  /** Takes somebody out, and their roles first: whether they go by themselves is not documented. */
  async remove(caller: string, groupId: string, userId: string) {
    if (userId !== caller) await this.assertStaff(caller, groupId);
    for (const userGroupId of await this.rolesOf(groupId, userId)) {
      await this.ultraGroups.userGroups.removeUsers({ groupId, userGroupId, userIds: [userId] });
    }
    await this.ultraGroups.quit({ groupId, userId });
  }

  async createChannel(caller: string, groupId: string, { busChannel, isPrivate }: ChannelBody) {
    await this.assertStaff(caller, groupId);
    if (await this.hasChannel({ groupId, busChannel })) throw new ConflictException('It is there.');
    const type = isPrivate ? CHANNEL_TYPE.private : CHANNEL_TYPE.public;
    await this.ultraGroups.channels.create({ groupId, busChannel, type });
  }

  /** The channels that a member sees: the public ones, and the private ones that let the member in. */
  async channels(userId: string, groupId: string) {
    await this.assertMember(groupId, userId);
    const channels: { id: string; isPrivate: boolean }[] = [];
    for await (const { channelId: id, type } of this.channelsOf(groupId)) {
      if (type === CHANNEL_TYPE.public) channels.push({ id, isPrivate: false });
    }
    const page = { groupId, userId, pageSize: PAGE };
    for await (const id of this.ultraGroups.privateChannels.queryOfUserAll(page)) {
      // A public channel that was private once is listed here, too.
      if (!channels.some((channel) => channel.id === id)) channels.push({ id, isPrivate: true });
    }
    return channels;
  }

  /** Lets one member into a private channel; the service refuses who is not in the community. */
  async letIn(caller: string, place: Place, userId: string) {
    await this.assertStaff(caller, place.groupId, place);
    await this.ultraGroups.privateChannels.addUsers({ ...place, userIds: [userId] });
  }

  async putOut(caller: string, place: Place, userId: string) {
    await this.assertStaff(caller, place.groupId, place);
    await this.ultraGroups.privateChannels.removeUsers({ ...place, userIds: [userId] });
  }

  /** Gives a member a role, which is made for its first member. */
  async giveRole(caller: string, groupId: string, { role, userId }: RoleBody) {
    await this.assertStaff(caller, groupId);
    await this.assertMember(groupId, userId);
    await this.addToRole(groupId, role, userId);
  }

  /** Lets all who have a role into a private channel, now and later. */
  async letRoleIn(caller: string, place: Place, role: string) {
    await this.assertStaff(caller, place.groupId, place);
    const isKnown = await this.hasRole(place.groupId, role);
    if (!isKnown) throw new NotFoundException('There is no such role.');
    await this.ultraGroups.userGroups.bind({ ...place, userGroupIds: [role] });
  }

  /** Mutes all in a channel but some speakers, or ends that. */
  async mute(caller: string, place: Place, { isMuted, speakers }: MuteBody) {
    await this.assertStaff(caller, place.groupId, place);
    const { muteWhitelist } = this.ultraGroups;
    const former = (await muteWhitelist.query(place)).users.map(({ id }) => id);
    if (former.length > 0) await muteWhitelist.remove({ ...place, userIds: former });
    if (speakers.length > 0) await muteWhitelist.add({ ...place, userIds: speakers });
    await this.ultraGroups.setMuted({ ...place, status: isMuted });
  }

  /** Sets what members are notified of in a channel, until they choose themselves. */
  async notify(caller: string, place: Place, { level }: NotificationBody) {
    await this.assertStaff(caller, place.groupId, place);
    const unpushLevel = UNPUSH_LEVEL[level];
    await this.ultraGroups.setDefaultNotification({ ...place, unpushLevel });
  }

  /** The staff speaks through the server: no mute holds for that, so nobody else may. */
  async announce(caller: string, { groupId, busChannel }: Place, content: string) {
    await this.assertStaff(caller, groupId, { groupId, busChannel });
    await this.messages.sendUltraGroup({
      fromUserId: caller,
      toGroupIds: [groupId],
      busChannel,
      ...textMessage({ content }),
    });
  }

  private async addToRole(groupId: string, role: string, userId: string): Promise<void> {
    const { userGroups } = this.ultraGroups;
    if (!(await this.hasRole(groupId, role))) {
      await userGroups.create({ groupId, userGroups: [{ userGroupId: role }] });
    }
    await userGroups.addUsers({ groupId, userGroupId: role, userIds: [userId] });
  }

  private async assertMember(groupId: string, userId: string): Promise<void> {
    const { status } = await this.ultraGroups.members.check({ groupId, userId });
    if (!status) throw new ForbiddenException(`${userId} is not in this community.`);
  }

  private async assertStaff(userId: string, groupId: string, place?: Place): Promise<void> {
    const roles = await this.rolesOf(groupId, userId);
    if (!roles.includes(STAFF)) throw new ForbiddenException('The staff decides.');
    // The service may take a call about something that is not there, and do nothing.
    if (place === undefined || (await this.hasChannel(place))) return;
    throw new NotFoundException('There is no such channel.');
  }

  private async rolesOf(groupId: string, userId: string): Promise<readonly string[]> {
    const member = { groupId, userId, pageSize: PAGE };
    return (await this.ultraGroups.userGroups.queryOfUser(member)).data;
  }

  private async hasChannel({ groupId, busChannel }: Place): Promise<boolean> {
    for await (const { channelId } of this.channelsOf(groupId)) {
      if (channelId === busChannel) return true;
    }
    return false;
  }

  private async hasRole(groupId: string, role: string): Promise<boolean> {
    const pages = this.ultraGroups.userGroups.queryAll({ groupId, pageSize: PAGE });
    for await (const { userGroupId } of pages) if (userGroupId === role) return true;
    return false;
  }

  private channelsOf(groupId: string) {
    return this.ultraGroups.channels.queryAll({ groupId, limit: PAGE });
  }
}

const GroupId = (): ParameterDecorator => Param('groupId');
const UserId = (): ParameterDecorator => Param('userId');

@Controller('communities')
export class CommunitiesController {
  constructor(private readonly communities: CommunitiesService) {}

  @Post()
  found(@Caller() caller: string, @Body() body: FoundBody) {
    return this.communities.found(caller, body.name);
  }

  @Post(':groupId/members')
  join(@Caller() caller: string, @GroupId() groupId: string) {
    return this.communities.join(caller, groupId);
  }

  @Delete(':groupId/members/:userId')
  remove(@Caller() caller: string, @GroupId() groupId: string, @UserId() userId: string) {
    return this.communities.remove(caller, groupId, userId);
  }

  @Post(':groupId/roles')
  giveRole(@Caller() caller: string, @GroupId() groupId: string, @Body() body: RoleBody) {
    return this.communities.giveRole(caller, groupId, body);
  }

  @Get(':groupId/channels')
  channels(@Caller() caller: string, @GroupId() groupId: string) {
    return this.communities.channels(caller, groupId);
  }

  @Post(':groupId/channels')
  createChannel(@Caller() caller: string, @GroupId() groupId: string, @Body() body: ChannelBody) {
    return this.communities.createChannel(caller, groupId, body);
  }
}

@Controller('communities/:groupId/channels/:busChannel')
export class ChannelController {
  constructor(private readonly communities: CommunitiesService) {}

  @Put('users/:userId')
  letIn(@Caller() caller: string, @Param() place: ChannelParams, @UserId() userId: string) {
    return this.communities.letIn(caller, place, userId);
  }

  @Delete('users/:userId')
  putOut(@Caller() caller: string, @Param() place: ChannelParams, @UserId() userId: string) {
    return this.communities.putOut(caller, place, userId);
  }

  @Put('roles/:role')
  letRoleIn(@Caller() caller: string, @Param() place: ChannelParams, @Param('role') role: string) {
    return this.communities.letRoleIn(caller, place, role);
  }

  @Put('mute')
  mute(@Caller() caller: string, @Param() place: ChannelParams, @Body() body: MuteBody) {
    return this.communities.mute(caller, place, body);
  }

  @Put('notification')
  notify(@Caller() caller: string, @Param() place: ChannelParams, @Body() body: NotificationBody) {
    return this.communities.notify(caller, place, body);
  }

  @Post('messages')
  announce(@Caller() caller: string, @Param() place: ChannelParams, @Body() body: TextBody) {
    return this.communities.announce(caller, place, body.text);
  }
}

@Module({
  controllers: [CommunitiesController, ChannelController],
  providers: [
    CommunitiesService,
    { provide: APP_PIPE, useValue: new ValidationPipe({ whitelist: true }) },
    { provide: APP_FILTER, useClass: ImErrorFilter },
  ],
})
export class CommunitiesModule {}
