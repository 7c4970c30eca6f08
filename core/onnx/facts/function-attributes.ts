import {
  type AttributeValue,
  type FunctionDefinition,
  functionKey,
  type Graph,
  type Model,
  type Operator,
} from '../../model';

/** A call of a model-local function, and the function in whose body it stands, if any. */
interface CallSite {
  readonly operator: Operator;
  readonly caller: FunctionDefinition | undefined;
}

/** References that lead through more callers than this stay unresolved. */
const longestChain = 100;

/** Which functions a model defines and calls, and what their callers give to their attributes. */
export class FunctionTable {
  readonly #definitions = new Map<string, FunctionDefinition>();
  readonly #names = new Set<string>();
  readonly #calls = new Map<FunctionDefinition, CallSite[]>();
  readonly #values = new Map<FunctionDefinition, Map<string, AttributeValue | undefined>>();

  constructor(
    model: Model,
    /** Every graph, with the function that it belongs to. */
    graphs: Iterable<{ readonly graph: Graph; readonly function: FunctionDefinition | undefined }>,
  ) {
    for (const definition of model.functions) {
      const key = functionKey(definition.domain, definition.name, definition.overload);
      if (!this.#definitions.has(key)) this.#definitions.set(key, definition);
      this.#names.add(definition.name);
    }
    if (this.#definitions.size === 0) return;
    for (const { graph, function: caller } of graphs) {
      for (const operator of graph.operators) {
        const called = this.calledBy(operator);
        if (called === undefined) continue;
        const sites = this.#calls.get(called);
        if (sites === undefined) this.#calls.set(called, [{ operator, caller }]);
        else sites.push({ operator, caller });
      }
    }
  }

  /** The function that an operator calls; a model's function comes before an operator of the same name. */
  calledBy({ kind: { domain, opType, overload } }: Operator): FunctionDefinition | undefined {
    return this.#definitions.size > 0 && this.#names.has(opType)
      ? this.#definitions.get(functionKey(domain, opType, overload))
      : undefined;
  }

  /** The value of an attribute in a function's body where every call gives the same, or leaves the same default. */
  resolve(definition: FunctionDefinition, name: string, depth = 0): AttributeValue | undefined {
    const known = this.#values.get(definition);
    if (known?.has(name)) return known.get(name);
    if (depth > longestChain) return undefined;
    const values = known ?? new Map<string, AttributeValue | undefined>();
    this.#values.set(definition, values);
    // Functions that call each other in a circle find nothing here.
    values.set(name, undefined);
    const [first, ...others] = (this.#calls.get(definition) ?? []).map((site) =>
      this.#given(definition, site, name, depth),
    );
    const agreed = first !== undefined && others.every((other) => isSame(other, first)) ? first : undefined;
    values.set(name, agreed);
    return agreed;
  }

  #given(
    definition: FunctionDefinition,
    { operator, caller }: CallSite,
    name: string,
    depth: number,
  ): AttributeValue | undefined {
    const written = operator.attributes.find((attribute) => attribute.name === name)?.value;
    const value = written ?? definition.attributeDefaults.find((attribute) => attribute.name === name)?.value;
    if (value?.kind !== 'reference') return value;
    return caller && this.resolve(caller, value.name, depth + 1);
  }
}

/** Whether two values are equal, so far as that is cheap to tell: tensors and graphs only to themselves. */
function isSame(a: AttributeValue | undefined, b: AttributeValue): boolean {
  if (a === b) return true;
  if (a?.kind !== b.kind || !('value' in a) || !('value' in b)) return false;
  if (a.value === b.value) return true;
  if (!('count' in a) || !('count' in b)) return false;
  const [left, right]: [readonly unknown[], readonly unknown[]] = [a.value, b.value];
  return a.count === b.count && left.length === a.count && left.every((item, index) => item === right[index]);
}
