import { type Integer, integer } from '../../../model';
import { SourceWindow } from './source-window';
import { WireError } from './wire-error';

const longestVarint = 10;

/** Reads protobuf's numbers: varints, and those of four and eight bytes. */
export class WireScalars extends SourceWindow {
  /** An unsigned varint; beyond 2^53 it is rounded, which lengths and tags never need. */
  varintNumber(): number {
    const { at } = this;
    if (at < this.limit) {
      const byte = this.window[at]!;
      if (byte < 0x80) {
        this.at = at + 1;
        return byte;
      }
    }
    this.need(longestVarint);
    const { window } = this;
    let value = 0;
    let scale = 1;
    for (let index = 0; index < longestVarint; index += 1) {
      const byte = window[this.at + index];
      if (byte === undefined) throw new WireError('truncated', this.size);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        this.at += index + 1;
        return value;
      }
      scale *= 128;
    }
    throw new WireError('varint-too-long', this.position);
  }

  /** A varint as two's complement of 32 bits, the upper ones dropped as protobuf drops them. */
  int32(): number {
    if (this.at < this.limit && this.window[this.at]! < 0x80) return this.window[this.at++]!;
    this.need(longestVarint);
    const start = this.at;
    this.skipVarint();
    let value = 0;
    for (let index = Math.min(5, this.at - start) - 1; index >= 0; index -= 1) {
      value = (value << 7) | (this.window[start + index]! & 0x7f);
    }
    return value;
  }

  /** A varint as two's complement of 64 bits. */
  int64(): Integer {
    return this.wide(true);
  }

  uint64(): Integer {
    return this.wide(false);
  }

  private wide(signed: boolean): Integer {
    if (this.at < this.limit && this.window[this.at]! < 0x80) return this.window[this.at++]!;
    this.need(longestVarint);
    const start = this.at;
    this.skipVarint();
    const length = this.at - start;
    if (length < 8) {
      let value = 0;
      for (let index = length - 1; index >= 0; index -= 1) value = value * 128 + (this.window[start + index]! & 0x7f);
      return value;
    }
    let value = 0n;
    for (let index = length - 1; index >= 0; index -= 1) {
      value = (value << 7n) | BigInt(this.window[start + index]! & 0x7f);
    }
    return integer(signed ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value));
  }

  private skipVarint(): void {
    for (let index = 0; index < longestVarint; index += 1) {
      const byte = this.window[this.at + index];
      if (byte === undefined) throw new WireError('truncated', this.size);
      if (byte < 0x80) {
        this.at += index + 1;
        return;
      }
    }
    throw new WireError('varint-too-long', this.position);
  }

  float(): number {
    const at = this.fixed(4);
    return this.view.getFloat32(at, true);
  }

  double(): number {
    const at = this.fixed(8);
    return this.view.getFloat64(at, true);
  }

  /** Brings so many bytes into the window, which may be another one then, and passes over them; returns where they are. */
  private fixed(bytes: number): number {
    this.need(bytes);
    if (this.window.length - this.at < bytes) throw new WireError('truncated', this.size);
    this.at += bytes;
    return this.at - bytes;
  }
}
