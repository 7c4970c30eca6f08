import { type Shape, tensor, type ValueType } from '../../../../model';
import type { OperatorContext } from '../../context';
import { product } from '../../dimensions';
import { type RuleTable, sharedRule } from '../../rules';
import { likeFirstInput, shapedLikeFirst } from '../../templates';
import { float, int64, string } from './lists';
import { rows } from './rows';

/** The chosen columns of the last axis. */
function arrayFeatures(context: OperatorContext): void {
  const [input, indices] = [context.shape(0), context.shape(1)];
  context.setTensor(0, context.elementType(0));
  if (input === undefined) return;
  const count = indices && indices.length > 0 ? product(indices) : null;
  // Of a vector runtimes make a row.
  const shape: Shape = input.length === 1 ? undefined : [...input.slice(0, -1), count];
  context.setTensor(0, context.elementType(0), shape);
}

const castTypes = new Map([
  ['TO_FLOAT', float],
  ['TO_INT64', int64],
  ['TO_STRING', string],
]);

function castMap(context: OperatorContext): void {
  context.setTensor(0, castTypes.get(context.string('cast_to') ?? 'TO_FLOAT') ?? 0);
}

function dictionaryVector(context: OperatorContext): void {
  const type = context.type(0);
  const value = type?.kind === 'map' ? type.value : undefined;
  context.setTensor(0, value?.kind === 'tensor' ? value.elementType : 0);
}

/** A map from label to score for each row. */
function zipMap(context: OperatorContext): void {
  rows(context);
  const key =
    (context.listLength('classlabels_int64s') ?? 0) > 0
      ? int64
      : (context.listLength('classlabels_strings') ?? 0) > 0
        ? string
        : 0;
  const element: ValueType = { kind: 'map', key, value: tensor(float, []) };
  context.setType(0, { kind: 'sequence', element });
}

export const features: RuleTable = [
  ...sharedRule(['ArrayFeatureExtractor'], arrayFeatures),
  ...sharedRule(['Binarizer', 'Imputer'], likeFirstInput),
  ...sharedRule(['Normalizer', 'Scaler'], shapedLikeFirst(float)),
  ...sharedRule(['FeatureVectorizer'], (context) => context.setTensor(0, float)),
  ...sharedRule(['CastMap'], castMap),
  ...sharedRule(['DictVectorizer'], dictionaryVector),
  ...sharedRule(['ZipMap'], zipMap),
];
