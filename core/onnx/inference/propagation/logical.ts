import { isKnown } from '../../../model';
import type { OperatorContext } from '../context';
import type { Element } from '../elements';
import { broadcastElements, inputElements, outputDimensions, setElements } from './tensor-elements';

const operations = {
  And: (a: Element, b: Element) => (a === 0 || b === 0 ? 0 : a === 1 && b === 1 ? 1 : null),
  Or: (a: Element, b: Element) => (a === 1 || b === 1 ? 1 : a === 0 && b === 0 ? 0 : null),
  Xor: (a: Element, b: Element) => (isKnown(a) && isKnown(b) ? (a === b ? 0 : 1) : null),
};

export function logical(name: keyof typeof operations): (context: OperatorContext) => void {
  return (context) => {
    const [a, b] = [inputElements(context, 0), inputElements(context, 1)];
    const dims = a && b && outputDimensions(context);
    if (dims === undefined) return;
    const right = broadcastElements(b!, dims);
    setElements(
      context,
      broadcastElements(a!, dims).map((element, i) => operations[name](element, right[i]!)),
    );
  };
}

export function not(context: OperatorContext): void {
  const elements = context.values(0);
  if (elements === undefined) return;
  setElements(
    context,
    elements.map((element) => (isKnown(element) ? 1 - Number(element) : null)),
  );
}

/** Where(condition, X, Y). */
export function selectElements(context: OperatorContext): void {
  const inputs = [0, 1, 2].map((i) => inputElements(context, i));
  const dims = outputDimensions(context);
  if (dims === undefined || inputs.includes(undefined)) return;
  const [condition, yes, no] = inputs.map((input) => broadcastElements(input!, dims));
  setElements(
    context,
    condition!.map((chosen, i) => {
      if (chosen === 1) return yes![i]!;
      if (chosen === 0) return no![i]!;
      return yes![i] === no![i] ? yes![i]! : null;
    }),
  );
}
