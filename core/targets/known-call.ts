import type { ArgumentFact, CallFact, ValueFact } from '../model';
import type { KnownArgument, KnownCall } from './api-limits';

/**
 * A call of a script as conditions on calls see it; with `isProof` without the types and shapes that only a convention tells,
 * such as those of a parameter. Positions of a tensor's or module's method count from its receiver.
 */
export function knownCall({ arguments: list, receiver, name, result }: CallFact, isProof: boolean): KnownCall {
  const receiverFirst = receiver !== undefined && /^torch\.(Tensor|nn\.Module)\./.test(name);
  const splat = list.find((argument) => argument.splat !== undefined);
  const positional = list.filter(({ keyword, splat }) => keyword === undefined && splat !== '**');
  return {
    elements: elementsOf(result),
    argument(name, position) {
      const named = list.find(({ keyword }) => keyword === name);
      if (named !== undefined) return knownArgument(named.value, isProof);
      if (position !== undefined) {
        if (receiverFirst && position === 0) return knownArgument(receiver.value, isProof);
        const before = positional.slice(0, receiverFirst ? position : position + 1);
        if (before.some((argument: ArgumentFact) => argument.splat !== undefined)) return undefined;
        const found = positional[receiverFirst ? position - 1 : position];
        if (found !== undefined) return knownArgument(found.value, isProof);
      }
      return splat === undefined ? 'absent' : undefined;
    },
  };
}

function elementsOf({ shape }: Pick<ValueFact, 'shape'>): number | undefined {
  return shape?.reduce<number | undefined>((product, size) => product && size && product * size, 1);
}

function knownArgument(value: ValueFact, isProof: boolean): KnownArgument {
  const { kind, constant, name, numbers } = value;
  const { dtype, shape }: Pick<ValueFact, 'dtype' | 'shape'> = isProof && value.certainty !== 'proven' ? {} : value;
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
