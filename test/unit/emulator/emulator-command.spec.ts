import { describe, expect, it } from '@jest/globals';
import { DEMO_APP } from '../../../lib/emulator/emulator.options.js';
import { parseCommand, runCommand } from '../../../lib/emulator/emulator-command.js';
import { startReceiver } from '../../support/callback-receiver.js';
import { postForm } from '../../support/signed-request.js';

function deferred<Value>() {
  let resolve: ((value: Value) => void) | undefined;
  const promise = new Promise<Value>((settle) => (resolve = settle));
  return { promise, resolve: (value: Value) => resolve?.(value) };
}

/** Runs a command; when it has started an emulator, until `whileRunning` is done. */
async function run(args: string[], whileRunning?: (url: string) => Promise<void>) {
  const printed: string[] = [];
  const errors: string[] = [];
  const started = deferred<string>();
  const interrupted = deferred<undefined>();
  const print = (line: string) => {
    printed.push(line);
    if (line.startsWith('Ctrl+C')) started.resolve(/http:\S+/.exec(printed[0] ?? '')?.[0] ?? '');
  };
  const printError = (line: string) => errors.push(line);
  const exit = runCommand(args, { print, printError }, interrupted.promise);
  await Promise.race([exit, started.promise.then(whileRunning)]);
  interrupted.resolve(undefined);
  return { exitCode: await exit, printed, errors: errors.join('\n') };
}

describe('the command line', () => {
  it.each([
    [[], 'command is missing'],
    [['emulate'], 'Unknown command "emulate"'],
    [['emulator', 'now'], 'Unexpected argument "now"'],
    [['emulator', '--prot', '1'], '--prot'],
    [['emulator', '--port', 'x'], '--port is a number'],
    [['emulator', '--port', '70000'], '--port is a number'],
    [['emulator', '--port='], '--port is a number'],
    [['emulator', '--callback-url', 'app'], '--callback-url'],
    [['emulator', '--callback-url', 'https:'], '--callback-url'],
    [['emulator', '--events', 'pre-messaging,rooms'], '--events has "rooms"; there are message-'],
    [['emulator', '--events='], '--events has ""'],
  ])('%j ends with 2 and says why', async (args, problem) => {
    const { exitCode, errors } = await run(args);
    expect(exitCode).toBe(2);
    expect(errors).toContain(problem);
    expect(errors).toContain('Usage:');
  });

  it('helps', async () => {
    const { exitCode, printed } = await run(['emulator', '--help']);
    expect(exitCode).toBe(0);
    expect(printed[0]).toContain('--callback-url');
  });

  it('takes port 7700 unless told otherwise', () => {
    expect(parseCommand(['emulator'])).toMatchObject({ options: { port: 7700 } });
    expect(parseCommand(['emulator', '--port=0'])).toMatchObject({ options: { port: 0 } });
  });

  it('keeps the rate limits and takes the forms of SDKs unless told otherwise', () => {
    const options = { rateLimits: true, strict: false };
    expect(parseCommand(['emulator'])).toMatchObject({ options });
    expect(parseCommand(['emulator', '--no-rate-limits', '--strict'])).toMatchObject({
      options: { rateLimits: false, strict: true },
    });
  });

  it('sends all events as they are signed now, unless told otherwise', () => {
    expect(parseCommand(['emulator'])).toMatchObject({
      options: {
        callbackUrls: {},
        signatureNames: { legacy: false },
      },
    });
    const args = ['--events=pre-messaging, message-routing', '--legacy-signatures'];
    const command = parseCommand(['emulator', ...args]);
    expect(command).toMatchObject({
      options: {
        callbackUrls: { 'bot-event': false, 'user-online-status': false },
        signatureNames: { legacy: true },
      },
    });
    const { callbackUrls = {} } = command.kind === 'emulator' ? command.options : {};
    expect(Object.keys(callbackUrls)).toHaveLength(12);
    expect(callbackUrls).not.toHaveProperty('pre-messaging');
    expect(callbackUrls).not.toHaveProperty('message-routing');
  });

  it.each([
    ['route-server-messages', 'routeServerMessages'],
    ['route-status-messages', 'routeStatusMessages'],
    ['route-blocked-messages', 'routeBlockedMessages'],
    ['route-expansion-changes', 'routeExpansionChanges'],
    ['filter-server-messages', 'filterServerMessages'],
  ])('--%s switches on what is off', (argument, option) => {
    expect(parseCommand(['emulator'])).toMatchObject({ options: { [option]: false } });
    const command = parseCommand(['emulator', `--${argument}`]);
    expect(command).toMatchObject({ options: { [option]: true } });
  });

  it('prints which forms of SDKs a request relied on', async () => {
    const { printed } = await run(['emulator', '--port=0'], async (url) => {
      await postForm(DEMO_APP, `${url}/user/delusers.json`, { userId: 'a,b' });
    });
    expect(printed.at(-1)).toBe(
      'POST /user/delusers.json 200 200 lenient: userId: comma list instead of repeated keys',
    );
  });

  it('prints what to set, a line per request, and a line per callback', async () => {
    const receiver = await startReceiver();
    const args = ['emulator', '--port', '0', '--callback-url', receiver.url];
    const { exitCode, printed } = await run(args, async (url) => {
      await postForm(DEMO_APP, `${url}/user/getToken.json`, { userId: 'a' });
    });
    await receiver.stop();
    const text = printed.join('\n');
    expect(exitCode).toBe(0);
    expect(text).toContain(`IM_APP_KEY=${DEMO_APP.appKey}`);
    expect(text).toContain(`IM_APP_SECRET=${DEMO_APP.appSecret}`);
    expect(text).toMatch(/IM_ENDPOINTS=http:\/\/127\.0\.0\.1:\d+,http:\/\/127\.0\.0\.1:\d+/);
    expect(text).toContain(receiver.url);
    expect(text).toContain('POST /user/getToken.json 400 1002 name is required');
  });

  it('routes messages of the API when told to, and prints neither query nor credentials', async () => {
    const receiver = await startReceiver();
    const { host } = new URL(receiver.url);
    const address = `http://name:word@${host}/im?token=private`;
    const args = ['emulator', '--port=0', '--callback-url', address, '--route-server-messages'];
    const arrived = deferred<undefined>();
    receiver.answer = ({ path }) => {
      if (path === '/im/message-routing') arrived.resolve(undefined);
      return { body: '{"pass":1}' };
    };
    const { printed } = await run(args, async (url) => {
      const message = { fromUserId: 'a', toUserId: 'b', objectName: 'app:x', content: 'hi' };
      await postForm(DEMO_APP, `${url}/message/private/publish.json`, message);
      await arrived.promise;
    });
    await receiver.stop();
    const text = printed.join('\n');
    expect(text).toContain(`Callbacks go to ${receiver.url}/im/<event>`);
    expect(text).toContain('are judged and routed');
    expect(text).toContain(`callback pre-messaging ${receiver.url}/im/pre-messaging 200`);
    expect(text).not.toMatch(/word@|private\?|token=/);
  });

  it('never prints a secret that was given', async () => {
    const { printed } = await run(['emulator', '--port=0', '--app-secret', 'very-private']);
    expect(printed.join('\n')).not.toContain('very-private');
  });

  it('ends with 1 when the port is taken', async () => {
    const { printed } = await run(['emulator', '--port=0'], async (url) => {
      const { exitCode, errors } = await run(['emulator', '--port', new URL(url).port]);
      expect(exitCode).toBe(1);
      expect(errors).toContain('EADDRINUSE');
    });
    expect(printed).not.toEqual([]);
  });
});
