import { type Integer, tensor, type ValueType } from '../../../../model';
import type { OperatorContext } from '../../context';
import { product } from '../../rules/dimensions';
import * as integers from '../../rules/integers';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { likeFirstInput, shapedLikeFirst } from '../../rules/templates';
import { float, int64, string } from './lists';
import { rows } from './rows';

/** The chosen columns of the last axis. */
function arrayFeatures(context: OperatorContext): void {
  const [input, indices] = [context.shape(0), context.shape(1)];
  context.setTensor(0, context.elementType(0));
  if (input === undefined) return;
  const count = indices && indices.length > 0 ? product(indices) : null;
  // Of a vector it makes a row.
  const shape = input.length === 1 ? [1, count] : input.length === 0 ? undefined : [...input.slice(0, -1), count];
  context.setTensor(0, context.elementType(0), shape);
}

const castTypes = new Map([
  ['TO_FLOAT', float],
  ['TO_INT64', int64],
  ['TO_STRING', string],
]);

/** A row with the values of the map, or with as many columns as keys are allowed. */
function castMap(context: OperatorContext): void {
  const columns = context.string('map_form') === 'SPARSE' ? (context.int('max_map') ?? 1) : null;
  context.setTensor(0, castTypes.get(context.string('cast_to') ?? 'TO_FLOAT') ?? 0, [1, columns]);
}

function dictionaryVector(context: OperatorContext): void {
  const type = context.type(0);
  const value = type?.kind === 'map' ? type.value : undefined;
  const columns = context.listLength('string_vocabulary') ?? context.listLength('int64_vocabulary') ?? null;
  context.setTensor(0, value?.kind === 'tensor' ? value.elementType : 0, [1, columns]);
}

/** The columns of all inputs side by side; attribute inputdimensions says how many each has. */
function featureVector(context: OperatorContext): void {
  const columns = context.ints('inputdimensions')?.reduce<Integer>(integers.add, 0) ?? null;
  context.setTensor(0, float, [rows(context), columns]);
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
  ...sharedRule(['FeatureVectorizer'], featureVector),
  ...sharedRule(['CastMap'], castMap),
  ...sharedRule(['DictVectorizer'], dictionaryVector),
  ...sharedRule(['ZipMap'], zipMap),
];
