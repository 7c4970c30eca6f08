import { type Dimension, type ElementType, elementTypeCode, type Integer, isKnown } from '../../../model';
import type { OperatorContext } from '../context';
import { isAnonymous } from '../symbols';
import { add, divide, multiply } from './dimensions';
import * as integers from './integers';
import type { RuleTable } from './operator-rules';
import { schemaElementType } from './schema-types';

/**
 * Rules for operators whose outputs' dimensions are those of their inputs, as documentation puts it:
 *
 *     ...notations({ Attention: '[B,S,_] [_,W] -> [B,S,W/3] [2,B,@num_heads,_,_]' })
 *
 * A name stands for a dimension, `...` for any number of them, `_` for something of no account: an input, or an output's
 * dimension that is unknown. An output's dimension may be a number, `@attribute` (`@attribute=1` with a default), `#2` for
 * the one element of input 2 and `#2.1` for its element 1, and a sum, difference, product or quotient of these. Before an
 * output's bracket may stand its element type: a name such as `int64`, the index of the input that has it, or
 * `@attribute`; else the schema tells it. Outputs without a bracket, or beyond the last, have an unknown shape. `=2` is an
 * output of the very type of input 2.
 *
 * Several notations of an operator differ in their inputs' ranks. Where more than one is possible, and where none is,
 * only the element types are inferred: nothing here contradicts, as runtimes are lenient with operators of their own.
 */
export function notations(table: Readonly<Record<string, string | readonly string[]>>): RuleTable {
  return Object.entries(table).map(([opType, texts]) => {
    let parsed: readonly Notation[] | undefined;
    const infer = (context: OperatorContext): void => {
      parsed ??= [texts].flat().map(parseNotation);
      inferFrom(context, parsed);
    };
    return [opType, { infer }] as const;
  });
}

/** The same notation for several operators. */
export function sharedNotation(opTypes: readonly string[], ...texts: readonly string[]): RuleTable {
  return notations(Object.fromEntries(opTypes.map((opType) => [opType, texts])));
}

interface Notation {
  /** Undefined: of no account. */
  readonly inputs: readonly (readonly string[] | undefined)[];
  readonly outputs: readonly Output[];
}

interface Output {
  /** Undefined: as the schema says. */
  readonly elementType: string | undefined;
  /** Undefined: an unknown shape. */
  readonly dimensions: readonly string[] | undefined;
}

/** What the names of a notation stand for; under `...` a list of dimensions. */
type Bindings = Map<string, Dimension | readonly Dimension[]>;

const ellipsis = '...';

function parseNotation(text: string): Notation {
  const [inputs, outputs] = text.split('->').map((side) => side.trim().split(/\s+/));
  return {
    inputs: inputs!.map((input) => (input === '_' || input === '' ? undefined : dimensionsOf(input))),
    outputs: outputs!.map((output) => {
      const bracket = output.indexOf('[');
      const elementType = bracket < 0 ? output : output.slice(0, bracket);
      return {
        elementType: elementType === '' || elementType === '_' ? undefined : elementType,
        dimensions: bracket < 0 ? undefined : dimensionsOf(output.slice(bracket)),
      };
    }),
  };
}

function dimensionsOf(bracket: string): readonly string[] {
  return bracket === '[]' ? [] : bracket.slice(1, -1).split(',');
}

function inferFrom(context: OperatorContext, all: readonly Notation[]): void {
  const possible = all.filter(({ inputs }) => inputs.every((pattern, i) => fits(context, pattern, i)));
  const isCertain = possible.length === 1 || (possible.length > 1 && allRanksAreKnown(context, all));
  const notation = isCertain ? possible[0] : undefined;
  const bindings = notation && bind(context, notation);
  for (let i = 0; i < context.outputCount; i++) {
    const output = (notation ?? all[0]!).outputs[i];
    if (output?.elementType?.startsWith('=')) {
      context.setType(i, context.type(Number(output.elementType.slice(1))));
      continue;
    }
    const shape = bindings && output?.dimensions && shapeOf(context, output.dimensions, bindings);
    context.setTensor(i, elementTypeOf(context, output, i), shape);
  }
}

