type InputClass = new () => object;

/** What the bench uses of modules that the package does not export, and inputs as those modules know them. */
interface Internals {
  readonly RegisterUserDto: InputClass;
  readonly SendPrivateMessageDto: InputClass;
  readonly ImAttempt: new (parts: object) => { sign(): void };
  readonly checkInput: (input: InputClass, value: object) => readonly object[];
  readonly encodeForm: (input: InputClass, value: object) => string;
}

const MODULES = [
  'index.js',
  'client/attempt.js',
  'client/input/check.js',
  'client/input/encode.js',
];

// From bench/dist/micro, where this is compiled to.
const BUILD = new URL('../../../dist/compiled/', import.meta.url);

const modules = await Promise.all(
  MODULES.map((path) => import(new URL(path, BUILD).href) as Promise<object>),
);

/** The compiled package, before its files are joined. */
export const internals = Object.assign({}, ...modules) as Internals;
