import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';

/** The line of Nest that the project in jest.config.mjs is for. */
declare const nestMajor: number;

const LIBRARY = new URL('../../lib/index.ts', import.meta.url).href;
const SHARED = ['@nestjs/common', '@nestjs/core', 'rxjs', 'reflect-metadata'];

describe('Nest', () => {
  it.each(['@nestjs/common', '@nestjs/core'])('is of the line of this run: %s', async (name) => {
    const manifest = new URL(import.meta.resolve(`${name}/package.json`, LIBRARY));
    const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
    expect(version.split('.')[0]).toBe(String(nestMajor));
  });

  it.each([
    '@nestjs/axios',
    '@nestjs/config',
    '@nestjs/core',
    '@nestjs/platform-express',
    '@nestjs/platform-fastify',
    '@nestjs/testing',
  ])('is there once, for us, for tests and for %s', (name) => {
    const places = [LIBRARY, import.meta.url, import.meta.resolve(name)];
    for (const shared of SHARED) {
      const found = places.map((place) => import.meta.resolve(shared, place));
      expect(new Set(found).size).toBe(1);
    }
  });
});
