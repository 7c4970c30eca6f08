import type { Integer, OpsetImport } from '../../model';
import type { Reading } from './reading';

enum Field {
  domain = (1 << 3) | 2,
  version = (2 << 3) | 0,
}

export function readOpsetImport(reading: Reading): OpsetImport {
  const { cursor } = reading;
  const outer = cursor.enter();
  let domain = '';
  let version: Integer = 0;
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    if (tag === Field.domain) domain = cursor.string();
    else if (tag === Field.version) version = cursor.int64();
    else cursor.skip(tag);
  }
  cursor.leave(outer);
  reading.spend(60);
  return { domain, version };
}
