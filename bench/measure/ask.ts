import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * Sends a message to a process and returns its answer.
 * @throws Error when the process ends without one.
 */
export async function ask<Answer>(child: ChildProcess, message: object): Promise<Answer> {
  const done = new AbortController();
  const { signal } = done;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`A process of the bench ended without an answer (exit code ${String(code)}).`);
  });
  try {
    const answered = once(child, 'message', { signal });
    child.send(message);
    const [answer] = (await Promise.race([answered, ended])) as [Answer];
    return answer;
  } finally {
    ended.catch(() => undefined);
    done.abort();
  }
}
