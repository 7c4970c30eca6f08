import type { Reading } from './reading';

enum Field {
  key = (1 << 3) | 2,
  value = (2 << 3) | 2,
}

/** Reads a StringStringEntryProto into `map`; the last value of a key counts. Returns the key. */
export function readEntry(reading: Reading, map: Map<string, string>): string {
  const { cursor } = reading;
  const outer = cursor.enter();
  let key = '';
  let value = '';
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    if (tag === Field.key) key = cursor.string();
    else if (tag === Field.value) value = cursor.string();
    else cursor.skip(tag);
  }
  cursor.leave(outer);
  reading.spend(64);
  map.set(key, value);
  return key;
}
