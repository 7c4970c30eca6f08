import type { Dimension, ValueType } from '../../core/model';

/** A type as the recordings write it: kind, then what it is made of; a dimension `unk__3` is a name that ONNX made up. */
export type RecordedType =
  | null
  | readonly ['tensor' | 'sparse_tensor', number, readonly RecordedDimension[] | null]
  | readonly ['sequence' | 'optional', RecordedType]
  | readonly ['map', number, RecordedType];

type RecordedDimension = number | string | null;

/** How a type that was inferred relates to a recorded one. */
export type Relation = 'same' | 'weaker' | 'stronger' | 'different';

const rank: Relation[] = ['same', 'stronger', 'weaker', 'different'];

function worst(relations: readonly Relation[]): Relation {
  return relations.reduce((a, b) => (rank.indexOf(a) >= rank.indexOf(b) ? a : b), 'same');
}

export function relate(recorded: RecordedType, inferred: ValueType | undefined): Relation {
  if (recorded === null) return inferred === undefined ? 'same' : 'stronger';
  if (inferred === undefined) return isVoid(recorded) ? 'same' : 'weaker';
  if (inferred.kind !== recorded[0]) return 'different';
  switch (inferred.kind) {
    case 'tensor':
    case 'sparse_tensor':
      return worst([
        relateNumbers(recorded[1] as number, inferred.elementType),
        relateShapes(recorded[2] as readonly RecordedDimension[] | null, inferred.shape),
      ]);
    case 'sequence':
    case 'optional':
      return relate(recorded[1] as RecordedType, inferred.element);
    case 'map':
      return worst([
        relateNumbers(recorded[1] as number, inferred.key),
        relate(recorded[2] as RecordedType, inferred.value),
      ]);
    default:
      return 'different';
  }
}

/** Says no more than its kind. */
function isVoid(recorded: NonNullable<RecordedType>): boolean {
  return recorded[0] === 'tensor' && recorded[1] === 0 && recorded[2] === null;
}

function relateNumbers(recorded: number, inferred: number): Relation {
  if (recorded === inferred) return 'same';
  return recorded === 0 ? 'stronger' : inferred === 0 ? 'weaker' : 'different';
}

function relateShapes(
  recorded: readonly RecordedDimension[] | null,
  inferred: readonly Dimension[] | undefined,
): Relation {
  if (recorded === null) return inferred === undefined ? 'same' : 'stronger';
  if (inferred === undefined) return 'weaker';
  if (recorded.length !== inferred.length) return 'different';
  return worst(recorded.map((dimension, i) => relateDimensions(dimension, inferred[i]!)));
}

function relateDimensions(recorded: RecordedDimension, inferred: Dimension): Relation {
  if (recorded === inferred || Number(recorded) === Number(inferred)) return 'same';
  if (recorded === null || (typeof recorded === 'string' && recorded.startsWith('unk__'))) {
    return inferred === null ? 'same' : 'stronger';
  }
  if (inferred === null) return 'weaker';
  return typeof recorded === 'string' && typeof inferred !== 'string'
    ? 'stronger'
    : typeof recorded === 'number' && typeof inferred === 'string'
      ? 'weaker'
      : 'different';
}
