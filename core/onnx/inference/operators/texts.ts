import { isKnown } from '../../../model';
import type { OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { broadcastAll, shapedLikeFirst } from '../rules/templates';

const float = 1;
const int64 = 7;
const string = 8;
const bool = 9;

/** Each string becomes a row of as many parts as the longest has; the second output counts them. */
function split(context: OperatorContext): void {
  const input = context.shape(0);
  context.setTensor(0, string, input && [...input, null]);
  context.setTensor(1, int64, input);
}

/** Stop words are dropped: how many, only the strings tell. */
function normalize(context: OperatorContext): void {
  const input = context.shape(0);
  context.setTensor(0, string);
  if (input === undefined) return;
  const isRow = input.length === 2 && (!isKnown(input[0]) || input[0] === 1);
  if (input.length !== 1 && !isRow) {
    contradict('its input must have shape [C] or [1, C]', '输入的形状必须为 [C] 或 [1, C]');
  }
  context.setTensor(0, string, isRow ? [1, null] : [null]);
}

function countNgrams(context: OperatorContext): void {
  const input = context.shape(0);
  context.setTensor(0, float);
  if (input === undefined) return;
  const indexes = context.ints('ngram_indexes') ?? [];
  if (indexes.length === 0 || indexes.some((index) => index < 0)) {
    contradict('ngram_indexes must be given and not negative', 'ngram_indexes 不能为空或含负值');
  }
  const most = indexes.reduce((greatest, index) => (index > greatest ? index : greatest));
  if (input.length !== 1 && input.length !== 2) {
    contradict(`its input has rank ${input.length}, not 1 or 2`, `输入的秩为 ${input.length}，应为 1 或 2`);
  }
  context.setTensor(0, float, [...input.slice(0, -1), typeof most === 'bigint' ? most + 1n : most + 1]);
}

export const texts: RuleTable = [
  ...sharedRule(['StringConcat'], broadcastAll),
  ...sharedRule(['RegexFullMatch'], shapedLikeFirst(bool)),
  ...sharedRule(['StringSplit'], split),
  ...sharedRule(['StringNormalizer'], normalize),
  ...sharedRule(['TfIdfVectorizer'], countNgrams),
];
