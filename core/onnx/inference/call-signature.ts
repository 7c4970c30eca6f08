import { type AttributeValue, type FunctionDefinition, formatType, type ValueType } from '../../model';
import type { OperatorContext } from './context';
import type { Element, Elements } from './elements';
import { isAnonymous, mapDimensions, type SymbolSource } from './symbols';

/** Longer values say little about shapes, and would tell calls apart for nothing. */
const mostElements = 64;

/**
 * What a call tells a function's body: types and elements of its inputs, and its attributes. Unknown dimensions are named
 * by the order in which a signature has them, so that calls that differ in nothing else are one.
 */
export class CallSignature {
  readonly types: readonly (ValueType | undefined)[];
  readonly elements: readonly (Elements | undefined)[];
  readonly present: readonly boolean[];
  readonly #toFormal = new Map<string, string>();
  readonly #toActual = new Map<string, string>();

  constructor(
    readonly definition: FunctionDefinition,
    context: OperatorContext,
    /** Undefined where a reference in them cannot be resolved. */
    readonly attributes: ReadonlyMap<string, AttributeValue> | undefined,
  ) {
    const { inputs } = definition.body;
    this.types = inputs.map((_, i) => mapDimensions(context.type(i), (dimension) => this.#formal(dimension)));
    this.elements = inputs.map((_, i) => {
      const known = context.values(i);
      return known !== undefined && known.length <= mostElements
        ? known.map((element) => this.#formal(element))
        : undefined;
    });
    this.present = inputs.map((_, i) => context.hasInput(i));
  }

  #formal<D extends Element>(dimension: D): D | string {
    if (!isAnonymous(dimension)) return dimension;
    let name = this.#toFormal.get(dimension);
    if (name === undefined) {
      name = `\ud800input${this.#toFormal.size}`;
      this.#toFormal.set(dimension, name);
      this.#toActual.set(name, dimension);
    }
    return name;
  }

  /** The caller's name of an unknown dimension of the body; a new one for what is unknown in the body itself. */
  actual<D extends Element>(dimension: D, symbols: SymbolSource): D | string {
    if (!isAnonymous(dimension)) return dimension;
    let name = this.#toActual.get(dimension);
    if (name === undefined) {
      name = symbols.next();
      this.#toActual.set(dimension, name);
    }
    return name;
  }

  /** Equal for calls that share a body. */
  key(identityOf: (thing: object) => number): string {
    const attributes = this.attributes && [...this.attributes];
    return JSON.stringify([
      identityOf(this.definition),
      this.types.map((type, i) => (type !== undefined ? formatType(type) : this.present[i])),
      this.elements.map((known) => known?.map(elementKey)),
      attributes?.map(([name, value]) => [name, value.kind, attributeKey(value, identityOf)]),
    ]);
  }
}

function elementKey(element: Element): unknown {
  return typeof element === 'bigint' || (typeof element === 'number' && !Number.isFinite(element))
    ? [String(element)]
    : element;
}

/** Numbers, texts and lists of them by value, graphs and tensors by identity. */
function attributeKey(attribute: AttributeValue, identityOf: (thing: object) => number): string | number {
  switch (attribute.kind) {
    case 'int':
    case 'float':
    case 'string':
      return String(attribute.value);
    case 'ints':
    case 'floats':
    case 'strings':
      return attribute.count === attribute.value.length
        ? JSON.stringify(attribute.value.map(String))
        : identityOf(attribute);
    default:
      return identityOf(attribute);
  }
}
