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
  type OnApplicationBootstrap,
  Param,
  ParseIntPipe,
  Post,
  Put,
  ValidationPipe,
} from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ArrayMaxSize, IsInt, IsString, Length, Max, Min } from 'class-validator';
import {
  defineMessage,
  ImChatroomService,
  ImErrorFilter,
  ImMessageService,
  textMessage,
} from 'nestjs-rongcloud-im';
import { Caller } from '../shared/caller.decorator.js';

export class OpenRoomBody {
  @Length(1, 64) title!: string;
  /** Seats on the stage. */
  @IsInt() @Min(1) @Max(8) seats!: number;
}

export class PenaltyBody {
  @IsString() userId!: string;
  @IsInt() @Min(1) @Max(43_200) minutes!: number;
}

export class SilenceBody {
  /** Who may write besides the host. */
  @ArrayMaxSize(19) @IsString({ each: true }) speakers!: string[];
}

export class TextBody {
  @Length(1, 1024) text!: string;
}

class LikeContent {
  @IsInt() @Min(1) count!: number;
}

/** What the audience sends most, and misses least. */
export const likeMessage = defineMessage('app:like', LikeContent);

interface Room {
  readonly host: string;
  readonly seats: number;
  /** Ends when the seats may be changed again. */
  turn: Promise<unknown>;
}

const SEAT = 'seat-';
/** Under load, a message of this priority is not dropped. */
const PROTECTED = 1;

@Injectable()
export class RoomsService implements OnApplicationBootstrap {
  /** Keep this in your database: a chatroom has no owner, and clients can write its entries. */
  private readonly rooms = new Map<string, Room>();

  constructor(
    private readonly chatrooms: ImChatroomService,
    private readonly messages: ImMessageService,
  ) {}

  /** Under load, likes are dropped before anything else is. */
  async onApplicationBootstrap() {
    await this.chatrooms.lowPriorityMessageTypes.add({ objectName: [likeMessage.objectName] });
  }

  /** Opens a room that ends when nobody has entered, left or written for an hour. */
  async open(host: string, { title, seats }: OpenRoomBody) {
    const chatroomId = randomBytes(8).toString('hex');
    await this.chatrooms.create({ chatroomId, entryOwnerId: host, entryInfo: { title } });
    // The host's seat and messages outlive a lost connection.
    await this.chatrooms.userWhitelist.add({ chatroomId, userId: [host] });
    this.rooms.set(chatroomId, { host, seats, turn: Promise.resolve() });
    return { id: chatroomId };
  }

  async view(chatroomId: string) {
    const [{ memberCount, ban }, { keys: entries }] = await Promise.all([
      this.chatrooms.get({ chatroomId }),
      this.chatrooms.entries.query({ chatroomId }),
    ]);
    const title = entries.find(({ key }) => key === 'title')?.value;
    const seats = entries
      .filter(({ key }) => key.startsWith(SEAT))
      .map(({ key, userId }) => [key.slice(SEAT.length), userId] as const);
    return { title, memberCount, isSilent: ban, seats: Object.fromEntries(seats) };
  }

  /** Somebody in the room takes a free seat, which is free again as soon as they leave the room. */
  takeSeat(userId: string, chatroomId: string, seat: number) {
    return this.inTurn(chatroomId, async ({ seats }) => {
      if (seat < 1 || seat > seats) throw new NotFoundException('There is no such seat.');
      const { isInChrm } = await this.chatrooms.members.check({ chatroomId, userId });
      if (!isInChrm) throw new ForbiddenException('Enter the room first.');
      const { keys: entries } = await this.chatrooms.entries.query({ chatroomId });
      const key = `${SEAT}${seat}`;
      const taken = entries.find((entry) => entry.key === key);
      if (taken !== undefined) throw new ConflictException(`${taken.userId} has this seat.`);
      if (entries.some((entry) => entry.key.startsWith(SEAT) && entry.userId === userId)) {
        throw new ConflictException('You have another seat.');
      }
      const entry = { chatroomId, userId, key, value: userId, autoDelete: true };
      await this.chatrooms.entries.set(entry);
    });
  }

  /** A seat is freed by who has it, or by the host. */
  freeSeat(caller: string, chatroomId: string, seat: number) {
    return this.inTurn(chatroomId, async ({ host }) => {
      const key = `${SEAT}${seat}`;
      const [taken] = (await this.chatrooms.entries.query({ chatroomId, keys: [key] })).keys;
      if (taken === undefined) return;
      if (caller !== taken.userId && caller !== host) {
        throw new ForbiddenException(`${taken.userId} has this seat.`);
      }
      await this.chatrooms.entries.delete({ chatroomId, userId: taken.userId, key });
    });
  }

  async mute(caller: string, chatroomId: string, { userId, minutes }: PenaltyBody) {
    this.assertHost(caller, chatroomId);
    // In a silence, a speaker may be muted too.
    await this.chatrooms.muteWhitelist.remove({ chatroomId, userId: [userId] });
    const mute = { chatroomId, userId: [userId], minute: minutes, needNotify: true };
    await this.chatrooms.members.mute(mute);
  }

  async unmute(caller: string, chatroomId: string, userId: string) {
    this.assertHost(caller, chatroomId);
    await this.chatrooms.members.unmute({ chatroomId, userId: [userId], needNotify: true });
  }

  /** Puts somebody out and keeps them out for a while. */
  async ban(caller: string, chatroomId: string, { userId, minutes }: PenaltyBody) {
    this.assertHost(caller, chatroomId);
    if (userId === caller) throw new ConflictException('The host stays.');
    const block = { chatroomId, userId: [userId], minute: minutes, needNotify: true };
    await this.chatrooms.members.block(block);
  }

