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
import { ArrayMaxSize, IsBoolean, IsString, Length, MaxLength } from 'class-validator';
import {
  ImErrorFilter,
  ImHostedGroupService,
  ImMessageService,
  informationNotification,
  textMessage,
} from 'nestjs-rongcloud-im';
import { Caller } from '../shared/caller.decorator.js';

export class CreateGroupBody {
  @Length(1, 64) name!: string;
  @IsString() @MaxLength(512) introduction!: string;
  /** Whether users may join by themselves; otherwise they are invited. */
  @IsBoolean() isOpen!: boolean;
}

export class InviteBody {
  @ArrayMaxSize(100) @IsString({ each: true }) userIds!: string[];
}

export class TextBody {
  @Length(1, 1024) text!: string;
}

export class RemarkNameBody {
  /** Empty, the group shows its own name again. */
  @IsString() @MaxLength(64) remarkName!: string;
}

/** Roles as the service numbers them; 0 is ours, for who is not in the group. */
const ROLE = { none: 0, member: 1, manager: 2, owner: 3 } as const;
/** Permissions as the service numbers them: 0 the owner, 1 managers too, 2 all. */
const UP_TO_MANAGERS = { memInvitePerm: 1, removePerm: 1, profilePerm: 1 } as const;
/** The permission to join is numbered in a way of its own. */
const JOIN = { freely: 1, ifInvited: 2 } as const;

/**
 * The service keeps profiles, permissions and roles, but carries out what your server asks for whatever the
 * permissions say: they bind the client SDKs. So the app reads them and decides.
 */
@Injectable()
export class GroupsService {
  constructor(
    private readonly hostedGroups: ImHostedGroupService,
    private readonly messages: ImMessageService,
  ) {}

  async create(owner: string, { name, introduction, isOpen }: CreateGroupBody) {
    // Not the client's choice: what becomes of an id that is taken is not documented.
    const groupId = randomBytes(8).toString('hex');
    await this.hostedGroups.create({
      groupId,
      name,
      owner,
      groupProfile: { introduction },
      permissions: { ...UP_TO_MANAGERS, joinPerm: isOpen ? JOIN.freely : JOIN.ifInvited },
    });
    return { id: groupId };
  }

  /** The groups of a user, under the names that the user gave them. */
  async listOf(userId: string) {
    const groups = [];
    const pages = this.hostedGroups.queryJoinedAll({ userId });
    for await (const group of pages) {
      groups.push({ id: group.groupId, name: group.remarkName || group.name });
    }
    return groups;
  }

  /** Strangers see open groups only. */
  async view(caller: string, groupId: string) {
    const { groupName, groupProfile, permissions, owner, memberCount } = await this.get(groupId);
    const isOpen = permissions['joinPerm'] === JOIN.freely;
    if (!isOpen) await this.assertRole(caller, groupId, ROLE.member);
    return { id: groupId, name: groupName, ...groupProfile, isOpen, owner, memberCount };
  }

  /** All members, read 100 at a time, however many there are. */
  async members(caller: string, groupId: string) {
    await this.assertRole(caller, groupId, ROLE.member);
    const members = [];
    const pages = this.hostedGroups.members.queryAll({ groupId, size: 100, order: 0 });
    for await (const { userId, role } of pages) members.push({ userId, role });
    return members;
  }

  async join(caller: string, groupId: string) {
    const { permissions } = await this.get(groupId);
    if (permissions['joinPerm'] !== JOIN.freely) {
      throw new ForbiddenException('One has to be invited to this group.');
    }
    await this.hostedGroups.join({ groupId, userIds: [caller] });
  }

  async invite(caller: string, groupId: string, userIds: readonly string[]) {
    await this.assertMay(caller, groupId, 'memInvitePerm');
    const { memberCount } = await this.hostedGroups.join({ groupId, userIds });
    return { memberCount };
  }

  async quit(caller: string, groupId: string) {
    const role = await this.assertRole(caller, groupId, ROLE.member);
    if (role === ROLE.owner) throw new ConflictException('Give the group to somebody else first.');
    await this.hostedGroups.quit({ groupId, userIds: [caller] });
  }

  async kick(caller: string, groupId: string, userId: string) {
    const role = await this.assertMay(caller, groupId, 'removePerm');
    if ((await this.roleOf(userId, groupId)) >= role) {
      throw new ForbiddenException('Only members of a lower role can be removed.');
    }
    await this.hostedGroups.members.kick({ groupId, userIds: [userId] });
  }

  async addManager(caller: string, groupId: string, userId: string) {
    await this.assertRole(caller, groupId, ROLE.owner);
    const answer = await this.hostedGroups.addManagers({ groupId, userIds: [userId] });
    // The call succeeds in both cases, and its answer tells.
    if (answer.userIds?.includes(userId)) throw new NotFoundException('This is no member.');
    if (answer.managerCount !== undefined) throw new ConflictException('There are ten already.');
  }

  async removeManager(caller: string, groupId: string, userId: string) {
    await this.assertRole(caller, groupId, ROLE.owner);
    await this.hostedGroups.removeManagers({ groupId, userIds: [userId] });
  }

  /** The former owner stays as a member. */
  async transferOwner(caller: string, groupId: string, newOwner: string) {
    await this.assertRole(caller, groupId, ROLE.owner);
    if ((await this.roleOf(newOwner, groupId)) === ROLE.none) {
      throw new NotFoundException('This is no member.');
    }
    await this.hostedGroups.transferOwner({ groupId, newOwner });
  }

