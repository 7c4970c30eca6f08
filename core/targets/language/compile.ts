import type { OperatorFacts } from '../../model';
import type { Comparison, Expression, Predicate, Term, ValueReference } from './syntax';
import { absent, type Environment, evaluateTerm, type Operand } from './terms';

/** Whether a condition holds for an operator; undefined where the graph does not tell. */
export type Test = (facts: OperatorFacts, environment: Environment) => boolean | undefined;

type Evaluate = (facts: OperatorFacts, environment: Environment) => Operand;

/**
 * An expression as a function, so that asking it of a hundred thousand operators parses nothing. `undecidable`: what is to
 * be taken for what no graph tells.
 */
export function compile(expression: Expression, undecidable?: boolean): Test {
  const inner = (part: Expression) => compile(part, undecidable);
  switch (expression.kind) {
    case 'true':
      return () => true;
    case 'undecidable':
      return () => undecidable;
    case 'and':
      return conjunction(expression.parts.map(inner));
    case 'or':
      return disjunction(expression.parts.map(inner));
    case 'not':
      return negated(inner(expression.inner));
    case 'certainly':
      return certain(inner(expression.inner));
    case 'compare':
      return comparison(expression.operator, evaluateTerm(expression.left), evaluateTerm(expression.right));
    case 'in':
      return membership(evaluateTerm(expression.left), listOf(expression.right));
    case 'subset':
      return inclusion(evaluateTerm(expression.left), listOf(expression.right));
    case 'absent':
      return (facts) => isAbsent(facts, expression.attribute);
    case 'present':
      return negated((facts) => isAbsent(facts, expression.attribute));
    case 'predicate':
      return predicate(expression.name, expression.value);
  }
}

function conjunction(parts: readonly Test[]): Test {
  return (facts, environment) => {
    let undecided = false;
    for (const part of parts) {
      const truth = part(facts, environment);
      if (truth === false) return false;
      if (truth === undefined) undecided = true;
    }
    return undecided ? undefined : true;
  };
}

function disjunction(parts: readonly Test[]): Test {
  return (facts, environment) => {
    let undecided = false;
    for (const part of parts) {
      const truth = part(facts, environment);
      if (truth === true) return true;
      if (truth === undefined) undecided = true;
    }
    return undecided ? undefined : false;
  };
}

function negated(inner: Test): Test {
  return (facts, environment) => {
    const truth = inner(facts, environment);
    return truth === undefined ? undefined : !truth;
  };
}

function certain(inner: Test): Test {
  return (facts, environment) => inner(facts, environment) === true;
}

/** Nothing compares with what is not there: every comparison with it is false. */
function comparison(operator: Comparison, left: Evaluate, right: Evaluate): Test {
  const compare = comparisons[operator];
  return (facts, environment) => {
    const a = left(facts, environment);
    const b = right(facts, environment);
    if (a === absent || b === absent) return false;
    if (a === undefined || b === undefined || typeof a === 'object' || typeof b === 'object') return undefined;
    return compare(a as number | string, b as number | string);
  };
}

const comparisons: Readonly<Record<Comparison, (a: number | string, b: number | string) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function membership(left: Evaluate, list: ReadonlySet<unknown>): Test {
  return (facts, environment) => {
    const value = left(facts, environment);
    if (value === absent) return false;
    return value === undefined || typeof value === 'object' ? undefined : list.has(value);
  };
}

function inclusion(left: Evaluate, list: ReadonlySet<unknown>): Test {
  return (facts, environment) => {
    const values = left(facts, environment);
    if (values === absent) return true;
    if (values === undefined || typeof values !== 'object') return undefined;
    if (values.some((value) => value !== null && !list.has(value))) return false;
    return values.includes(null) ? undefined : true;
  };
}

function listOf(term: Term): ReadonlySet<unknown> {
  if (term.kind !== 'list') throw new SyntaxError('what a value is looked for in is a list');
  return new Set(term.values);
}

/** As written in the file. A reference to an attribute of the function around it may or may not have a value. */
function isAbsent(facts: OperatorFacts, name: string): boolean | undefined {
  const value = facts.attribute(name);
  if (value === undefined) return true;
  return value.kind === 'reference' ? undefined : false;
}

function predicate(name: Predicate, { of, index }: ValueReference): Test {
  if (of === 'output') {
    if (name === 'used') return (facts) => facts.hasOutput(index) && facts.outputIsUsed(index);
    if (name === 'given') return (facts) => facts.hasOutput(index);
    throw new SyntaxError(`${name} asks about an input`);
  }
  switch (name) {
    case 'given':
      return (facts) => facts.hasInput(index);
    case 'constant':
      return (facts, environment) => facts.hasInput(index) && environment.isConstant(facts, index);
    case 'known':
      return (facts, environment) => facts.hasInput(index) && isKnownInput(facts, environment, index);
    case 'scalar':
      return (facts, environment) => facts.hasInput(index) && isScalar(facts, environment, index);
    case 'truth':
      // What is not known to be a truth value may be one all the same.
      return (facts) => facts.hasInput(index) && (facts.inputHoldsTruths(index) ? true : undefined);
    case 'dynamic':
      return (facts) => isDynamic(facts, index);
    case 'used':
      throw new SyntaxError('used asks about an output');
  }
}

/** A constant, or what follows from constants and fixed shapes: folded when the model is compiled. */
function isKnownInput(facts: OperatorFacts, environment: Environment, index: number): boolean | undefined {
  const constant = environment.isConstant(facts, index);
  if (constant === true) return true;
  const elements = facts.inputElements(index);
  if (elements?.every((element) => element !== null && typeof element !== 'string')) return true;
  return constant;
}

/** A constant of one element, or whose elements are all equal. */
function isScalar(facts: OperatorFacts, environment: Environment, index: number): boolean | undefined {
  const constant = environment.isConstant(facts, index);
  if (constant !== true) return constant;
  const elements = facts.inputElements(index);
  if (elements !== undefined && elements.length > 0 && elements.every((element) => element !== null)) {
    return elements.every((element) => element === elements[0]);
  }
  const type = facts.inputType(index);
  if (type?.kind !== 'tensor' || type.shape === undefined) return undefined;
  return type.shape.every((dimension) => dimension === 1) ? true : undefined;
}

/** Whether a dimension is left open. */
function isDynamic(facts: OperatorFacts, index: number): boolean | undefined {
  if (!facts.hasInput(index)) return false;
  const type = facts.inputType(index);
  if (type?.kind !== 'tensor' || type.shape === undefined) return undefined;
  return type.shape.some((dimension) => dimension === null || typeof dimension === 'string');
}
