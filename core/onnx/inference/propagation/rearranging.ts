import { isKnown } from '../../../model';
import { normalizeAxis, type OperatorContext } from '../context';
import type { Element, Elements } from '../elements';
import { broadcastElements, elementAt, fill, inputElements, outputDimensions, setElements } from './tensor-elements';

/** Moves elements: of Concat, Gather, Slice, Transpose, Expand, Tile, ScatterElements. */

export function concatElements(context: OperatorContext): void {
  const dims = outputDimensions(context);
  if (dims === undefined) return;
  const inputs = context.operator.inputs.map((_, i) => inputElements(context, i));
  if (inputs.every((input) => input === undefined)) return;
  const axis = normalizeAxis(context.requiredNumber('axis'), dims.length);
  // An input of unknown elements still has a known length, as the output's is known.
  const lengths = inputs.map((_, i) => Number(context.shape(i)![axis]));
  const starts: number[] = [];
  let start = 0;
  for (const length of lengths) {
    starts.push(start);
    start += length;
  }
  setElements(
    context,
    fill(dims, (index) => {
      const at = index[axis]!;
      const i = starts.findLastIndex((from, n) => from <= at && lengths[n]! > 0);
      const input = inputs[i];
      return input === undefined ? null : elementAt(input, index.with(axis, at - starts[i]!));
    }),
  );
}

export function gatherElements(context: OperatorContext): void {
  const [data, indices] = [inputElements(context, 0), inputElements(context, 1)];
  const dims = outputDimensions(context);
  if (data === undefined || indices === undefined || dims === undefined) return;
  const axis = normalizeAxis(context.number('axis') ?? 0, data.dims.length);
  const rank = indices.dims.length;
  setElements(
    context,
    fill(dims, (index) => {
      const chosen = elementAt(indices, index.slice(axis, axis + rank));
      if (!isKnown(chosen)) return null;
      const at = Number(chosen) + (chosen < 0 ? data.dims[axis]! : 0);
      if (at < 0 || at >= data.dims[axis]!) return null;
      return elementAt(data, [...index.slice(0, axis), at, ...index.slice(axis + rank)]);
    }),
  );
}

export function transposeElements(context: OperatorContext): void {
  const input = inputElements(context, 0);
  const dims = input && outputDimensions(context);
  if (input === undefined || dims === undefined) return;
  const order = context.ints('perm')?.map(Number) ?? input.dims.map((_, i) => input.dims.length - 1 - i);
  setElements(
    context,
    fill(dims, (index) => {
      const source = new Array<number>(order.length);
      order.forEach((from, to) => {
        source[from] = index[to]!;
      });
      return elementAt(input, source);
    }),
  );
}

export function expandElements(context: OperatorContext): void {
  const input = inputElements(context, 0);
  const dims = input && outputDimensions(context);
  if (input !== undefined && dims !== undefined) setElements(context, broadcastElements(input, dims));
}

export function tileElements(context: OperatorContext): void {
  const input = inputElements(context, 0);
  const dims = input && outputDimensions(context);
  if (input === undefined || dims === undefined) return;
  setElements(
    context,
    fill(dims, (index) =>
      elementAt(
        input,
        index.map((at, axis) => at % input.dims[axis]!),
      ),
    ),
  );
}

/** The elements that a slice takes: `starts` and `steps` by axis. */
export function sliceElements(
  context: OperatorContext,
  starts: ReadonlyMap<number, number>,
  steps: ReadonlyMap<number, number>,
): void {
  const input = inputElements(context, 0);
  const dims = input && outputDimensions(context);
  if (input === undefined || dims === undefined) return;
  setElements(
    context,
    fill(dims, (index) =>
      elementAt(
        input,
        index.map((at, axis) => (starts.get(axis) ?? 0) + at * (steps.get(axis) ?? 1)),
      ),
    ),
  );
}

export function splitElements(context: OperatorContext): void {
  const input = inputElements(context, 0);
  if (input === undefined) return;
  const axis = normalizeAxis(context.number('axis') ?? 0, input.dims.length);
  let start = 0;
  for (let i = 0; i < context.outputCount; i++) {
    const dims = outputDimensions(context, i);
    if (dims === undefined) return;
    const from = start;
    setElements(
      context,
      fill(dims, (index) => elementAt(input, index.with(axis, index[axis]! + from))),
      i,
    );
    start += dims[axis]!;
  }
}

/** ScatterElements and ScatterND into a vector: what PyTorch makes of `shape[i] = n`. */
export function scatterElements(context: OperatorContext): void {
  const [data, indices, updates] = [0, 1, 2].map((i) => inputElements(context, i));
  if (data === undefined || indices === undefined || updates === undefined || data.dims.length !== 1) return;
  if ((context.string('reduction') ?? 'none') !== 'none') return;
  if (indices.elements.length !== updates.elements.length) return;
  const result: Element[] = [...data.elements];
  for (const [i, index] of indices.elements.entries()) {
    if (!isKnown(index)) return;
    const at = Number(index) + (index < 0 ? result.length : 0);
    if (at < 0 || at >= result.length) return;
    result[at] = updates.elements[i]!;
  }
  setElements(context, result as Elements);
}
