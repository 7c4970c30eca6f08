import type { Attribute, Graph, Operator } from '../../model';
import { checkSparseTensor } from './check-sparse-tensor';
import { checkTensor } from './check-tensor';
import { type Checking, quoted } from './checking';

/** ONNX's names of AttributeProto.AttributeType, by code. */
export const attributeTypeNames = [
  'UNDEFINED',
  'FLOAT',
  'INT',
  'STRING',
  'TENSOR',
  'GRAPH',
  'FLOATS',
  'INTS',
  'STRINGS',
  'TENSORS',
  'GRAPHS',
  'SPARSE_TENSOR',
  'SPARSE_TENSORS',
  'TYPE_PROTO',
  'TYPE_PROTOS',
] as const;

/** The code of the type of an attribute as the file declares it; 0 where it declares none. */
export function declaredType({ value, written }: Attribute): number {
  if (written !== undefined) return written.type ?? 0;
  return value.kind === 'reference' ? value.type : attributeTypeNames.indexOf(value.kind.toUpperCase() as 'INT');
}

const fieldTypes: ReadonlyMap<string, number> = new Map([
  ['f', 1],
  ['i', 2],
  ['s', 3],
  ['t', 4],
  ['g', 5],
  ['floats', 6],
  ['ints', 7],
  ['strings', 8],
  ['tensors', 9],
  ['graphs', 10],
  ['sparse_tensor', 11],
  ['sparse_tensors', 12],
  ['tp', 13],
  ['type_protos', 14],
]);

/**
 * What onnx.checker asks of an AttributeProto by itself, whatever the operator: a type and one value of that type, the
 * tensors in it well formed. `subgraph` checks the graphs in it.
 */
export function checkAttribute(
  checking: Checking,
  attribute: Attribute,
  subject: { readonly graph: Graph; readonly operator: Operator },
  isMainGraph: boolean,
  subgraph: (graph: Graph) => void,
): void {
  const name = quoted(attribute.name);
  if (attribute.name === '') {
    checking.error('attribute-without-name', { en: 'An attribute has no name.', zh: '有一个属性没有名称。' }, subject);
  }
  checkWritten(checking, attribute, subject, isMainGraph);
  const { value } = attribute;
  switch (value.kind) {
    case 'tensor':
      checkTensor(checking, value.value, subject);
      break;
    case 'tensors':
      for (const tensor of value.value) checkTensor(checking, tensor, subject);
      break;
    case 'sparse_tensor':
      checkSparseTensor(checking, value.value, subject);
      break;
    case 'sparse_tensors':
      for (const tensor of value.value) checkSparseTensor(checking, tensor, subject);
      break;
    case 'graph':
      subgraph(value.value);
      break;
    case 'graphs':
      for (const graph of value.value) subgraph(graph);
      break;
    case 'int':
    case 'ints':
    case 'float':
    case 'floats':
    case 'string':
    case 'strings':
    case 'type_proto':
    case 'type_protos':
    case 'reference':
    case 'undefined':
      break;
    default:
      unreachable(value, name);
  }
}

function unreachable(value: never, name: string): never {
  throw new Error(`attribute ${name} of an unknown kind ${JSON.stringify(value)}`);
}

function checkWritten(
  checking: Checking,
  { name: plainName, value, written }: Attribute,
  subject: { readonly graph: Graph; readonly operator: Operator },
  isMainGraph: boolean,
): void {
  if (written === undefined) return;
  const name = quoted(plainName);
  const { type, fields } = written;
  if (type === undefined && checking.irVersion >= 2) {
    checking.error(
      'attribute-without-type',
      {
        en: `Attribute ${name} declares no type; IR version 2 and later require it.`,
        zh: `属性 ${name} 没有声明类型；IR 版本 2 及以后要求声明。`,
      },
      subject,
    );
  }
  const other = fields.filter((field) => type !== undefined && fieldTypes.get(field) !== type);
  if (other.length > 0) {
    checking.error(
      'attribute-type-mismatch',
      {
        en: `Attribute ${name} is declared as ${attributeTypeNames[type!]}, but its value is in the field ${other.join(', ')}: runtimes read a default instead.`,
        zh: `属性 ${name} 声明为 ${attributeTypeNames[type!]}，但值写在字段 ${other.join(', ')} 中：运行时会读到默认值。`,
      },
      subject,
    );
  }
  if (fields.length > 1) {
    checking.error(
      'attribute-with-several-values',
      {
        en: `Attribute ${name} has more than one value: ${fields.join(', ')}.`,
        zh: `属性 ${name} 有多个值：${fields.join(', ')}。`,
      },
      subject,
    );
  }
  if (value.kind === 'reference' && fields.length > 0 && !isMainGraph) {
    checking.error(
      'reference-with-value',
      {
        en: `Attribute ${name} refers to an attribute of the function and has a value of its own as well.`,
        zh: `属性 ${name} 引用了函数的属性，同时又有自己的值。`,
      },
      subject,
    );
  }
}
