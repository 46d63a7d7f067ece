// A worker of a fault test.
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ImModule } from '../../lib/im.module.js';
import { begun, moduleOptions, RecordedCallbacks } from './recorded-callbacks.js';

@Module({
  imports: [ImModule.forWorker(moduleOptions(true))],
  controllers: [RecordedCallbacks],
})
class WorkerModule {}

await begun();
// eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and exports only their type.
await NestFactory.createApplicationContext(WorkerModule, { logger: false });
process.send?.('works');
