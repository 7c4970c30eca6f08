import type { ArgumentFact, CallFact, ValueFact } from '../model';
import type { KnownArgument, KnownCall } from './api-limits';

/** A call of a script as conditions on calls see it. Positions of a tensor's or module's method count from its receiver. */
export function knownCall({ arguments: list, receiver, name, result }: CallFact): KnownCall {
  const receiverFirst = receiver !== undefined && /^torch\.(Tensor|nn\.Module)\./.test(name);
  const splat = list.find((argument) => argument.splat !== undefined);
  const positional = list.filter(({ keyword, splat }) => keyword === undefined && splat !== '**');
  return {
    elements: elementsOf(result),
    argument(name, position) {
      const named = list.find(({ keyword }) => keyword === name);
      if (named !== undefined) return knownArgument(named.value);
      if (position !== undefined) {
        if (receiverFirst && position === 0) return knownArgument(receiver.value);
        const before = positional.slice(0, receiverFirst ? position : position + 1);
        if (before.some((argument: ArgumentFact) => argument.splat !== undefined)) return undefined;
        const found = positional[receiverFirst ? position - 1 : position];
        if (found !== undefined) return knownArgument(found.value);
      }
      return splat === undefined ? 'absent' : undefined;
    },
  };
}

function elementsOf({ shape }: Pick<ValueFact, 'shape'>): number | undefined {
  return shape?.reduce<number | undefined>((product, size) => product && size && product * size, 1);
}

/** A type or shape that only a convention tells, such as that of a parameter, decides nothing. */
function knownArgument({ kind, certainty, constant, name, numbers, ...tensor }: ValueFact): KnownArgument {
  const { dtype, shape }: Pick<ValueFact, 'dtype' | 'shape'> = certainty === 'proven' ? tensor : {};
  // A module's or tensor's attribute is no name that stands for itself.
  const isName = kind === 'dtype' || (kind === 'api' && !/^(\.|torch\.(Tensor|nn\.Module)\.)/.test(name ?? '.'));
  return {
    constant: constant ?? (kind === 'none' ? null : isName ? name : undefined),
    kind: kind === 'int' || kind === 'float' || kind === 'bool' ? kind : undefined,
    dtype: dtype?.replace(/^torch\./, ''),
    numbers,
    rank: shape?.length,
    elements: elementsOf({ shape }),
    lastDimension: shape?.at(-1),
  };
}
