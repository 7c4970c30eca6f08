import type { Dimension, Integer } from '../../../model';
import type { OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { divide, multiply, unify } from '../rules/dimensions';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';

const uint8 = 2;

function decode(context: OperatorContext): void {
  context.shapeOfRank(0, 1);
  context.setTensor(0, uint8, [null, null, null]);
}

/** A sample for each place of the grid, whose last dimension is the place's coordinates. */
function gridSample(context: OperatorContext): void {
  const [input, grid] = [context.shape(0), context.shape(1)];
  context.setTensor(0, context.elementType(0));
  if (input === undefined || grid === undefined) return;
  if (input.length !== grid.length || input.length < 3) {
    contradict(
      `input and grid have ranks ${input.length} and ${grid.length}`,
      `输入与网格的秩分别为 ${input.length} 和 ${grid.length}`,
    );
  }
  unify(grid.at(-1)!, input.length - 2);
  context.setTensor(0, context.elementType(0), [unify(input[0]!, grid[0]!), input[1]!, ...grid.slice(1, -1)]);
}

/** [N, C, H, W] with blocks of places that become channels (SpaceToDepth), or of channels that become places (DepthToSpace). */
function rearrangedBlocks(ofChannels: Resize, ofPlaces: Resize): (context: OperatorContext) => void {
  return (context) => {
    const size = blockSize(context);
    const area = integers.multiply(size, size);
    const input = context.shapeOfRank(0, 4);
    const [batch, channels, height, width] = input ?? [];
    context.setTensor(
      0,
      context.elementType(0),
      input && [batch!, ofChannels(channels!, area), ofPlaces(height!, size), ofPlaces(width!, size)],
    );
  };
}

type Resize = (dimension: Dimension, by: Integer) => Dimension;

function blockSize(context: OperatorContext) {
  const size = context.int('blocksize') ?? 0;
  return size > 0 ? size : contradict(`blocksize is ${size}`, `blocksize 的值为 ${size}`);
}

export const images: RuleTable = [
  ...sharedRule(['ImageDecoder'], decode),
  ...sharedRule(['GridSample'], gridSample),
  ...sharedRule(['SpaceToDepth'], rearrangedBlocks(multiply, divide)),
  ...sharedRule(['DepthToSpace'], rearrangedBlocks(divide, multiply)),
];
