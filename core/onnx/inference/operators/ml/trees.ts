import { missing, type OperatorContext } from '../../context';
import { contradict } from '../../contradiction';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { float, int64, listType, wrongList } from './lists';
import { labels } from './rows';

const uint8 = 2;

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

export const trees: RuleTable = [
  ...sharedRule(['TreeEnsemble'], treeEnsemble),
  ...sharedRule(['TreeEnsembleClassifier'], treeClassifier),
  ...sharedRule(['TreeEnsembleRegressor'], treeRegressor),
];
