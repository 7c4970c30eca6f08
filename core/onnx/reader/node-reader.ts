import type { DeviceConfiguration, Operator } from '../../model';
import { readAttribute } from './attribute-reader';
import { readDeviceConfiguration } from './device-reader';
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

const none: readonly never[] = [];

/** Reads the NodeProto that starts here: operator `index` of the graph at `graphPath`. */
export function readNode(reading: Reading, graphPath: string, index: number, depth: number): Operator {
  const { cursor, inputs, outputs, nodeAttributes: attributes } = reading;
  const outer = cursor.enter();
  const byteOffset = cursor.position;
  const firstInput = inputs.length;
  const firstOutput = outputs.length;
  const firstAttribute = attributes.length;
  let name = '';
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
        inputs.push(cursor.string());
        break;
      case Field.output:
        reading.spend(8);
        outputs.push(cursor.string());
        break;
      case Field.name:
        name = cursor.uniqueString();
        break;
      case Field.opType:
        opType = cursor.string();
        break;
      case Field.attribute:
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
  const operator: Operator = {
    name,
    opType,
    domain,
    overload,
    inputs: taken(inputs, firstInput),
    outputs: taken(outputs, firstOutput),
    attributes: taken(attributes, firstAttribute),
    index,
    byteOffset,
  };
  // Rare fields take room only where they are set: of 100,000 operators every word counts.
  const isPlain = docString === undefined && metadata === undefined && deviceConfigurations === undefined;
  return isPlain ? operator : { ...operator, docString, metadata, deviceConfigurations };
}

/** An array of the exact length; one that grows by push keeps room for sixteen more. */
function taken<Item>(values: Item[], first: number): readonly Item[] {
  // The usual lengths without calls into the runtime, which slicing and cutting are.
  switch (values.length - first) {
    case 0:
      return none;
    case 1:
      return [values.pop()!];
    case 2: {
      const second = values.pop()!;
      return [values.pop()!, second];
    }
    default: {
      const list = values.slice(first);
      values.length = first;
      return list;
    }
  }
}
