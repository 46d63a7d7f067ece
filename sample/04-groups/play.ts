// Plays a short story of a reading circle with the groups app.
import { playApp } from '../shared/play-app.js';
import { GroupsModule } from './app.js';

await playApp(GroupsModule, async (story) => {
  const [ada, bob, cy] = [story.connect('ada'), story.connect('bob'), story.connect('cy')];

  story.step('Ada founds a reading circle that one is invited to, and invites Bob');
  const circle = { name: 'Readers', introduction: 'A book a month.', isOpen: false };
  const group = `/groups/${await story.creates('ada', 'POST /groups', circle)}`;
  await story.does('ada', `POST ${group}/members`, { userIds: ['bob'] });
  await story.isRefused('cy', `PUT ${group}/members/me`);
  await story.isRefused('cy', `POST ${group}/messages`, { text: 'Let me in!' });

  story.step('Bob becomes a manager: now he may invite, too');
  await story.isRefused('bob', `POST ${group}/members`, { userIds: ['cy'] });
  await story.does('ada', `PUT ${group}/managers/bob`);
  await story.does('bob', `POST ${group}/members`, { userIds: ['cy', 'dan'] });

  story.step('Bob announces the next book: the profile keeps it, and all are told');
  await story.does('bob', `PUT ${group}/announcement`, { text: 'We read "Emma".' });
  story.hears(ada, 'Emma');
  story.hears(cy, 'Emma');

  story.step('Cy writes to all, and calls the group by a name of his own');
  await story.does('cy', `POST ${group}/messages`, { text: 'Who has the book?' });
  story.hears(bob, 'Who has the book?');
  await story.does('cy', `PUT ${group}/remark-name`, { remarkName: 'Emma and co.' });
  await story.does('cy', 'GET /groups');
  await story.does('ada', 'GET /groups');

  story.step('Dan is removed; Ada gives the group to Bob and leaves');
  await story.isRefused('cy', `DELETE ${group}/members/dan`);
  await story.does('bob', `DELETE ${group}/members/dan`);
  await story.isRefused('ada', `DELETE ${group}/members/me`);
  await story.does('ada', `PUT ${group}/owner/bob`);
  await story.does('ada', `DELETE ${group}/members/me`);
  await story.does('bob', `GET ${group}/members`);
});
