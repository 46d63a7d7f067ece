import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { ask } from './ask.js';

export interface SinkPorts {
  readonly http: number;
  readonly https: number;
}

export interface SinkCertificate {
  readonly key: string;
  readonly cert: string;
}

/** What has reached the sink since it was last asked. */
export interface SinkCount {
  readonly requests: number;
  readonly connections: number;
}

/** A process that answers every request at once, so that it is never what limits a variant. */
export class Sink {
  private constructor(
    readonly process: ChildProcess,
    readonly ports: SinkPorts,
    readonly directory: string,
    /** Set for a process, makes Node trust the sink's certificate. */
    readonly trust: { readonly NODE_EXTRA_CA_CERTS: string },
  ) {}

  static async start(): Promise<Sink> {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
      ],
    });
    const directory = await mkdtemp(join(tmpdir(), 'bench-sink-'));
    const certificateFile = join(directory, 'certificate.pem');
    await writeFile(certificateFile, cert);
    const child = fork(new URL('sink.process.js', import.meta.url));
    const certificate: SinkCertificate = { key, cert };
    const ports = await ask<SinkPorts>(child, certificate);
    return new Sink(child, ports, directory, { NODE_EXTRA_CA_CERTS: certificateFile });
  }

  origin(scheme: keyof SinkPorts): string {
    return scheme === 'https'
      ? `https://localhost:${this.ports.https}`
      : `http://127.0.0.1:${this.ports.http}`;
  }

  /** Counts from zero again. */
  takeCount(): Promise<SinkCount> {
    return ask(this.process, {});
  }

  async stop(): Promise<void> {
    this.process.disconnect();
    await rm(this.directory, { recursive: true });
  }
}
