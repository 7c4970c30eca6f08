import { type AttributeValue, elementTypeName, type OperatorFacts, type ValueType } from '../../model';
import type { ListFunction, Term, ValueProperty, ValueReference } from './syntax';

/** What a condition may ask beside the operator itself. */
export interface Environment {
  /** The chip's family, as tables address it. */
  readonly chip: string;
  /** The precision of the deployment, where it is known. */
  readonly precision: string | undefined;
  /** Whether the route sees the input as a constant; undefined where the caller of a function decides. */
  isConstant(facts: OperatorFacts, index: number): boolean | undefined;
}

/** Stands for what is not there: an attribute that is not written, an input left out, the least of an empty list. */
export const absent: unique symbol = Symbol('absent');

/** A term's value; undefined where the graph does not tell. Lists may hold null for an element that is not known. */
export type Operand = number | string | readonly (number | string | null)[] | typeof absent | undefined;

type Evaluate = (facts: OperatorFacts, environment: Environment) => Operand;

export function evaluateTerm(term: Term): Evaluate {
  switch (term.kind) {
    case 'literal':
      return () => term.value;
    case 'list':
      return () => term.values;
    case 'attribute':
      return (facts) => attributeOperand(facts.attributeOrDefault(term.name));
    case 'opset':
      return (facts) => (facts.opset === undefined ? absent : Number(facts.opset));
    case 'chip':
      return (_, environment) => environment.chip;
    case 'precision':
      return (_, environment) => environment.precision;
    case 'count':
      return counted(term.of);
    case 'value':
      return valueProperty(term.property, term.value);
    case 'dimension':
      return dimensionAt(term.value, evaluateTerm(term.index));
    case 'function':
      return functionOf(term.name, term.argument);
    case 'at':
      return elementAt(evaluateTerm(term.list), evaluateTerm(term.index));
    case 'remainder':
      return arithmetic(evaluateTerm(term.left), evaluateTerm(term.right), (a, b) => (b === 0 ? undefined : a % b));
    case 'times':
      return arithmetic(evaluateTerm(term.left), evaluateTerm(term.right), (a, b) => a * b);
    case 'letters':
      return letters(evaluateTerm(term.argument));
  }
}

function attributeOperand(value: AttributeValue | undefined): Operand {
  if (value === undefined) return absent;
  switch (value.kind) {
    case 'int':
      return Number(value.value);
    case 'float':
    case 'string':
      return value.value;
    case 'ints':
      return padded(value.value.map(Number), value.count);
    case 'floats':
    case 'strings':
      return padded(value.value, value.count);
    default:
      return undefined;
  }
}

/** A list of which only the head was kept. */
function padded(head: readonly (number | string)[], count: number): readonly (number | string | null)[] {
  return count > head.length ? [...head, null] : head;
}

function counted(of: 'inputs' | 'outputs' | 'constants'): Evaluate {
  if (of === 'inputs') return ({ operator }) => operator.inputCount;
  if (of === 'outputs') return ({ operator }) => operator.outputCount;
  return (facts, environment) => {
    let count = 0;
    for (let index = 0; index < facts.operator.inputCount; index++) {
      if (!facts.hasInput(index)) continue;
      const constant = environment.isConstant(facts, index);
      if (constant === undefined) return undefined;
      if (constant) count++;
    }
    return count;
  };
}

/** The type of a value; absent where the value is left out. */
function typeOf(facts: OperatorFacts, { of, index }: ValueReference): ValueType | typeof absent | undefined {
  if (of === 'input') return facts.hasInput(index) ? facts.inputType(index) : absent;
  return facts.hasOutput(index) ? facts.outputType(index) : absent;
}

function valueProperty(property: ValueProperty, value: ValueReference): Evaluate {
  if (property === 'elements') {
    if (value.of === 'output') throw new SyntaxError('only the elements of an input are known');
    return (facts) => {
      if (!facts.hasInput(value.index)) return absent;
      return facts
        .inputElements(value.index)
        ?.map((element) => (typeof element === 'bigint' ? Number(element) : element));
    };
  }
  return (facts) => {
    const type = typeOf(facts, value);
    if (type === absent || type === undefined) return type;
    if (type.kind !== 'tensor') return property === 'dtype' ? type.kind : undefined;
    if (property === 'dtype') return type.elementType === 0 ? undefined : elementTypeName(type.elementType);
    if (type.shape === undefined) return undefined;
    if (property === 'rank') return type.shape.length;
    const dimensions = type.shape.map((dimension) =>
      dimension === null || typeof dimension === 'string' ? null : Number(dimension),
    );
    return property === 'spatial' ? dimensions.slice(2) : product(dimensions);
  };
}

