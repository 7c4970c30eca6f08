import { compile, type Test } from './compile';
import { parseCondition } from './syntax';

export { type Answer, compileQuestion, type Question } from './answer';
export type { Test } from './compile';
export type { Environment } from './terms';

/** A condition of a table, ready to be asked of operators. */
export function compileCondition(text: string): Test {
  return compile(parseCondition(text));
}
