import type { EmulatedDevice } from './emulated-device.js';
import type { ImEmulatorMessage } from './state/message.store.js';

/** The connected devices of an app. */
export class DeviceRegistry {
  private readonly byUser = new Map<string, Set<EmulatedDevice>>();

  add(device: EmulatedDevice): void {
    const devices = this.byUser.get(device.userId) ?? new Set<EmulatedDevice>();
    devices.add(device);
    this.byUser.set(device.userId, devices);
  }

  remove(device: EmulatedDevice): void {
    const devices = this.byUser.get(device.userId);
    devices?.delete(device);
    if (devices?.size === 0) this.byUser.delete(device.userId);
  }

  isOnline(userId: string): boolean {
    return this.byUser.has(userId);
  }

  /** The users with a connected device. */
  userIds(): readonly string[] {
    return [...this.byUser.keys()];
  }

  /** Hands a message to the devices of a user, or to those that it is for. */
  deliver(
    userId: string,
    message: ImEmulatorMessage,
    isFor: (device: EmulatedDevice) => boolean = () => true,
  ): void {
    for (const device of this.byUser.get(userId) ?? []) if (isFor(device)) device.take(message);
  }

  /** Ends the connections of all devices, without a callback. */
  close(): void {
    for (const devices of this.byUser.values()) for (const device of devices) device.close();
    this.byUser.clear();
  }

  /** Disconnects all devices of a user. */
  disconnect(userId: string): void {
    for (const device of [...(this.byUser.get(userId) ?? [])]) device.disconnect();
  }
}
