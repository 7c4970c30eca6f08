import { type Dimension, type Shape, tensor, type ValueType } from '../../../model';
import { missing, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { product } from '../dimensions';
import { type RuleTable, sharedRule } from '../rules';
import { likeFirstInput, shapedLikeFirst } from '../templates';

const float = 1;
const uint8 = 2;
const int64 = 7;
const string = 8;

/** Rows of a matrix; a vector is one row. */
function rows(context: OperatorContext): Dimension {
  const input = context.shape(0);
  if (input !== undefined && input.length !== 1 && input.length !== 2) {
    contradict(`its input has rank ${input.length}, not 1 or 2`, `输入的秩为 ${input.length}，应为 1 或 2`);
  }
  return input === undefined ? null : input.length === 1 ? 1 : input[0]!;
}

/** Labels are strings where the model has any, else integers. */
function labels(context: OperatorContext, integersName: string): { type: number; count: number } {
  const strings = context.listLength('classlabels_strings') ?? 0;
  return strings > 0 ? { type: string, count: strings } : { type: int64, count: context.listLength(integersName) ?? 0 };
}

function linearClassifier(context: OperatorContext): void {
  const { type, count } = labels(context, 'classlabels_ints');
  const intercepts = context.listLength('intercepts') ?? 0;
  const classes = intercepts === 1 && count === 2 ? 2 : intercepts;
  const batch = rows(context);
  context.setTensor(0, type, [batch]);
  context.setTensor(1, float, [batch, classes > 0 ? classes : null]);
}

function linearRegressor(context: OperatorContext): void {
  context.setTensor(0, float, [rows(context), context.int('targets') ?? 1]);
}

function vectorClassifier(context: OperatorContext): void {
  const { type } = labels(context, 'classlabels_ints');
  context.setTensor(0, type, [rows(context)]);
  context.setTensor(1, float, [rows(context), null]);
}

function vectorRegressor(context: OperatorContext): void {
  context.setTensor(0, float);
}

/** Lists that may be given as floats or, for doubles, as a tensor. */
const treeLists = ['nodes_values', 'nodes_hitrates', 'class_weights', 'target_weights', 'base_values'];

function checkTreeLists(context: OperatorContext): void {
  for (const name of treeLists) {
    if (context.attribute(name) !== undefined && context.attribute(`${name}_as_tensor`) !== undefined) {
      contradict(`has both ${name} and ${name}_as_tensor`, `同时给出了 ${name} 与 ${name}_as_tensor`);
    }
  }
}

function treeClassifier(context: OperatorContext): void {
  checkTreeLists(context);
  const { type, count } = labels(context, 'classlabels_int64s');
  const input = context.shapeOfRank(0, 2);
  if (context.opset >= 3 && count === 0) contradict('has no class labels', '没有类别标签');
  context.setTensor(0, type, [input?.[0] ?? null]);
  context.setTensor(1, float, [input?.[0] ?? null, count > 0 ? count : null]);
}

function treeRegressor(context: OperatorContext): void {
  checkTreeLists(context);
  const input = context.shapeOfRank(0, 2);
  context.setTensor(0, float, [input?.[0] ?? null, context.int('n_targets') ?? null]);
}

/** Attributes of a node each: the type of their elements, and whether they must be there. */
const treeAttributes: readonly (readonly [name: string, type: number, required: boolean])[] = [
  ['nodes_featureids', int64, true],
  ['nodes_hitrates', float, false],
  ['nodes_modes', uint8, true],
  ['nodes_truenodeids', int64, true],
  ['nodes_falsenodeids', int64, true],
  ['nodes_trueleafs', int64, true],
  ['nodes_falseleafs', int64, true],
  ['nodes_missing_value_tracks_true', int64, false],
];

function treeEnsemble(context: OperatorContext): void {
  const input = context.shapeOfRank(0, 2);
  const elementType = context.elementType(0);
  const splits = listType(context, 'nodes_splits') ?? missing('nodes_splits');
  for (const [name, type, required] of treeAttributes) {
    const list = listType(context, name);
    if (list === undefined && required) missing(name);
    if (list === undefined) continue;
    const isFloat = type === float && list.type === elementType;
    if ((list.type !== type && !isFloat) || list.length !== splits.length) wrongList(name);
  }
  const [ids, weights] = [listType(context, 'leaf_targetids'), listType(context, 'leaf_weights')];
  if (ids === undefined) missing('leaf_targetids');
  if (weights === undefined) missing('leaf_weights');
  if (ids.length !== weights.length) wrongList('leaf_targetids');
  for (const name of ['nodes_splits', 'membership_values', 'leaf_weights']) {
    const list = listType(context, name);
    if (list !== undefined && elementType !== 0 && list.type !== elementType) wrongList(name);
  }
  context.setTensor(0, elementType, [input?.[0] ?? null, context.int('n_targets') ?? null]);
}

function wrongList(name: string): never {
  return contradict(`attribute ${name} has a wrong type or length`, `属性 ${name} 的类型或长度不正确`);
}

interface ListType {
  readonly type: number;
  readonly length: number | undefined;
}

/** Element type and length of a list or of a vector. */
function listType(context: OperatorContext, name: string): ListType | undefined {
  const value = context.attribute(name);
  if (value === undefined) return undefined;
  const length = context.listLength(name);
  switch (value.kind) {
    case 'ints':
      return { type: int64, length };
    case 'floats':
      return { type: float, length };
    case 'strings':
      return { type: string, length };
    case 'tensor':
      if (value.value.dims.length !== 1) wrongList(name);
      return { type: value.value.elementType, length };
    default:
      return undefined;
  }
}

/** The one of several attributes that is given. */
function oneList(context: OperatorContext, names: readonly string[]): ListType {
  const given = names.filter((name) => context.attribute(name) !== undefined);
  if (given.length !== 1) {
    contradict(`needs exactly one of ${names.join(', ')}`, `必须且只能给出 ${names.join('、')} 之一`);
  }
  return listType(context, given[0]!) ?? wrongList(given[0]!);
}

function labelEncoder(context: OperatorContext): void {
  const suffixes = context.opset < 4 ? ['strings', 'int64s', 'floats'] : ['tensor', 'strings', 'int64s', 'floats'];
  const keys = oneList(
    context,
    suffixes.map((suffix) => `keys_${suffix}`),
  );
  const values = oneList(
    context,
    suffixes.map((suffix) => `values_${suffix}`),
  );
  const elementType = context.elementType(0);
  if (elementType !== 0 && elementType !== keys.type) {
    contradict('its keys have another type than its input', '键的类型与输入的类型不一致');
  }
  if (context.opset >= 4) {
    if (keys.length !== values.length) {
      contradict(
        `has ${keys.length} keys and ${values.length} values`,
        `有 ${keys.length} 个键，却有 ${values.length} 个值`,
      );
    }
    const fallback = context.tensorAttribute('default_tensor');
    if (fallback !== undefined && fallback.elementType !== 0) {
      if (fallback.elementType !== values.type || fallback.dims.length !== 1 || fallback.dims[0] !== 1) {
        wrongList('default_tensor');
      }
    }
  }
  context.setTensor(0, values.type, context.shape(0));
}

/** Strings to integers and back. */
function mapCategories(context: OperatorContext): void {
  const elementType = context.elementType(0);
  const mapped = elementType === string ? int64 : elementType === int64 ? string : 0;
  context.setTensor(0, mapped, context.shape(0));
}

function categoryMapper(context: OperatorContext): void {
  const numbers = context.listLength('cats_int64s') ?? missing('cats_int64s');
  const names = context.listLength('cats_strings') ?? missing('cats_strings');
  if (numbers !== names) {
    contradict(`has ${numbers} numbers for ${names} strings`, `有 ${names} 个字符串类别，却有 ${numbers} 个整数`);
  }
  mapCategories(context);
}

function oneHotEncoder(context: OperatorContext): void {
  const { length } = oneList(context, ['cats_int64s', 'cats_strings']);
  const input = context.shape(0);
  context.setTensor(0, float, input && [...input, length ?? null]);
}

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

export const machineLearning: RuleTable = [
  ...sharedRule(['ArrayFeatureExtractor'], arrayFeatures),
  ...sharedRule(['Binarizer', 'Imputer'], likeFirstInput),
  ...sharedRule(['Normalizer', 'Scaler'], shapedLikeFirst(float)),
  ...sharedRule(['CastMap'], castMap),
  ...sharedRule(['CategoryMapper'], categoryMapper),
  ...sharedRule(['DictVectorizer'], dictionaryVector),
  ...sharedRule(['FeatureVectorizer'], (context) => context.setTensor(0, float)),
  ...sharedRule(['LabelEncoder'], (context) => (context.opset < 2 ? mapCategories(context) : labelEncoder(context))),
  ...sharedRule(['LinearClassifier'], linearClassifier),
  ...sharedRule(['LinearRegressor'], linearRegressor),
  ...sharedRule(['OneHotEncoder'], oneHotEncoder),
  ...sharedRule(['SVMClassifier'], vectorClassifier),
  ...sharedRule(['SVMRegressor'], vectorRegressor),
  ...sharedRule(['TreeEnsemble'], treeEnsemble),
  ...sharedRule(['TreeEnsembleClassifier'], treeClassifier),
  ...sharedRule(['TreeEnsembleRegressor'], treeRegressor),
  ...sharedRule(['ZipMap'], zipMap),
];
