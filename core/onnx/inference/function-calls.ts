import {
  type AttributeValue,
  type FunctionDefinition,
  formatType,
  functionKey,
  type Operator,
  type ValueType,
} from '../../model';
import type { Scope } from '../contract';
import type { OperatorContext } from './context';
import { contradict } from './contradiction';
import type { Elements } from './elements';
import type { InferenceEngine } from './engine';
import { MergedScope } from './merged-scope';
import type { InferredScope } from './scope';
import { isAnonymous, mapDimensions } from './symbols';
import { mergeTypes } from './type-merging';

/** Chains of calls longer than this stay unknown. */
const deepest = 200;
/** Operators in all bodies inferred, over all signatures: bounds functions that call each other in ever new ways. */
const mostOperators = 400_000;
const mostElementsInSignature = 64;

interface Call {
  readonly scope: InferredScope;
}

/**
 * Calls of the model's functions. A body is inferred once for each signature: the types and elements of its inputs and
 * the call's attributes. Unknown dimensions are numbered in the order in which a signature names them, so that calls
 * that differ in nothing else share a scope.
 */
export class FunctionCalls {
  readonly #definitions = new Map<string, FunctionDefinition>();
  readonly #calls = new Map<string, Call>();
  readonly #scopes = new Map<string, InferredScope[]>();
  readonly #active = new Set<FunctionDefinition>();
  readonly #identities = new Map<object, number>();
  #operators = 0;
  #depth = 0;

