import { type Attribute, type AttributeValue, formatType } from '../../model';
import { attributeTypeName } from './message';
import { formatName, quoted } from './names';
import { formatFloat } from './numbers';
import { formatSparseTensor, formatTensor } from './print-tensor';

/** Lists of more elements show only the first few; a comment tells how many there are. */
const longestList = 1000;
const shownOfLong = 16;

export type PlainValue = Exclude<AttributeValue, { kind: 'graph' | 'graphs' | 'undefined' }>;

/** `name: type = value` of an attribute without graphs. */
export function formatAttribute(name: string, value: PlainValue): string {
  const isUntyped = value.kind === 'reference' && attributeTypeName(value.type) === 'undefined';
  return `${formatName(name)}${isUntyped ? '' : ':'} ${formatValue(value)}`;
}

function formatValue(value: PlainValue): string {
  switch (value.kind) {
    case 'float':
      return `float = ${formatFloat(value.value)}`;
    case 'int':
      return `int = ${value.value}`;
    case 'string':
      return `string = ${quoted(value.value)}`;
    case 'tensor':
      return `tensor = ${formatTensor(value.value)}`;
    case 'sparse_tensor':
      return `sparse_tensor = ${formatSparseTensor(value.value)}`;
    case 'type_proto':
      return `type_proto = ${formatType(value.value)}`;
    case 'floats':
      return `floats = ${formatList(shown(value.value, value.count), formatFloat)}`;
    case 'ints':
      return `ints = ${formatList(shown(value.value, value.count), String)}`;
    case 'strings':
      return `strings = ${formatList(shown(value.value, value.count), quoted)}`;
    case 'tensors':
      return `tensors = ${formatList(value.value, formatTensor)}`;
    case 'sparse_tensors':
      return `sparse_tensors = ${formatList(value.value, formatSparseTensor)}`;
    case 'type_protos':
      return `type_protos = ${formatList(value.value, formatType)}`;
    case 'reference': {
      const type = attributeTypeName(value.type);
      return `${type === 'undefined' ? '' : `${type} `}= @${formatName(value.name)}`;
    }
  }
}

function shown<Item>(items: readonly Item[], count: number): readonly Item[] {
  return count > longestList ? items.slice(0, shownOfLong) : items;
}

function formatList<Item>(items: readonly Item[], format: (item: Item) => string): string {
  return `[${items.map(format).join(', ')}]`;
}

/** What the text leaves out of an attribute; '' where nothing. */
export function attributeComment({ name, value }: Attribute): string {
  if (value.kind === 'undefined') return `${formatName(name)} has no value`;
  if (!('count' in value) || value.count <= longestList) return '';
  return `${formatName(name)}: the first ${shownOfLong} of ${value.count}`;
}
