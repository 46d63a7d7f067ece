/** @type {import('jest').ProjectConfig} */
const nest12 = {
  displayName: 'nest12',
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/package/.*/',
    '<rootDir>/test/faults/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/test/package/.*/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^nestjs-rongcloud-im$': '<rootDir>/lib/index.ts',
    '^nestjs-rongcloud-im/(.*)$': '<rootDir>/lib/$1/index.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  globals: { nestMajor: 12 },
};

/**
 * The proofs that take minutes: processes that are killed, bursts, a hundred thousand hostile requests.
 *
 * @type {import('jest').ProjectConfig}
 */
const faults = {
  ...nest12,
  displayName: 'faults',
  roots: ['<rootDir>/test/faults'],
  testPathIgnorePatterns: ['/node_modules/'],
  globals: { nestMajor: 12, hostileRequests: { fastify: 90_000, express: 10_000 } },
};

/**
 * The suites that touch Nest, with what test/nest11 installs.
 *
 * The contract of each operation is left to nest12: operations.spec.ts goes the same way through Nest.
 *
 * @type {import('jest').ProjectConfig}
 */
const nest11 = {
  ...nest12,
  displayName: 'nest11',
  testPathIgnorePatterns: ['/node_modules/'],
  testMatch: [
    '<rootDir>/test/e2e/**/!(contract).spec.ts',
    '<rootDir>/test/faults/hostile.spec.ts',
    '<rootDir>/test/unit/callback/callback.decorators.spec.ts',
  ],
  globalSetup: '<rootDir>/test/nest11/install.mjs',
  resolver: '<rootDir>/test/nest11/resolver.mjs',
  globals: { nestMajor: 11, hostileRequests: { fastify: 5_000, express: 5_000 } },
};

/** @type {import('jest').Config} */
export default {
  projects: [nest12, nest11, faults],
  maxWorkers: 2,
  maxConcurrency: 2,
  reporters: ['default', '<rootDir>/test/support/summary.reporter.mjs'],
};