  constructor(
    definitions: readonly FunctionDefinition[],
    readonly engine: InferenceEngine,
  ) {
    for (const definition of definitions) {
      const { domain, name, overload } = definition;
      const key = functionKey(domain, name, overload);
      if (!this.#definitions.has(key)) this.#definitions.set(key, definition);
    }
  }

  definitionOf(key: string): FunctionDefinition | undefined {
    return this.#definitions.get(key);
  }

  infer(context: OperatorContext, definition: FunctionDefinition): void {
    const { scope, operator } = context;
    const { inputs, outputs } = definition.body;
    if (operator.outputs.length > outputs.length) {
      contradict(
        `has ${operator.outputs.length} outputs; the function has ${outputs.length}`,
        `有 ${operator.outputs.length} 个输出，而函数只有 ${outputs.length} 个`,
      );
    }
    if (operator.outputs.length < outputs.length) this.engine.warnOfLeftOut(context, outputs.length);
    if (this.#active.has(definition)) contradict('the function calls itself', '函数直接或间接地调用了自身');
    if (this.#depth >= deepest) contradict('functions call each other too deep', '函数调用的嵌套层次过深');

    const toFormal = new Map<string, string>();
    const toActual = new Map<string, string>();
    const formal = (dimension: string) => {
      let name = toFormal.get(dimension);
      if (name === undefined) {
        name = `\ud800input${toFormal.size}`;
        toFormal.set(dimension, name);
        toActual.set(name, dimension);
      }
      return name;
    };
    const types = inputs.map((_, i) =>
      mapDimensions(context.type(i), (dimension) => (isAnonymous(dimension) ? formal(dimension) : dimension)),
    );
    const elements = inputs.map((_, i) => {
      const known = context.elements(i);
      if (known === undefined || known.length > mostElementsInSignature) return undefined;
      return known.map((element) => (isAnonymous(element) ? formal(element) : element));
    });
    const attributes = this.#attributesOf(context, definition);
    const present = inputs.map((_, i) => context.hasInput(i));
    const key = this.#signature(definition, types, elements, present, attributes);

    let call = this.#calls.get(key);
    if (call === undefined) {
      this.#operators += definition.body.operators.length;
      if (this.#operators > mostOperators) contradict('its functions expand too far', '函数展开后的规模过大');
      this.#active.add(definition);
      this.#depth++;
      try {
        call = { scope: this.#inferBody(definition, types, elements, present, attributes, scope.depth) };
      } finally {
        this.#active.delete(definition);
        this.#depth--;
      }
      this.#calls.set(key, call);
      this.#scopesOf(definition).push(call.scope);
    }
    scope.callees.set(operator, call.scope);
    this.#return(context, call.scope, toActual);
  }

  #inferBody(
    definition: FunctionDefinition,
    types: readonly (ValueType | undefined)[],
    elements: readonly (Elements | undefined)[],
    present: readonly boolean[],
    attributes: ReadonlyMap<string, AttributeValue> | undefined,
    depth: number,
  ): InferredScope {
    return this.engine.inferBody(definition, attributes, depth + 1, (body) => {
      definition.body.inputs.forEach(({ name }, i) => {
        body.types.set(name, mergeTypes(types[i], body.types.get(name)));
        const known = elements[i];
        if (known !== undefined) body.elements.set(name, known);
        if (!present[i]) body.absent.add(name);
      });
    });
  }

  /** Types and elements of the body's outputs become those of the call's. What is unknown in the body is new in each call. */
  #return(context: OperatorContext, body: InferredScope, toActual: Map<string, string>): void {
    const actual = <D>(dimension: D): D | string => {
      if (!isAnonymous(dimension as never)) return dimension;
      let name = toActual.get(dimension as string);
      if (name === undefined) {
        name = this.engine.symbols.next();
        toActual.set(dimension as string, name);
      }
      return name;
    };
    context.operator.outputs.forEach((name, i) => {
      const formal = body.graph.outputs[i]!.name;
      context.setType(i, mapDimensions(body.lookUp(formal), actual));
      const elements = body.lookUpElements(formal);
      if (name !== '' && elements !== undefined) context.scope.elements.set(name, elements.map(actual));
    });
  }

  /** The call's attributes over the function's defaults. Undefined where a reference in them cannot be resolved. */
  #attributesOf(
    context: OperatorContext,
    definition: FunctionDefinition,
  ): ReadonlyMap<string, AttributeValue> | undefined {
    const attributes = new Map<string, AttributeValue>();
    for (const { name, value } of definition.attributeDefaults) attributes.set(name, value);
    for (const attribute of context.operator.attributes) {
      if (attribute.value.kind === 'reference' && context.scope.attributes === undefined) return undefined;
      const value = context.resolve(attribute);
      if (value !== undefined) attributes.set(attribute.name, value);
    }
    return attributes;
  }

  #signature(
    definition: FunctionDefinition,
    types: readonly (ValueType | undefined)[],
    elements: readonly (Elements | undefined)[],
    present: readonly boolean[],
    attributes: ReadonlyMap<string, AttributeValue> | undefined,
  ): string {
    return JSON.stringify([
      this.#identity(definition),
      types.map((type, i) => (type !== undefined ? formatType(type) : present[i])),
      elements.map((known) => known?.map((element) => (typeof element === 'bigint' ? [`${element}`] : element))),
      attributes === undefined
        ? undefined
        : [...attributes].map(([name, value]) => [name, value.kind, this.#attributeKey(value)]),
    ]);
  }

  /** Numbers, texts and lists of them by value, graphs and tensors by identity. */
  #attributeKey(attribute: AttributeValue): string | number {
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
          : this.#identity(attribute);
      default:
        return this.#identity(attribute);
    }
  }

  #identity(thing: object): number {
    let identity = this.#identities.get(thing);
    if (identity === undefined) {
      identity = this.#identities.size;
      this.#identities.set(thing, identity);
    }
    return identity;
  }

  #scopesOf(definition: FunctionDefinition): InferredScope[] {
    const key = functionKey(definition.domain, definition.name, definition.overload);
    let scopes = this.#scopes.get(key);
    if (scopes === undefined) {
      scopes = [];
      this.#scopes.set(key, scopes);
    }
    return scopes;
  }

  /** What all calls of each function agree on; of a function that nothing calls, what holds whatever the inputs. */
  merged(): ReadonlyMap<string, Scope> {
    for (const definition of this.#definitions.values()) {
      const scopes = this.#scopesOf(definition);
      if (scopes.length === 0 && !this.engine.isCancelled) {
        scopes.push(this.engine.inferBody(definition, undefined, 0, () => {}));
      }
    }
    const merged = new Map<string, Scope>();
    const calleeOf = (operator: Operator) =>
      merged.get(functionKey(operator.domain, operator.opType, operator.overload));
    for (const [key, scopes] of this.#scopes) {
      if (scopes.length > 0) merged.set(key, scopes.length === 1 ? scopes[0]! : new MergedScope(scopes, calleeOf));
    }
    return merged;
  }
}
