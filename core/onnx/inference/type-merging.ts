import { type Dimension, formatType, isKnown, type Shape, type TensorType, type ValueType } from '../../model';
import { isAnonymous } from './symbols';

/** Where two types of one value exclude each other. */
export type Conflict = 'kind' | 'element type' | 'rank' | 'dimension';

/** The two types' conflict, if they have one. What is unknown conflicts with nothing, nor does a symbol. */
export function conflictOf(a: ValueType | undefined, b: ValueType | undefined): Conflict | undefined {
  if (a === b || a === undefined || b === undefined) return undefined;
  // A dense tensor may stand in the file as a sparse one.
  if (isTensor(a) && isTensor(b)) return tensorConflict(a, b);
  if (a.kind !== b.kind) return 'kind';
  if (a.kind === 'map' && b.kind === 'map') return a.key === b.key ? conflictOf(a.value, b.value) : 'element type';
  if (a.kind === 'opaque' || b.kind === 'opaque') return formatType(a) === formatType(b) ? undefined : 'kind';
  return conflictOf(elementOf(a), elementOf(b));
}

function tensorConflict(a: TensorType, b: TensorType): Conflict | undefined {
  if (a.elementType !== b.elementType && a.elementType !== 0 && b.elementType !== 0) return 'element type';
  if (a.shape === undefined || b.shape === undefined || a.shape === b.shape) return undefined;
  if (a.shape.length !== b.shape.length) return 'rank';
  for (let i = 0; i < a.shape.length; i++) {
    const [left, right] = [a.shape[i], b.shape[i]];
    if (left !== right && isKnown(left) && isKnown(right)) return 'dimension';
  }
  return undefined;
}

/**
 * What both types together say of a value. Numbers win over symbols, `declared`'s symbols over those of `inferred`: the
 * author's names are the ones to read. Where the two conflict, what they conflict about is unknown.
 */
export function mergeTypes(inferred: ValueType | undefined, declared: ValueType | undefined): ValueType | undefined {
  if (inferred === declared || declared === undefined) return inferred;
  if (inferred === undefined) return declared;
  if (isTensor(inferred) && isTensor(declared)) return mergeTensors(inferred, declared);
  if (inferred.kind !== declared.kind) return inferred;
  if (inferred.kind === 'map' && declared.kind === 'map') {
    return { ...inferred, value: mergeTypes(inferred.value, declared.value) };
  }
  if (inferred.kind === 'opaque' || inferred.kind === 'map') return inferred;
  return { ...inferred, element: mergeTypes(elementOf(inferred), elementOf(declared)) } as ValueType;
}

function mergeTensors(inferred: TensorType, declared: TensorType): TensorType {
  const shape = mergeShapes(inferred.shape, declared.shape);
  const elementType = inferred.elementType || declared.elementType;
  if (shape === declared.shape && elementType === declared.elementType) return declared;
  return { kind: declared.kind, elementType, shape };
}

function mergeShapes(inferred: Shape, declared: Shape): Shape {
  if (inferred === undefined || declared === undefined || inferred === declared) return inferred ?? declared;
  if (inferred.length !== declared.length) return undefined;
  if (declared.every((dimension, i) => mergeDimensions(inferred[i]!, dimension) === dimension)) return declared;
  return declared.map((dimension, i) => mergeDimensions(inferred[i]!, dimension));
}

function mergeDimensions(inferred: Dimension, declared: Dimension): Dimension {
  if (isKnown(inferred)) return isKnown(declared) && declared !== inferred ? null : inferred;
  if (declared === null || (isAnonymous(declared) && inferred !== null)) return inferred;
  return declared;
}

/**
 * What holds of a value that has either type: of an If's branches, of all calls of a function. Undefined where they are
 * of different kinds; an unknown element type where those differ.
 */
export function unionTypes(a: ValueType | undefined, b: ValueType | undefined): ValueType | undefined {
  if (a === b) return a;
  if (a === undefined || b === undefined || a.kind !== b.kind) return undefined;
  if (isTensor(a) && isTensor(b)) {
    const elementType = a.elementType === b.elementType ? a.elementType : 0;
    const shape = unionShapes(a.shape, b.shape);
    return elementType === 0 && shape === undefined ? undefined : { kind: a.kind, elementType, shape };
  }
  if (a.kind === 'map' && b.kind === 'map') {
    return a.key === b.key ? { ...a, value: unionTypes(a.value, b.value) } : undefined;
  }
  if (a.kind === 'opaque') return formatType(a) === formatType(b) ? a : undefined;
  return { kind: a.kind, element: unionTypes(elementOf(a), elementOf(b)) } as ValueType;
}

export function unionShapes(a: Shape, b: Shape): Shape {
  if (a === undefined || b === undefined || a.length !== b.length) return undefined;
  return a.map((dimension, i) => (dimension === b[i] ? dimension : null));
}

export function isTensor(type: ValueType | undefined): type is TensorType {
  return type !== undefined && (type.kind === 'tensor' || type.kind === 'sparse_tensor');
}

export function elementOf(type: ValueType | undefined): ValueType | undefined {
  return type !== undefined && (type.kind === 'sequence' || type.kind === 'optional') ? type.element : undefined;
}
