import type { DeviceConfiguration, Operator } from '../../model';
import { readAttribute } from './attribute-reader';
import { readDeviceConfiguration } from './device-reader';
import { FileOperator } from './file-operator';
import type { Reading } from './reading';
import { readEntry } from './string-map';

enum Field {
  input = (1 << 3) | 2,
  output = (2 << 3) | 2,
  name = (3 << 3) | 2,
  opType = (4 << 3) | 2,
  attribute = (5 << 3) | 2,
  docString = (6 << 3) | 2,
  domain = (7 << 3) | 2,
  overload = (8 << 3) | 2,
  metadata = (9 << 3) | 2,
  deviceConfiguration = (10 << 3) | 2,
}

/** Reads the NodeProto that starts here: operator `index` of the graph at `graphPath`. */
export function readNode(reading: Reading, graphPath: string, index: number, depth: number): Operator {
  const { cursor, columns, inputs, outputs, nodeAttributes: attributes, unknownKind } = reading;
  reading.unknownKind = undefined;
  const outer = cursor.enter();
  const byteOffset = cursor.position;
  const firstInput = inputs.length;
  const firstOutput = outputs.length;
  const firstAttribute = attributes.length;
  const { ownAttributes } = reading;
  let nameStart = 0;
  let nameEnd = 0;
  let opType = '';
  let domain = '';
  let overload = '';
  let docString: string | undefined;
  let metadata: Map<string, string> | undefined;
  let deviceConfigurations: DeviceConfiguration[] | undefined;
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    switch (tag) {
      case Field.input:
        reading.spend(8);
        inputs.push(cursor.nameId());
        break;
      case Field.output:
        reading.spend(8);
        outputs.push(cursor.nameId());
        break;
      case Field.name:
        nameStart = columns.nodeNames.length;
        cursor.keepText(columns.nodeNames);
        nameEnd = columns.nodeNames.length;
        break;
      case Field.opType:
        opType = cursor.string();
        break;
      case Field.attribute:
        reading.spend(8);
        attributes.push(readAttribute(reading, graphPath, index, depth));
        break;
      case Field.docString:
        docString = cursor.uniqueString();
        break;
      case Field.domain:
        domain = cursor.string();
        break;
      case Field.overload:
        overload = cursor.string();
        break;
      case Field.metadata:
        readEntry(reading, (metadata ??= new Map()));
        break;
      case Field.deviceConfiguration:
        (deviceConfigurations ??= []).push(readDeviceConfiguration(reading));
        break;
      default:
        cursor.skip(tag);
    }
  }
  cursor.leave(outer);
  // Its own size, and what it costs those who come after the reader.
  reading.spend(300);
  const isShared = reading.ownAttributes === ownAttributes;
  const kind = isShared
    ? reading.kinds.of(opType, domain, overload, attributes, firstAttribute)
    : { opType, domain, overload, attributes: attributes.slice(firstAttribute) };
  if (isShared && unknownKind !== undefined) reading.knowKind(unknownKind, kind);
  const firstValue = columns.valueCount;
  const inputCount = inputs.length - firstInput;
  const outputCount = outputs.length - firstOutput;
  const row = columns.add(inputs, firstInput, outputs, firstOutput, byteOffset, nameStart, nameEnd - nameStart);
  if (docString !== undefined || metadata !== undefined || deviceConfigurations !== undefined) {
    columns.setRare(row, { docString, metadata, deviceConfigurations });
  }
  forget(inputs, firstInput);
  forget(outputs, firstOutput);
  forget(attributes, firstAttribute);
  return new FileOperator(columns, row, kind, index, firstValue, inputCount, outputCount);
}

/** Without a call into the runtime, which setting the length is, for the few that there are. */
function forget(values: unknown[], first: number): void {
  if (values.length - first > 8) values.length = first;
  else while (values.length > first) values.pop();
}
