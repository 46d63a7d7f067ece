import type { IncomingMessage, ServerResponse } from 'node:http';
import { LocalServer } from '../shared/local-server.js';

/**
 * Stands in for a service that looks at pictures: `GET /?imageUri=…` → `{ "isAllowed": true }`. A picture with
 * `nude` in its address is not allowed, one with `blurred` gets no answer at all.
 */
export class PictureChecker extends LocalServer {
  #onHangUp: () => void = () => undefined;
  /** Resolves when somebody has hung up without an answer. */
  readonly hungUp = new Promise<void>((resolve) => (this.#onHangUp = resolve));

  protected override answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    response.once('close', () => {
      if (!response.writableEnded) this.#onHangUp();
    });
    const picture = new URL(url, this.url).searchParams.get('imageUri') ?? '';
    if (picture.includes('blurred')) return;
    const answer = { isAllowed: !picture.includes('nude') };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  }
}
