import { type Integer, isKnown } from '../../../model';
import type { OperatorContext } from '../context';
import { type Element, type Elements, integerBits } from '../elements';
import * as integers from '../rules/integers';
import { broadcastElements, inputElements, outputDimensions, outputElementType, setElements } from './tensor-elements';

const float = 1;
const double = 11;

/** What an operation on known numbers gives. */
interface Operation {
  ofIntegers(a: Integer, b: Integer): Integer | null;
  ofFloats(a: number, b: number): number | null;
  /** What is known though an operand is a symbol: `n + 0`. */
  ofSymbols?(a: Element, b: Element): Element;
}

const binaryOperations: Record<'Add' | 'Sub' | 'Mul' | 'Div' | 'Mod' | 'Pow', Operation> = {
  Add: {
    ofIntegers: integers.add,
    ofFloats: (a, b) => a + b,
    ofSymbols: (a, b) => (a === 0 ? b : b === 0 ? a : null),
  },
  Sub: {
    ofIntegers: integers.subtract,
    ofFloats: (a, b) => a - b,
    ofSymbols: (a, b) => (b === 0 ? a : a !== null && a === b ? 0 : null),
  },
  Mul: {
    ofIntegers: integers.multiply,
    ofFloats: (a, b) => a * b,
    ofSymbols: (a, b) => (a === 1 ? b : b === 1 ? a : null),
  },
  Div: {
    ofIntegers: (a, b) => (b === 0 ? null : integers.divideTruncated(a, b)),
    ofFloats: (a, b) => a / b,
    ofSymbols: (a, b) => (b === 1 ? a : null),
  },
  Mod: { ofIntegers: floorModulo, ofFloats: () => null },
  Pow: { ofIntegers: power, ofFloats: (a, b) => a ** b },
};

/** The remainder with the sign of the divisor, as Python's. */
function floorModulo(a: Integer, b: Integer): Integer | null {
  if (b === 0) return null;
  const rest = integers.remainder(a, b);
  return rest !== 0 && rest < 0 !== b < 0 ? integers.add(rest, b) : rest;
}

function power(base: Integer, exponent: Integer): Integer | null {
  if (exponent < 0 || exponent > 64) return null;
  let result: Integer = 1;
  for (let i = 0; i < exponent; i++) result = integers.multiply(result, base);
  return result;
}

export function arithmetic(name: keyof typeof binaryOperations): (context: OperatorContext) => void {
  const operation = binaryOperations[name];
  return (context) => {
    const exact = name === 'Mod' && context.int('fmod') === 1 ? truncatingModulo : operation;
    combine(context, (elementType) => (a, b) => apply(exact, elementType, a, b));
  };
}

const truncatingModulo: Operation = {
  ofIntegers: (a, b) => (b === 0 ? null : integers.remainder(a, b)),
  ofFloats: (a, b) => a % b,
};

function apply(operation: Operation, elementType: number, a: Element, b: Element): Element {
  if (!isKnown(a) || !isKnown(b)) return operation.ofSymbols?.(a, b) ?? null;
  if (integerBits.has(elementType)) return inRange(operation.ofIntegers(a, b), elementType);
  return round(operation.ofFloats(Number(a), Number(b)), elementType);
}

/** An integer result that the type holds; what wraps around is not followed. */
export function inRange(value: Integer | null, elementType: number): Integer | null {
  const [bits, signed] = integerBits.get(elementType) ?? [0, false];
  if (value === null || bits === 0) return null;
  const limit = 2n ** BigInt(signed ? bits - 1 : bits);
  return value < limit && value >= (signed ? -limit : 0n) ? value : null;
}

/** A float result as the type holds it. Half precision is not followed. */
export function round(value: number | null, elementType: number): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  if (elementType === float) return Math.fround(value) + 0;
  return elementType === double ? value + 0 : null;
}

/** Max and Min over all inputs. */
export function extremum(name: 'Max' | 'Min'): (context: OperatorContext) => void {
  const choose = name === 'Max' ? integers.maximum : integers.minimum;
  return (context) =>
    combine(context, () => (a, b) => {
      if (isKnown(a) && isKnown(b)) return choose(a, b);
      if (a !== null && a === b) return a;
      // A symbol is a dimension: no less than 0.
      const [known, other] = isKnown(a) ? [a, b] : [b, a];
      if (typeof other !== 'string' || !isKnown(known) || known > 0) return null;
      return name === 'Max' ? other : known < 0 || known === 0 ? known : null;
    });
}

const comparisons: Record<string, (a: Integer, b: Integer) => boolean> = {
  Equal: (a, b) => a === b,
  Greater: (a, b) => a > b,
  GreaterOrEqual: (a, b) => a >= b,
  Less: (a, b) => a < b,
  LessOrEqual: (a, b) => a <= b,
};

export function compare(
  name: 'Equal' | 'Greater' | 'GreaterOrEqual' | 'Less' | 'LessOrEqual',
): (context: OperatorContext) => void {
  const holds = comparisons[name]!;
  return (context) =>
    combine(context, () => (a, b) => {
      if (isKnown(a) && isKnown(b)) return holds(a, b) ? 1 : 0;
      if (a === null || b === null) return null;
      if (a === b) return name === 'Equal' || name.endsWith('OrEqual') ? 1 : 0;
      // Any dimension compares with a negative number as 0 does.
      if (isKnown(b) && b < 0) return holds(0, b) ? 1 : 0;
      if (isKnown(a) && a < 0) return holds(a, 0) ? 1 : 0;
      return null;
    });
}

/** Combines the elements of all inputs, two by two, into those of the output. */
function combine(
  context: OperatorContext,
  operationOn: (elementType: number) => (a: Element, b: Element) => Element,
): void {
  if (context.values(0) === undefined && context.values(1) === undefined) return;
  const dims = outputDimensions(context);
  if (dims === undefined) return;
  const operation = operationOn(outputElementType(context));
  let result: Elements | undefined;
  for (let i = 0; i < context.inputCount; i++) {
    const input = inputElements(context, i);
    if (input === undefined) return;
    const elements = broadcastElements(input, dims);
    result = result === undefined ? elements : result.map((element, j) => operation(element, elements[j]!));
  }
  if (result !== undefined) setElements(context, result);
}

const unaryOperations: Record<string, (value: number, isInteger: boolean) => number | null> = {
  Abs: Math.abs,
  Neg: (value) => -value,
  Floor: Math.floor,
  Ceil: Math.ceil,
  Reciprocal: (value) => 1 / value,
  Sqrt: Math.sqrt,
  Relu: (value) => Math.max(value, 0),
  Sign: Math.sign,
};

/** Operations that leave a dimension as it is. */
const keepsDimensions = new Set(['Abs', 'Floor', 'Ceil', 'Relu']);

export function unaryArithmetic(name: string): (context: OperatorContext) => void {
  const operation = unaryOperations[name]!;
  return (context) => {
    const input = inputElements(context, 0);
    if (input === undefined) return;
    const elementType = outputElementType(context);
    const isInteger = integerBits.has(elementType);
    setElements(
      context,
      input.elements.map((element) => {
        if (typeof element === 'string') return keepsDimensions.has(name) ? element : null;
        if (typeof element !== 'number') return null;
        const value = operation(element, isInteger);
        return isInteger ? inRange(value === null ? null : value + 0, elementType) : round(value, elementType);
      }),
    );
  };
}
