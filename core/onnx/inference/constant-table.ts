import type { Elements } from './elements';

/** Shapes, axes, and the like. */
const longest = 16;
const bitsOfHash = 0xff_ffff;

/**
 * Equal short lists of integers that a file has as constants, as one object: each layer of a network has its own
 * initializers for the same shape. Of lists with the same hash the latest is known.
 */
export class ConstantTable {
  private readonly constants = new Map<number, Elements>();

  /** Of a tensor of integers, so that equal elements are the same. */
  shared(elements: Elements): Elements {
    const hash = hashOf(elements);
    if (hash === undefined) return elements;
    const known = this.constants.get(hash);
    if (known !== undefined && isSame(known, elements)) return known;
    this.constants.set(hash, elements);
    return elements;
  }

  /** Whether equal lists are likely to be this one. */
  has(elements: Elements): boolean {
    const hash = hashOf(elements);
    return hash !== undefined && this.constants.get(hash) === elements;
  }
}

/** Undefined of what is not shared. */
function hashOf(elements: Elements): number | undefined {
  const count = elements.length;
  if (count > longest) return undefined;
  let hash = count;
  for (let i = 0; i < count; i++) {
    const element = elements[i];
    if (typeof element !== 'number') return undefined;
    hash = (hash * 31 + element) & bitsOfHash;
  }
  return hash;
}

function isSame(known: Elements, elements: Elements): boolean {
  const count = known.length;
  if (count !== elements.length) return false;
  for (let i = 0; i < count; i++) if (known[i] !== elements[i]) return false;
  return true;
}
