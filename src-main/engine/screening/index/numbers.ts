import { grownTo, sharedUint8, sharedUint32 } from './hash-lists.ts';

/** Numbers that grow, cheaper than an array of numbers by half the memory and most of the time. */
export class Numbers {
  array = new Uint32Array(1 << 14);
  length = 0;
  push(value: number): void {
    if (this.length === this.array.length) this.array = grownTo(this.array, this.length + 1);
    this.array[this.length++] = value;
  }
  shared32(): Uint32Array {
    const shared = sharedUint32(this.length);
    shared.set(this.array.subarray(0, this.length));
    return shared;
  }
  shared8(): Uint8Array {
    const shared = sharedUint8(this.length);
    shared.set(this.array.subarray(0, this.length));
    return shared;
  }
}
