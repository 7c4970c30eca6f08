import type { NameId, PayloadField, Tensor } from '../../model';
import { longestKeptList, type Reading } from './reading';
import { bytesOfDimension, bytesOfTensor, TensorField } from './tensor-fields';
import { rawElements } from './tensor-reader';

/** All that stands before the payload, of nearly every tensor. */
const bytesOfHeader = 256;
const longestName = 1 << 16;

/** A payload's length takes six bytes of seven bits at most. */
const longestLength = 2 ** 42;

/**
 * Reads tensors from here on, where the first one's `tag` was read already, as long as each is plain: dimensions, type,
 * name and raw payload, in this order, and nothing else. Returns whether a tensor follows, behind its tag, that is not
 * plain: that one is for readTensor. As with {@link readPlainNodes}, it is one loop over local variables because most
 * models are read before V8 has optimised anything.
 */
export function readPlainTensors(reading: Reading, tensors: Tensor[], tag: number): boolean {
  const { cursor } = reading;
  for (;;) {
    cursor.brings(bytesOfHeader);
    const { window, base } = cursor;
    let at = cursor.at;
    let length = 0;
    let scale = 1;
    let byte = 0x80;
    for (; byte >= 0x80 && scale < longestLength; scale *= 128) {
      byte = window[at++]!;
      length += (byte & 0x7f) * scale;
    }
    const start = at;
    const end = at + length;
    if (!(byte < 0x80) || base + end > cursor.end) return true;

    const dims: number[] = [];
    let count = 1;
    let elementType = 0;
    let id: NameId = 0;
    let rawLength = -1;
    for (let before = 0; rawLength < 0; ) {
      const field = window[at++]!;
      if (field <= before && field !== TensorField.dim) return true;
      before = field;
      let value = 0;
      for (scale = 1, byte = 0x80; byte >= 0x80 && scale < longestLength; scale *= 128) {
        byte = window[at++]!;
        value += (byte & 0x7f) * scale;
      }
      if (!(byte < 0x80 && at <= end)) return true;
      if (field === TensorField.dim) {
        dims.push(value);
        count *= value;
      } else if (field === TensorField.dataType && value < 2 ** 31) elementType = value;
      else if (field === TensorField.name && value < longestName) {
        if (at + value > window.length || at + value > end) return true;
        id = cursor.nameAt(at, at + value);
        at += value;
      } else if (field === TensorField.raw && value > 0 && at + value === end) rawLength = value;
      else return true;
    }

    reading.spend(bytesOfTensor + bytesOfDimension * dims.length);
    const rawStart = base + at;
    // Not inside of the list: V8 copies literals in literals outside of compiled code.
    const payload: PayloadField = { field: 'raw_data', count: rawLength, bytes: rawLength };
    tensors.push({
      name: cursor.names.nameOf(id),
      id,
      elementType,
      dims,
      byteOffset: base + start,
      external: undefined,
      payloadBytes: rawLength,
      elements: count > longestKeptList ? undefined : rawElements(reading, elementType, dims, rawStart, rawLength),
      payload: [payload],
      docString: undefined,
      metadata: undefined,
    });
    reading.look();
    cursor.seek(base + end);
    if (!cursor.hasMore) return false;
    cursor.brings(bytesOfHeader);
    if (cursor.window[cursor.at] !== tag) return false;
    cursor.at += 1;
  }
}
