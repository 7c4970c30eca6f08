import { type Certainty, keptByName } from '../../model';
import type { CallArguments } from './call-arguments';
import { atMost, int, tensor, text, type Value } from './value';

/** The value that a code of torch-returns.json stands for. */
export function ofCode(
  code: string,
  certainty: Certainty,
  args?: CallArguments,
  isFunction = false,
): Value | undefined {
  if (code.includes('|')) return args && chosen(code, certainty, args, isFunction ? args.count - 1 : args.count);
  return ofPlainCode[certainty](code);
}

/** Codes that ask for no arguments: a value each. */
const ofPlainCode = {
  proven: keptByName((code) => plainValue(code, 'proven')),
  assumed: keptByName((code) => plainValue(code, 'assumed')),
  guessed: keptByName((code) => plainValue(code, 'guessed')),
};

function plainValue(code: string, certainty: Certainty): Value | undefined {
  if (code.endsWith('*')) {
    const element = plainValue(code[0]!, certainty);
    return element && { kind: 'tuple', certainty, element };
  }
  if (code.length > 1) {
    return { kind: 'tuple', certainty, elements: [...code].map((one) => plainValue(one, certainty)!) };
  }
  switch (code) {
    case 'T':
      return tensor(certainty);
    case 'S':
      return { kind: 'tuple', certainty, element: atMost(int, certainty) };
    case 'i':
      return atMost(int, certainty);
    case 'f':
      return { kind: 'float', certainty };
    case 'b':
      return { kind: 'bool', certainty };
    case 's':
      return atMost(text, certainty);
    case 'd':
      return { kind: 'device', certainty };
    case 't':
      return { kind: 'dtype', certainty };
    case 'N':
      return { kind: 'none', certainty, constant: null };
    default:
      return undefined;
  }
}

/** Which of several overloads is called. `count`: positional arguments, the tensor itself not counted. */
function chosen(code: string, certainty: Certainty, args: CallArguments, count: number): Value | undefined {
  if (args.isOpen) return undefined;
  const pick = ofPlainCode[certainty];
  switch (code) {
    case 'S|i':
    case 'i|i*':
      return count > 0 || args.has('dim') ? atMost(int, certainty) : pick(code.startsWith('S') ? 'S' : 'i*');
    case 'T|s':
      return pick(count > 0 || args.has('dtype') ? 'T' : 's');
    case 'T|T*':
      if (args.has('as_tuple')) return undefined;
      return args.count === 1 ? undefined : pick('T');
    case 'T|TT': {
      if (args.has('return_indices')) return undefined;
      if (args.has('dim')) return pick('TT');
      const last = args.value(args.count - 1);
      if (count === 0) return pick('T');
      return last?.kind === 'int' ? pick('TT') : last?.kind === 'tensor' ? pick('T') : undefined;
    }
    default:
      return undefined;
  }
}
