#!/usr/bin/env node
import { runCommand } from './emulator-command.js';

const interrupted = new Promise<void>((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});

const output = { print: console.log, printError: console.error };

void runCommand(process.argv.slice(2), output, interrupted).then((exitCode) => {
  process.exitCode = exitCode;
});
