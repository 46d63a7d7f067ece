// Plays a short story of a band's fans with the community app.
import { textMessage } from 'nestjs-rongcloud-im';
import { playApp } from '../shared/play-app.js';
import { CommunitiesModule } from './app.js';

await playApp(CommunitiesModule, async (story) => {
  const [bob, cy] = [story.connect('bob'), story.connect('cy')];

  story.step('Ada founds a community with a public and a private channel; Bob and Cy join');
  const groupId = await story.creates('ada', 'POST /communities', { name: 'The fans' });
  const community = `/communities/${groupId}`;
  const toGroup = { toUserId: groupId, channelType: 'ULTRAGROUP' } as const;
  const says = (busChannel: string, content: string) => ({
    ...toGroup,
    busChannel,
    ...textMessage({ content }),
  });
  const channels = `${community}/channels`;
  await story.does('ada', `POST ${channels}`, { busChannel: 'lounge', isPrivate: false });
  await story.does('ada', `POST ${channels}`, { busChannel: 'backstage', isPrivate: true });
  for (const userId of ['bob', 'cy']) await story.does(userId, `POST ${community}/members`);
  await story.isRefused('bob', `POST ${channels}`, { busChannel: 'mine', isPrivate: false });

  story.step('All meet in the lounge; backstage is for those who are let in');
  await story.writes(bob, says('lounge', 'Hello!'), 'delivered');
  story.hears(cy, 'Hello!');
  await story.writes(bob, says('backstage', 'Let me in!'), 'blocked');
  await story.does('ada', `PUT ${channels}/backstage/users/bob`);
  await story.does('bob', `GET ${channels}`);
  await story.isRefused('ada', `PUT ${channels}/backstage/users/dan`);

  story.step('The crew has a role, and the role opens the door');
  await story.does('ada', `POST ${community}/roles`, { role: 'crew', userId: 'cy' });
  await story.does('ada', `PUT ${channels}/backstage/roles/crew`);
  await story.writes(cy, says('backstage', 'The amplifier is here.'), 'delivered');
  story.hears(bob, 'The amplifier is here.');

  story.step('Only Cy may write in the lounge for a while; nobody is woken by it');
  await story.does('ada', `PUT ${channels}/lounge/mute`, { isMuted: true, speakers: ['cy'] });
  await story.does('ada', `PUT ${channels}/lounge/notification`, { level: 'nothing' });
  await story.writes(bob, says('lounge', 'When?'), 'blocked');
  await story.writes(cy, says('lounge', 'At eight.'), 'delivered');
  await story.does('ada', `POST ${channels}/lounge/messages`, { text: 'See you there!' });
  story.hears(bob, 'See you there!');
});
