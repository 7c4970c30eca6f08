import type { Scope, Step } from '../names/scope';
import type { Collection, Comprehension, Dictionary, Subscript } from '../syntax/nodes';
import type { Evaluator } from './evaluator';
import { at, elementOf, isOnHost, itself, onHost, tensor, text, unknown, type Value } from './value';

/** Of longer ones the elements are not told apart. */
const mostElements = 64;

/** A tuple, list or set that is written out. */
export function collectionValue(evaluator: Evaluator, node: Collection, scope: Scope, depth: number): Value {
  const kind = node.kind === 'Tuple' ? 'tuple' : 'list';
  if (node.elements.length > mostElements) return { kind, certainty: 'proven' };
  const elements = node.elements.map((element) => evaluator.value(element, scope, depth + 1));
  if (node.elements.some((element) => element.kind === 'Starred')) return { kind, certainty: 'proven' };
  return { kind, certainty: 'proven', elements };
}

/** A dictionary whose keys are all texts has its entries told apart. */
export function dictionaryValue(evaluator: Evaluator, node: Dictionary, scope: Scope, depth: number): Value {
  if (node.entries.length > mostElements) return { kind: 'dict', certainty: 'proven' };
  const entries = new Map<string, Value>();
  for (const { key, value } of node.entries) {
    if (key?.kind !== 'String' || key.value === undefined) return { kind: 'dict', certainty: 'proven' };
    entries.set(key.value, evaluator.value(value, scope, depth + 1));
  }
  return { kind: 'dict', certainty: 'proven', entries };
}

export function comprehensionValue(evaluator: Evaluator, node: Comprehension, scope: Scope, depth: number): Value {
  const element = evaluator.value(node.element, evaluator.scopeOf(node, scope), depth + 1);
  return { kind: node.form === 'dictionary' ? 'dict' : 'list', certainty: 'proven', element };
}

export function subscriptValue(evaluator: Evaluator, node: Subscript, scope: Scope, depth: number): Value {
  const whole = evaluator.value(node.object, scope, depth + 1);
  const [index] = node.indices;
  if (whole === itself) return itself;
  switch (whole.kind) {
    case 'tensor':
      return tensor(whole.certainty, whole.dtype, whole.device);
    case 'tuple':
    case 'list': {
      if (!index || index.kind === 'Slice') return { ...whole, elements: undefined };
      const { constant } = evaluator.value(index, scope, depth + 1);
      return typeof constant === 'number' ? at(whole, constant) : elementOf(whole);
    }
    case 'dict': {
      const constant = index && evaluator.value(index, scope, depth + 1).constant;
      const entry = typeof constant === 'string' ? whole.entries?.get(constant) : undefined;
      return entry ?? whole.element ?? unknown;
    }
    case 'string':
      return text;
    case 'unknown':
      return isOnHost(whole) ? onHost : unknown;
    case 'module':
      return whole.element && index?.kind !== 'Slice' ? whole.element : index?.kind === 'Slice' ? whole : unknown;
    default:
      return unknown;
  }
}

/** The part of a value that a name of `a, (b, c) = value` gets. */
export function partOf(value: Value, path: readonly Step[]): Value {
  let part = value;
  for (const step of path) part = step === 'each' ? elementOf(part) : at(part, step);
  return part;
}