function fits(context: OperatorContext, pattern: readonly string[] | undefined, input: number): boolean {
  const rank = pattern && context.rank(input);
  if (pattern === undefined || rank === undefined) return true;
  return pattern.includes(ellipsis) ? rank >= pattern.length - 1 : rank === pattern.length;
}

function allRanksAreKnown(context: OperatorContext, all: readonly Notation[]): boolean {
  return all.every(({ inputs }) =>
    inputs.every((pattern, i) => pattern === undefined || !context.hasInput(i) || context.rank(i) !== undefined),
  );
}

function bind(context: OperatorContext, { inputs }: Notation): Bindings {
  const bindings: Bindings = new Map();
  inputs.forEach((pattern, i) => {
    const shape = pattern && context.shape(i);
    if (pattern === undefined || shape === undefined) return;
    const rest = shape.length - pattern.length + 1;
    let at = 0;
    for (const name of pattern) {
      if (name !== ellipsis) bindDimension(bindings, name, shape[at++]!);
      else {
        if (!bindings.has(name)) bindings.set(name, shape.slice(at, at + rest));
        at += rest;
      }
    }
  });
  return bindings;
}

/** The first number that an input gives a name wins, else the first symbol. */
function bindDimension(bindings: Bindings, name: string, dimension: Dimension): void {
  const known = bindings.get(name) as Dimension | undefined;
  if (name === '_' || dimension === null || isKnown(known)) return;
  if (known === undefined || isKnown(dimension) || isAnonymous(known as Dimension)) bindings.set(name, dimension);
}

function shapeOf(
  context: OperatorContext,
  dimensions: readonly string[],
  bindings: Bindings,
): readonly Dimension[] | undefined {
  if (dimensions.includes(ellipsis) && !bindings.has(ellipsis)) return undefined;
  return dimensions.flatMap((expression) =>
    expression === ellipsis
      ? (bindings.get(ellipsis) as readonly Dimension[])
      : [dimensionOf(context, expression, bindings)],
  );
}

/** A negative number is no dimension: attributes and inputs do not fit together. */
function dimensionOf(context: OperatorContext, expression: string, bindings: Bindings): Dimension {
  const value = evaluate(context, expression, bindings);
  return isKnown(value) && value < 0 ? null : value;
}

function evaluate(context: OperatorContext, expression: string, bindings: Bindings): Dimension {
  const operator = /[+-](?=[^+-]*$)/.exec(expression) ?? /[*/](?=[^*/]*$)/.exec(expression);
  if (operator === null) return term(context, expression, bindings);
  const left = evaluate(context, expression.slice(0, operator.index), bindings);
  const right = evaluate(context, expression.slice(operator.index + 1), bindings);
  switch (operator[0]) {
    case '+':
      return add(left, right);
    case '-':
      return isKnown(left) && isKnown(right) ? integers.subtract(left, right) : right === 0 ? left : null;
    case '*':
      return multiply(left, right);
    default:
      return isKnown(right) && right !== 0 ? quotient(left, right) : null;
  }
}

/** Unknown where it is no whole number. */
function quotient(dividend: Dimension, divisor: Integer): Dimension {
  return isKnown(dividend) && integers.remainder(dividend, divisor) !== 0 ? null : divide(dividend, divisor);
}

function term(context: OperatorContext, name: string, bindings: Bindings): Dimension {
  if (/^\d+$/.test(name)) return Number(name);
  if (name.startsWith('#')) {
    const [input, element] = name.slice(1).split('.');
    return context.elements(Number(input))?.[Number(element ?? 0)] ?? null;
  }
  if (name.startsWith('@')) {
    const [attribute, otherwise] = name.slice(1).split('=');
    return context.int(attribute!) ?? (otherwise === undefined ? null : Number(otherwise));
  }
  return (bindings.get(name) as Dimension | undefined) ?? null;
}

function elementTypeOf(context: OperatorContext, output: Output | undefined, index: number): ElementType {
  const text = output?.elementType;
  if (text === undefined) return schemaElementType(context, index);
  if (/^\d+$/.test(text)) return context.elementType(Number(text));
  if (!text.startsWith('@')) return elementTypeCode(text) ?? 0;
  const [attribute, otherwise] = text.slice(1).split('=');
  return context.number(attribute!) ?? (elementTypeCode(otherwise ?? '') || 0);
}
