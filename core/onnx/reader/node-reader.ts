import type { DeviceConfiguration, Operator } from '../../model';
import { readAttribute } from './attribute-reader';
import { readDeviceConfiguration } from './device-reader';
import { readEntry } from './entry-reader';
import { FileOperator } from './file-operator';
import { bytesOfNode, bytesOfValue, NodeField } from './node-fields';
import type { Reading } from './reading';

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
      case NodeField.input:
        reading.spend(bytesOfValue);
        inputs.push(cursor.nameId());
        break;
      case NodeField.output:
        reading.spend(bytesOfValue);
        outputs.push(cursor.nameId());
        break;
      case NodeField.name:
        nameStart = columns.nodeNames.length;
        cursor.keepText(columns.nodeNames);
        nameEnd = columns.nodeNames.length;
        break;
      case NodeField.opType:
        opType = cursor.string();
        break;
      case NodeField.attribute:
        reading.spend(8);
        attributes.push(readAttribute(reading, graphPath, index, depth));
        break;
      case NodeField.docString:
        docString = cursor.uniqueString();
        break;
      case NodeField.domain:
        domain = cursor.string();
        break;
      case NodeField.overload:
        overload = cursor.string();
        break;
      case NodeField.metadata:
        readEntry(reading, (metadata ??= new Map()));
        break;
      case NodeField.deviceConfiguration:
        (deviceConfigurations ??= []).push(readDeviceConfiguration(reading));
        break;
      default:
        cursor.skip(tag);
    }
  }
  cursor.leave(outer);
  reading.spend(bytesOfNode);
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
