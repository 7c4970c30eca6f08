import type { Integer } from '../../model';
import type { CostedOperator } from './costed-operator';

/** Multiply-accumulates of one run of an operator; undefined where a shape that they depend on is not known. */
export type MacFormula = (operator: CostedOperator) => Integer | undefined;