function dimensionAt(value: ValueReference, index: Evaluate): Evaluate {
  return (facts, environment) => {
    const type = typeOf(facts, value);
    const position = index(facts, environment);
    if (type === absent || position === absent) return absent;
    if (type?.kind !== 'tensor' || type.shape === undefined || typeof position !== 'number') return undefined;
    const dimension = type.shape.at(position);
    if (dimension === undefined) return absent;
    return dimension === null || typeof dimension === 'string' ? undefined : Number(dimension);
  };
}

function functionOf(name: ListFunction | 'dtype' | 'size', argument: Term): Evaluate {
  if (name === 'size') {
    if (argument.kind !== 'attribute') throw new SyntaxError('size takes a value or an attribute');
    return (facts) => attributeSize(facts.attributeOrDefault(argument.name));
  }
  if (name === 'count' && argument.kind === 'attribute') {
    return (facts) => attributeCount(facts.attributeOrDefault(argument.name));
  }
  const evaluate = evaluateTerm(argument);
  if (name === 'dtype') {
    return (facts, environment) => {
      const code = evaluate(facts, environment);
      return typeof code === 'number' ? elementTypeName(code) : code;
    };
  }
  const apply = listFunctions[name];
  return (facts, environment) => {
    const list = evaluate(facts, environment);
    if (list === undefined || list === absent) return list;
    return typeof list === 'object' ? apply(list) : undefined;
  };
}

/** How many elements a list attribute has, those included that the reader did not keep. */
function attributeCount(value: AttributeValue | undefined): Operand {
  if (value === undefined) return absent;
  return value.kind === 'ints' || value.kind === 'floats' || value.kind === 'strings' ? value.count : undefined;
}

/** Elements of a tensor attribute. */
function attributeSize(value: AttributeValue | undefined): Operand {
  if (value === undefined) return absent;
  return value.kind === 'tensor' ? product(value.value.dims.map(Number)) : undefined;
}

type List = readonly (number | string | null)[];

const listFunctions: Readonly<Record<ListFunction, (list: List) => Operand>> = {
  count: (list) => list.length,
  min: (list) => extreme(list, Math.min),
  max: (list) => extreme(list, Math.max),
  product,
};

function extreme(list: List, choose: (...values: number[]) => number): Operand {
  if (list.length === 0) return absent;
  return list.every((element) => typeof element === 'number') ? choose(...list) : undefined;
}

function product(list: List): Operand {
  if (!list.every((element) => typeof element === 'number')) return list.includes(0) ? 0 : undefined;
  return list.reduce((all: number, element) => all * (element as number), 1);
}

function elementAt(list: Evaluate, index: Evaluate): Evaluate {
  return (facts, environment) => {
    const elements = list(facts, environment);
    const position = index(facts, environment);
    if (elements === absent || position === absent) return absent;
    if (typeof elements !== 'object' || typeof position !== 'number') return undefined;
    const element = elements.at(position);
    return element === null ? undefined : (element ?? absent);
  };
}

function arithmetic(left: Evaluate, right: Evaluate, apply: (a: number, b: number) => Operand): Evaluate {
  return (facts, environment) => {
    const a = left(facts, environment);
    const b = right(facts, environment);
    if (a === absent || b === absent) return absent;
    return typeof a === 'number' && typeof b === 'number' ? apply(a, b) : undefined;
  };
}

/** A text without spaces, its letters renamed a, b, c… in the order in which they first come: `bij,jk->bik` is `abc,cd->abd`. */
function letters(text: Evaluate): Evaluate {
  return (facts, environment) => {
    const written = text(facts, environment);
    if (typeof written !== 'string') return written;
    const names = new Map<string, string>();
    return written.replace(/\s/g, '').replace(/[A-Za-z]/g, (letter) => {
      if (!names.has(letter)) names.set(letter, String.fromCharCode('a'.charCodeAt(0) + names.size));
      return names.get(letter)!;
    });
  };
}