  async unban(caller: string, chatroomId: string, userId: string) {
    this.assertHost(caller, chatroomId);
    await this.chatrooms.members.unblock({ chatroomId, userId: [userId], needNotify: true });
  }

  /** Nobody may write but the host and some speakers. */
  async silence(caller: string, chatroomId: string, speakers: readonly string[]) {
    this.assertHost(caller, chatroomId);
    await this.clearMuteWhitelist(chatroomId);
    const userId = [...new Set([caller, ...speakers])];
    await this.chatrooms.muteWhitelist.add({ chatroomId, userId });
    await this.chatrooms.mute({ chatroomId, needNotify: true });
  }

  async endSilence(caller: string, chatroomId: string) {
    this.assertHost(caller, chatroomId);
    await this.clearMuteWhitelist(chatroomId);
    await this.chatrooms.unmute({ chatroomId, needNotify: true });
  }

  /** The host speaks through the server: no mute holds for that, so nobody else may. */
  async announce(caller: string, chatroomId: string, text: string) {
    this.assertHost(caller, chatroomId);
    await this.messages.sendChatroom({
      fromUserId: caller,
      toChatroomId: [chatroomId],
      priority: PROTECTED,
      ...textMessage({ content: text }),
    });
  }

  async close(caller: string, chatroomId: string) {
    this.assertHost(caller, chatroomId);
    await this.chatrooms.destroy({ chatroomId: [chatroomId] });
    this.rooms.delete(chatroomId);
  }

  /**
   * One change of the seats at a time: the service overwrites an entry whoever owns it, so two who ask for a
   * seat at once would both get it. With several processes, take a lock that they share.
   */
  private inTurn(chatroomId: string, change: (room: Room) => Promise<void>): Promise<void> {
    const room = this.find(chatroomId);
    const turn = room.turn.then(() => change(room));
    room.turn = turn.catch(() => undefined);
    return turn;
  }

  /** The list outlives a silence, and who is on it may write in spite of a mute of their own. */
  private async clearMuteWhitelist(chatroomId: string): Promise<void> {
    const { userIds: userId } = await this.chatrooms.muteWhitelist.query({ chatroomId });
    if (userId.length > 0) await this.chatrooms.muteWhitelist.remove({ chatroomId, userId });
  }

  private assertHost(caller: string, chatroomId: string): void {
    if (this.find(chatroomId).host !== caller) throw new ForbiddenException('The host decides.');
  }

  private find(chatroomId: string): Room {
    const room = this.rooms.get(chatroomId);
    if (room === undefined) throw new NotFoundException('There is no such room.');
    return room;
  }
}

const RoomId = (): ParameterDecorator => Param('roomId');
const SeatNumber = (): ParameterDecorator => Param('seat', ParseIntPipe);

@Controller('rooms')
export class RoomsController {
  constructor(private readonly rooms: RoomsService) {}

  @Post()
  open(@Caller() caller: string, @Body() body: OpenRoomBody) {
    return this.rooms.open(caller, body);
  }

  @Get(':roomId')
  view(@RoomId() roomId: string) {
    return this.rooms.view(roomId);
  }

  @Delete(':roomId')
  close(@Caller() caller: string, @RoomId() roomId: string) {
    return this.rooms.close(caller, roomId);
  }

  @Put(':roomId/seats/:seat')
  takeSeat(@Caller() caller: string, @RoomId() roomId: string, @SeatNumber() seat: number) {
    return this.rooms.takeSeat(caller, roomId, seat);
  }

  @Delete(':roomId/seats/:seat')
  freeSeat(@Caller() caller: string, @RoomId() roomId: string, @SeatNumber() seat: number) {
    return this.rooms.freeSeat(caller, roomId, seat);
  }

  @Post(':roomId/mutes')
  mute(@Caller() caller: string, @RoomId() roomId: string, @Body() body: PenaltyBody) {
    return this.rooms.mute(caller, roomId, body);
  }

  @Delete(':roomId/mutes/:userId')
  unmute(@Caller() caller: string, @RoomId() roomId: string, @Param('userId') userId: string) {
    return this.rooms.unmute(caller, roomId, userId);
  }

  @Post(':roomId/bans')
  ban(@Caller() caller: string, @RoomId() roomId: string, @Body() body: PenaltyBody) {
    return this.rooms.ban(caller, roomId, body);
  }

  @Delete(':roomId/bans/:userId')
  unban(@Caller() caller: string, @RoomId() roomId: string, @Param('userId') userId: string) {
    return this.rooms.unban(caller, roomId, userId);
  }

  @Put(':roomId/silence')
  silence(@Caller() caller: string, @RoomId() roomId: string, @Body() body: SilenceBody) {
    return this.rooms.silence(caller, roomId, body.speakers);
  }

  @Delete(':roomId/silence')
  endSilence(@Caller() caller: string, @RoomId() roomId: string) {
    return this.rooms.endSilence(caller, roomId);
  }

  @Post(':roomId/messages')
  announce(@Caller() caller: string, @RoomId() roomId: string, @Body() body: TextBody) {
    return this.rooms.announce(caller, roomId, body.text);
  }
}

@Module({
  controllers: [RoomsController],
  providers: [
    RoomsService,
    { provide: APP_PIPE, useValue: new ValidationPipe({ whitelist: true }) },
    { provide: APP_FILTER, useClass: ImErrorFilter },
  ],
})
export class RoomsModule {}
