// Plays a short story of a live show with the chatroom app.
import { textMessage } from 'nestjs-rongcloud-im';
import { playApp } from '../shared/play-app.js';
import { likeMessage, RoomsModule } from './app.js';

await playApp(RoomsModule, async (story) => {
  const [ada, bob, cy] = [story.connect('ada'), story.connect('bob'), story.connect('cy')];

  story.step('Ada goes live; Bob and Cy enter and send likes');
  const roomId = await story.creates('ada', 'POST /rooms', { title: 'Open stage', seats: 2 });
  const room = `/rooms/${roomId}`;
  const toRoom = { toUserId: roomId, channelType: 'TEMPGROUP' } as const;
  const says = (content: string) => ({ ...toRoom, ...textMessage({ content }) });
  for (const device of [ada, bob, cy]) device.joinChatroom(roomId);
  await story.does('ada', `POST ${room}/messages`, { text: 'Welcome!' });
  story.hears(bob, 'Welcome!');
  await story.writes(cy, { ...toRoom, ...likeMessage({ count: 3 }) }, 'delivered');
  story.hears(ada, '"count":3');

  story.step('Bob takes a seat on the stage, and Cy wants the same one');
  await story.does('bob', `PUT ${room}/seats/1`);
  await story.isRefused('cy', `PUT ${room}/seats/1`);
  await story.does('cy', `PUT ${room}/seats/2`);
  await story.does('ada', `GET ${room}`);

  story.step('Cy shouts and is muted; then all are silent but Bob');
  await story.isRefused('cy', `POST ${room}/mutes`, { userId: 'bob', minutes: 10 });
  await story.does('ada', `POST ${room}/mutes`, { userId: 'cy', minutes: 10 });
  await story.writes(cy, says('Boo!'), 'blocked');
  await story.does('ada', `DELETE ${room}/mutes/cy`);
  await story.does('ada', `PUT ${room}/silence`, { speakers: ['bob'] });
  await story.writes(cy, says('Boo!'), 'blocked');
  await story.writes(bob, says('Now a song.'), 'delivered');
  story.hears(cy, 'Now a song.');

  story.step('Bob loses the connection, Cy is put out: both seats are free');
  bob.disconnect();
  await story.does('ada', `POST ${room}/bans`, { userId: 'cy', minutes: 60 });
  await story.writes(cy, says('Boo!'), 'blocked');
  await story.does('ada', `GET ${room}`);

  story.step('The show is over');
  await story.does('ada', `DELETE ${room}`);
  await story.isRefused('ada', `GET ${room}`);
});