  /** What one member calls the group; nobody else sees it. */
  async setRemarkName(caller: string, groupId: string, remarkName: string) {
    await this.assertRole(caller, groupId, ROLE.member);
    const member = { groupId, userId: caller };
    if (remarkName === '') await this.hostedGroups.remarkName.delete(member);
    else await this.hostedGroups.remarkName.set({ ...member, remarkName });
  }

  /** The profile keeps the announcement for later members, the notice tells those who are here. */
  async announce(caller: string, groupId: string, announcement: string) {
    await this.assertMay(caller, groupId, 'profilePerm');
    await this.hostedGroups.update({ groupId, groupProfile: { announcement } });
    const notice = informationNotification({ message: announcement });
    await this.messages.sendGroup({ fromUserId: caller, toGroupId: [groupId], ...notice });
  }

  /** The service takes what your server sends from anybody, so look who it is. */
  async send(caller: string, groupId: string, text: string) {
    await this.assertRole(caller, groupId, ROLE.member);
    const message = textMessage({ content: text });
    await this.messages.sendGroup({ fromUserId: caller, toGroupId: [groupId], ...message });
  }

  async dismiss(caller: string, groupId: string) {
    await this.assertRole(caller, groupId, ROLE.owner);
    await this.hostedGroups.dismiss({ groupId });
  }

  private async get(groupId: string) {
    const [group] = (await this.hostedGroups.get({ groupIds: [groupId] })).profiles;
    if (group === undefined) throw new NotFoundException('There is no such group.');
    return group;
  }

  private async roleOf(userId: string, groupId: string): Promise<number> {
    const { members } = await this.hostedGroups.members.get({ groupId, userIds: [userId] });
    return members[0]?.role ?? ROLE.none;
  }

  private async assertRole(caller: string, groupId: string, lowest: number): Promise<number> {
    const role = await this.roleOf(caller, groupId);
    if (role >= lowest) return role;
    const isStranger = role === ROLE.none;
    throw new ForbiddenException(`${isStranger ? 'Members' : 'Higher roles'} only.`);
  }

  /** Holds a user to a permission of the group. */
  private async assertMay(caller: string, groupId: string, permission: string): Promise<number> {
    const { permissions } = await this.get(groupId);
    return this.assertRole(caller, groupId, ROLE.owner - (permissions[permission] ?? 0));
  }
}

const GroupId = (): ParameterDecorator => Param('groupId');

@Controller('groups')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Post()
  create(@Caller() caller: string, @Body() body: CreateGroupBody) {
    return this.groups.create(caller, body);
  }

  @Get()
  list(@Caller() caller: string) {
    return this.groups.listOf(caller);
  }

  @Get(':groupId')
  view(@Caller() caller: string, @GroupId() groupId: string) {
    return this.groups.view(caller, groupId);
  }

  @Delete(':groupId')
  dismiss(@Caller() caller: string, @GroupId() groupId: string) {
    return this.groups.dismiss(caller, groupId);
  }

  @Get(':groupId/members')
  members(@Caller() caller: string, @GroupId() groupId: string) {
    return this.groups.members(caller, groupId);
  }

  @Post(':groupId/members')
  invite(@Caller() caller: string, @GroupId() groupId: string, @Body() body: InviteBody) {
    return this.groups.invite(caller, groupId, body.userIds);
  }

  @Put(':groupId/members/me')
  join(@Caller() caller: string, @GroupId() groupId: string) {
    return this.groups.join(caller, groupId);
  }

  @Delete(':groupId/members/me')
  quit(@Caller() caller: string, @GroupId() groupId: string) {
    return this.groups.quit(caller, groupId);
  }

  @Delete(':groupId/members/:userId')
  kick(@Caller() caller: string, @GroupId() groupId: string, @Param('userId') userId: string) {
    return this.groups.kick(caller, groupId, userId);
  }

  @Put(':groupId/managers/:userId')
  promote(@Caller() caller: string, @GroupId() groupId: string, @Param('userId') userId: string) {
    return this.groups.addManager(caller, groupId, userId);
  }

  @Delete(':groupId/managers/:userId')
  demote(@Caller() caller: string, @GroupId() groupId: string, @Param('userId') userId: string) {
    return this.groups.removeManager(caller, groupId, userId);
  }

  @Put(':groupId/owner/:userId')
  transfer(@Caller() caller: string, @GroupId() groupId: string, @Param('userId') userId: string) {
    return this.groups.transferOwner(caller, groupId, userId);
  }

  @Put(':groupId/remark-name')
  rename(@Caller() caller: string, @GroupId() groupId: string, @Body() body: RemarkNameBody) {
    return this.groups.setRemarkName(caller, groupId, body.remarkName);
  }

  @Put(':groupId/announcement')
  announce(@Caller() caller: string, @GroupId() groupId: string, @Body() body: TextBody) {
    return this.groups.announce(caller, groupId, body.text);
  }

  @Post(':groupId/messages')
  send(@Caller() caller: string, @GroupId() groupId: string, @Body() body: TextBody) {
    return this.groups.send(caller, groupId, body.text);
  }
}

@Module({
  controllers: [GroupsController],
  providers: [
    GroupsService,
    { provide: APP_PIPE, useValue: new ValidationPipe({ whitelist: true }) },
    { provide: APP_FILTER, useClass: ImErrorFilter },
  ],
})
export class GroupsModule {}
