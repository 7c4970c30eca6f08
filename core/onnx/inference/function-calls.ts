import { type AttributeValue, type FunctionDefinition, functionKey, type Operator, type Problem } from '../../model';
import type { Scope } from '../contract';
import { CallSignature } from './call-signature';
import type { OperatorContext } from './context';
import { contradict } from './contradiction';
import type { InferenceEngine } from './engine';
import { MergedScope } from './merged-scope';
import type { InferredScope } from './scope';
import { mapDimensions } from './symbols';
import { mergeTypes } from './type-merging';

/** Chains of calls longer than this stay unknown. */
const deepest = 200;
/** Operators in all bodies inferred, over all signatures: bounds functions that call each other in ever new ways. */
const mostOperators = 150_000;

interface Call {
  readonly scope: InferredScope;
  readonly problems: readonly Problem[];
}

/** Calls of the model's functions. A body is inferred once for each signature. */
export class FunctionCalls {
  readonly #definitions = new Map<string, FunctionDefinition>();
  readonly #calls = new Map<string, Call>();
  readonly #scopes = new Map<string, InferredScope[]>();
  readonly #active = new Set<FunctionDefinition>();
  readonly #identities = new Map<object, number>();
  #operators = 0;

  constructor(
    definitions: readonly FunctionDefinition[],
    readonly engine: InferenceEngine,
  ) {
    for (const definition of definitions) {
      const key = keyOf(definition);
      if (!this.#definitions.has(key)) this.#definitions.set(key, definition);
    }
  }

  definitionOf(key: string): FunctionDefinition | undefined {
    return this.#definitions.get(key);
  }

  /** Types of the call's outputs; returns what sets their elements. */
  infer(context: OperatorContext, definition: FunctionDefinition): () => void {
    const { scope, operator } = context;
    const count = definition.body.outputs.length;
    if (operator.outputCount > count) {
      contradict(
        `has ${operator.outputCount} outputs; the function has ${count}`,
        `有 ${operator.outputCount} 个输出，而函数只有 ${count} 个`,
      );
    }
    if (operator.outputCount < count) this.engine.warnOfLeftOut(context, count);
    if (this.#active.has(definition)) contradict('the function calls itself', '函数直接或间接地调用了自身');
    if (this.#active.size >= deepest) contradict('functions call each other too deep', '函数调用的嵌套层次过深');
    const signature = new CallSignature(definition, context, this.#attributesOf(context, definition));
    const body = this.#bodyFor(signature, scope.depth + 1);
    scope.callees.set(operator, body);
    return this.#return(context, signature, body);
  }

  #bodyFor(signature: CallSignature, depth: number): InferredScope {
    const key = signature.key((thing) => this.#identity(thing));
    const known = this.#calls.get(key);
    if (known !== undefined) {
      this.engine.log.restore(known.problems);
      return known.scope;
    }
    const { definition } = signature;
    this.#operators += definition.body.operators.length;
    if (this.#operators > mostOperators) contradict('its functions expand too far', '函数展开后的规模过大');
    const before = this.engine.log.length;
    this.#active.add(definition);
    try {
      const scope = this.#inferBody(signature, depth);
      this.#calls.set(key, { scope, problems: this.engine.log.problems.slice(before) });
      this.#scopesOf(definition).push(scope);
      return scope;
    } finally {
      this.#active.delete(definition);
    }
  }

  #inferBody({ definition, attributes, types, elements, present }: CallSignature, depth: number): InferredScope {
    return this.engine.inferBody(definition, attributes, depth, (body) => {
      for (const [i, { id }] of definition.body.inputs.entries()) {
        body.setType(id, mergeTypes(types[i], body.typeHere(id)));
        const known = elements[i];
        if (known !== undefined) body.elements.set(id, known);
        if (!present[i]) body.absent.add(id);
      }
    });
  }

  /** Types and elements of the body's outputs become those of the call's. */
  #return({ operator, scope, outputs }: OperatorContext, signature: CallSignature, body: InferredScope): () => void {
    const { symbols } = this.engine;
    const formals = body.graph.outputs.slice(0, operator.outputCount).map(({ id }) => id);
    for (const [i, formal] of formals.entries()) {
      outputs[i] = mapDimensions(body.lookUp(formal), (dimension) => signature.actual(dimension, symbols));
    }
    return () => {
      for (const [i, formal] of formals.entries()) {
        const elements = body.lookUpElements(formal)?.map((element) => signature.actual(element, symbols));
        const value = operator.outputId(i);
        if (value !== 0 && elements !== undefined) scope.elements.set(value, elements);
      }
    };
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

  #identity(thing: object): number {
    let identity = this.#identities.get(thing);
    if (identity === undefined) {
      identity = this.#identities.size;
      this.#identities.set(thing, identity);
    }
    return identity;
  }

  #scopesOf(definition: FunctionDefinition): InferredScope[] {
    const key = keyOf(definition);
    let scopes = this.#scopes.get(key);
    if (scopes === undefined) {
      scopes = [];
      this.#scopes.set(key, scopes);
    }
    return scopes;
  }

  /** What all calls of each function agree on; of a function that nothing calls, what holds whatever the inputs. */
  merged(): ReadonlyMap<string, Scope> {
    // Functions that nothing calls may call others: those calls are not made.
    const made = new Map([...this.#scopes].map(([key, scopes]) => [key, [...scopes]]));
    const merged = new Map<string, Scope>();
    const calleeOf = (operator: Operator) =>
      merged.get(functionKey(operator.domain, operator.opType, operator.overload));
    for (const [key, definition] of this.#definitions) {
      const scopes = made.get(key) ?? [];
      if (scopes.length > 1) merged.set(key, new MergedScope(scopes, calleeOf));
      else if (scopes.length === 1) merged.set(key, scopes[0]!);
      else if (!this.engine.isCancelled)
        merged.set(
          key,
          this.engine.inferBody(definition, undefined, 0, () => {}),
        );
    }
    return merged;
  }
}

function keyOf({ domain, name, overload }: FunctionDefinition): string {
  return functionKey(domain, name, overload);
}
