import type { Expression } from '../syntax/nodes';
import { bool, float, int, none, tensor, text, type Value } from './value';

/** What an annotation says of a value; undefined where it says nothing that is known here. `resolve`: a name's value. */
export function annotatedValue(annotation: Expression, resolve: (name: Expression) => Value): Value | undefined {
  switch (annotation.kind) {
    case 'String':
      return annotation.value === undefined ? undefined : quoted(annotation.value);
    case 'Binary':
      return annotation.operator === '|'
        ? either(
            [annotation.left, annotation.right].map((side) => annotatedValue(side, resolve)),
            [annotation.left, annotation.right],
          )
        : undefined;
    case 'Subscript':
      return subscripted(annotation.object, annotation.indices, resolve);
    case 'Name':
    case 'Attribute':
      return named(annotation, resolve);
    default:
      return undefined;
  }
}

/** `Tensor | None` is a tensor where it is not None; of two other types neither is known. */
function either(values: readonly (Value | undefined)[], written: readonly Expression[]): Value | undefined {
  const rest = values.filter((_, index) => !isNone(written[index]!));
  return rest.length === 1 ? rest[0] : undefined;
}

const isNone = (node: Expression) => node.kind === 'Constant' && node.value === null;

function subscripted(object: Expression, indices: readonly Expression[], resolve: (name: Expression) => Value) {
  const name = lastName(object);
  const parts = indices.flatMap((index) => (index.kind === 'Tuple' ? index.elements : [index]));
  const of = (index: number) => (parts[index] ? annotatedValue(parts[index], resolve) : undefined);
  switch (name) {
    case 'Optional':
    case 'Annotated':
    case 'Final':
    case 'ClassVar':
      return of(0);
    case 'Union':
      return either(
        parts.map((_, index) => of(index)),
        parts,
      );
    case 'Literal':
      return parts.every(({ kind }) => kind === 'String') ? text : undefined;
    case 'list':
    case 'List':
    case 'Sequence':
    case 'Iterable':
    case 'Iterator':
    case 'set': {
      const element = of(0);
      return { kind: 'list', certainty: 'proven', ...(element ? { element } : {}) } satisfies Value;
    }
    case 'tuple':
    case 'Tuple': {
      const isOpen = parts[1]?.kind === 'Constant' && parts[1].value === undefined;
      const elements = parts.map((_, index) => of(index));
      if (isOpen)
        return { kind: 'tuple', certainty: 'proven', ...(elements[0] ? { element: elements[0] } : {}) } satisfies Value;
      const known = elements.every((element) => element !== undefined);
      return { kind: 'tuple', certainty: 'proven', ...(known ? { elements } : {}) } satisfies Value;
    }
    case 'dict':
    case 'Dict':
    case 'Mapping': {
      const element = of(1);
      return { kind: 'dict', certainty: 'proven', ...(element ? { element } : {}) } satisfies Value;
    }
    // jaxtyping's `Float[Tensor, "batch dim"]`.
    case 'Float':
    case 'Int':
    case 'Shaped':
    case 'Bool':
      return of(0);
    default:
      return undefined;
  }
}

function lastName(node: Expression): string | undefined {
  return node.kind === 'Name' ? node.id : node.kind === 'Attribute' ? node.name.id : undefined;
}

const builtins = new Map<string, Value>([
  ['str', text],
  ['int', int],
  ['float', float],
  ['bool', bool],
  ['list', { kind: 'list', certainty: 'proven' }],
  ['tuple', { kind: 'tuple', certainty: 'proven' }],
  ['dict', { kind: 'dict', certainty: 'proven' }],
  ['None', none],
]);

function named(node: Expression, resolve: (name: Expression) => Value): Value | undefined {
  const { name, kind, certainty } = resolve(node);
  if (kind === 'api' && name !== undefined) return instanceOf(name, certainty);
  return node.kind === 'Name' && kind === 'unknown' ? builtins.get(node.id) : undefined;
}

/** An object of a class that an annotation names; classes of the workspace are told by the caller. */
function instanceOf(name: string, certainty: Value['certainty']): Value | undefined {
  if (name === 'torch.Tensor' || name === 'torch.nn.Parameter') return tensor(certainty);
  if (name.endsWith('Tensor') && /^torch\.\w+Tensor$/.test(name)) return tensor(certainty);
  if (name === 'torch.device') return { kind: 'device', certainty };
  if (name === 'torch.dtype') return { kind: 'dtype', certainty };
  if (name === 'torch.Size') return { kind: 'tuple', certainty, element: int };
  return { kind: 'api', certainty, name };
}

/** An annotation in quotes, as far as it is one of the usual forms. */
function quoted(said: string): Value | undefined {
  const name = said
    .replaceAll(/\s/g, '')
    .replace(/^(?:typing\.)?Optional\[(.*)\]$/, '$1')
    .replace(/\|None$/, '');
  if (/^(torch\.)?Tensor$/.test(name)) return tensor('assumed');
  if (/^(torch\.)?device$/.test(name)) return { kind: 'device', certainty: 'assumed' };
  if (name === 'nn.Module' || name === 'torch.nn.Module')
    return { kind: 'module', certainty: 'assumed', name: 'torch.nn.Module' };
  return builtins.get(name);
}
