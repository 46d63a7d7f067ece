/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/package/.*/'],
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
  maxWorkers: 2,
  maxConcurrency: 2,
  reporters: ['default', '<rootDir>/test/support/summary.reporter.mjs'],
};
