import { type Attribute, type FunctionDefinition, functionKey, type OpsetImport, type ValueInfo } from '../../model';
import { readAttribute } from './attribute-reader';
import { readEntry } from './entry-reader';
import { newGraph } from './graph-reader';
import { readNode } from './node-reader';
import { readOpsetImport } from './opset-reader';
import { readPlainNodes } from './plain-nodes';
import type { Reading } from './reading';
import { readValueInfo, untyped } from './value-info-reader';

enum Field {
  name = (1 << 3) | 2,
  input = (4 << 3) | 2,
  output = (5 << 3) | 2,
  attributeName = (6 << 3) | 2,
  node = (7 << 3) | 2,
  docString = (8 << 3) | 2,
  opsetImport = (9 << 3) | 2,
  domain = (10 << 3) | 2,
  attributeDefault = (11 << 3) | 2,
  valueInfo = (12 << 3) | 2,
  overload = (13 << 3) | 2,
  metadata = (14 << 3) | 2,
}

/** What a function is called by. */
interface Signature {
  name: string;
  domain: string | undefined;
  overload: string;
}

/** Reads the FunctionProto that starts here. */
export function readFunction(reading: Reading): FunctionDefinition {
  const { cursor } = reading;
  const outer = cursor.enter();
  const byteOffset = cursor.position;
  const { name, domain, overload } = readSignature(reading);
  cursor.seek(byteOffset);
  const path = `${functionKey(domain ?? '', name, overload)}/`;
  const body = newGraph(reading, path, byteOffset);
  const attributeNames: string[] = [];
  const attributeDefaults: Attribute[] = [];
  const opsetImports: OpsetImport[] = [];
  const metadata = new Map<string, string>();
  let docString = '';
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    reading.look();
    switch (tag) {
      case Field.input:
        body.inputs.push(readName(reading));
        break;
      case Field.output:
        body.outputs.push(readName(reading));
        break;
      case Field.attributeName:
        reading.spend(8);
        attributeNames.push(cursor.string());
        break;
      case Field.node:
        if (readPlainNodes(reading, body.operators, tag)) {
          body.operators.push(readNode(reading, path, body.operators.length, 1));
        }
        break;
      case Field.docString:
        docString = cursor.uniqueString();
        break;
      case Field.opsetImport:
        opsetImports.push(readOpsetImport(reading));
        break;
      case Field.attributeDefault:
        attributeDefaults.push(readAttribute(reading, path, undefined, 1));
        break;
      case Field.valueInfo:
        body.valueInfos.push(readValueInfo(reading));
        break;
      case Field.metadata:
        readEntry(reading, metadata);
        break;
      default:
        cursor.skip(tag);
    }
  }
  cursor.leave(outer);
  reading.spend(400);
  body.name = name;
  return {
    name,
    domain: domain ?? '',
    overload,
    attributeNames,
    attributeDefaults,
    opsetImports,
    body,
    docString,
    metadata,
    byteOffset,
    lacks: domain === undefined ? ['domain'] : undefined,
  };
}

/** The domain stands after the nodes, whose subgraphs have it in their paths: it is looked for first. */
function readSignature(reading: Reading): Signature {
  const { cursor } = reading;
  const signature: Signature = { name: '', domain: undefined, overload: '' };
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    reading.look();
    if (tag === Field.name) signature.name = cursor.string();
    else if (tag === Field.domain) signature.domain = cursor.string();
    else if (tag === Field.overload) signature.overload = cursor.string();
    else cursor.skip(tag);
  }
  return signature;
}

function readName(reading: Reading): ValueInfo {
  const { cursor } = reading;
  const byteOffset = cursor.position;
  reading.spend(80);
  const id = cursor.nameId();
  return untyped(cursor.names.nameOf(id), id, byteOffset);
}
