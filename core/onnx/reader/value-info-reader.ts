import type { NameId, ValueInfo } from '../../model';
import { readEntry } from './entry-reader';
import type { Reading } from './reading';
import { lacksOf, newType, readType, type TypeDraft, typeOf } from './type-reader';

enum Field {
  name = (1 << 3) | 2,
  type = (2 << 3) | 2,
  docString = (3 << 3) | 2,
  metadata = (4 << 3) | 2,
}

export function readValueInfo(reading: Reading): ValueInfo {
  const { cursor } = reading;
  const outer = cursor.enter();
  const byteOffset = cursor.position;
  let id = 0;
  let type: TypeDraft | undefined;
  let docString: string | undefined;
  let metadata: Map<string, string> | undefined;
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    switch (tag) {
      case Field.name:
        id = cursor.nameId();
        break;
      case Field.type:
        readType(reading, (type ??= newType()));
        break;
      case Field.docString:
        docString = cursor.uniqueString();
        break;
      case Field.metadata:
        readEntry(reading, (metadata ??= new Map()));
        break;
      default:
        cursor.skip(tag);
    }
  }
  cursor.leave(outer);
  reading.spend(200);
  const name = cursor.names.nameOf(id);
  return { name, id, type: typeOf(type), byteOffset, lacks: lacksOf(type), docString, metadata };
}

/** The value of an input of a function's body, of which the file only has the name. */
export function untyped(name: string, id: NameId, byteOffset: number): ValueInfo {
  return { name, id, type: undefined, byteOffset };
}
