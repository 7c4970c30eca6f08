import {
  type AttributeValue,
  displayName,
  type FunctionDefinition,
  type Graph,
  type Integer,
  type Model,
  type NameId,
  type Operator,
  type Task,
  uninterrupted,
  type ValueType,
} from '../../model';
import { ConstantTable } from './constant-table';
import { type InferenceHost, OperatorContext } from './context';
import { Contradiction, contradict, Undecidable } from './contradiction';
import { Declarations } from './declarations';
import type { Elements } from './elements';
import { inExecutionOrder } from './execution-order';
import { FunctionCalls } from './function-calls';
import { learnedSignature } from './learned-signature';
import { ProblemLog } from './problem-log';
import { type ResolvedOperator, ResolvedOperators } from './resolved-operators';
import type { OperatorRules } from './rules/registry';
import { InferredScope, opsetsOf } from './scope';
import { hasElementsInCommon, type Signature } from './signatures';
import { SymbolSource } from './symbols';
import { typeViolation } from './type-constraints';
import { ValueTypes } from './value-types';

export interface InferenceOptions {
  readonly task?: Task | undefined;
  /** Compute the elements of small tensors that shapes depend on, beyond the file's constants. Default true. */
  readonly dataPropagation?: boolean | undefined;
  /** Report operators whose types their schema does not allow. Default true. */
  readonly checkTypes?: boolean | undefined;
  /** Weights may be left out, as the text view leaves them out: their elements are unknown, and that is no error. */
  readonly weightsLeftOut?: boolean | undefined;
  /** Infer as if the graph did not declare the types of its outputs. Default false. */
  readonly ignoreDeclaredOutputs?: boolean | undefined;
}

/** Deeper graphs and calls stay unknown: protobuf itself reads no more than 100 levels. */
const deepest = 200;
const operatorsPerPoll = 1024;
/** Of all values together. */
const mostElementsKept = 4_000_000;

/** Inference of one model: goes over operators in the file's order and keeps what they make of their inputs' types. */
export class InferenceEngine implements InferenceHost {
  readonly log = new ProblemLog();
  readonly symbols = new SymbolSource();
  readonly calls: FunctionCalls;
  readonly #resolved: ResolvedOperators;
  readonly #task: Task;
  readonly #checksTypes: boolean;
  readonly #irVersion: Integer;
  readonly #values = new ValueTypes(this.symbols, this.log);
  readonly #constants = new ConstantTable();
  readonly #declarations: Declarations;
  #isCancelled = false;
  #elements = 0;
  #ownReads = 0;
  #elementReads = 0;

  constructor(model: Model, options: InferenceOptions) {
    this.#task = options.task ?? uninterrupted;
    this.#checksTypes = options.checkTypes ?? true;
    this.#irVersion = model.irVersion ?? 0;
    this.#declarations = new Declarations(this.#values, this.#constants, this.log, {
      ignoresOutputs: options.ignoreDeclaredOutputs ?? false,
      weightsLeftOut: options.weightsLeftOut ?? false,
    });
    this.calls = new FunctionCalls(model.functions, this);
    this.#resolved = new ResolvedOperators((key) => this.calls.definitionOf(key), options.dataPropagation ?? true);
  }

  mayKeep(count: number): boolean {
    this.#elements += count;
    return this.#elements <= mostElementsKept;
  }

  sharedElements(elements: Elements): Elements {
    return this.#constants.shared(elements);
  }

  noteElementsRead(): void {
    this.#elementReads++;
  }

  noteOwnRead(): void {
    this.#ownReads++;
  }

  warnOfLeftOut(context: OperatorContext, outputs: number): void {
    const count = outputs - context.outputCount;
    const message = {
      en: `leaves out ${count} of ${outputs} outputs, which ONNX's checker refuses`,
      zh: `省略了 ${outputs} 个输出中的 ${count} 个，ONNX 的检查器不接受这种写法`,
    };
    this.log.report(context, 'onnx-inference/output-left-out', message, 'warning');
  }

  /** Inference that may have to be taken back: the returned function forgets its problems. */
  beginAttempt(): () => void {
    const { length } = this.log;
    return () => this.log.truncate(length);
  }

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  inferRoot(graph: Graph, model: Model): InferredScope {
    const scope = new InferredScope(graph, undefined, opsetsOf(model.opsetImports), new Map(), 0, true);
    this.#declarations.declare(scope, []);
    this.inferOperators(scope);
    return scope;
  }

  inferSubgraph(
    parent: InferredScope,
    graph: Graph,
    inputs: readonly (ValueType | undefined)[],
  ): (ValueType | undefined)[] {
    if (parent.depth >= deepest) contradict('graphs are nested too deep', '图的嵌套层次过深');
    const { opsets, attributes, depth, isReported } = parent;
    const scope = new InferredScope(graph, parent, opsets, attributes, depth + 1, isReported);
    parent.subgraphs.set(graph, scope);
    const count = graph.inputs.length;
    // Before IR 4 every initializer had to be an input too.
    if (inputs.length > count || (inputs.length < count && this.#irVersion >= 4)) {
      contradict(
        `its graph has ${count} inputs but is given ${inputs.length}`,
        `其子图有 ${count} 个输入，却得到 ${inputs.length} 个`,
      );
    }
    this.#declarations.declare(scope, inputs);
    this.inferOperators(scope);
    return graph.outputs.map(({ id }) => scope.lookUp(id));
  }

  /** A function's body for one call. `bind` sets what is known of its inputs. */
  inferBody(
    definition: FunctionDefinition,
    attributes: ReadonlyMap<string, AttributeValue> | undefined,
    depth: number,
    bind: (scope: InferredScope) => void,
  ): InferredScope {
    const isReported = attributes !== undefined;
    const scope = new InferredScope(
      definition.body,
      undefined,
      opsetsOf(definition.opsetImports),
      attributes,
      depth,
      isReported,
    );
    for (const { id, type } of definition.body.valueInfos) this.#values.set(scope, id, type);
    for (const { id } of definition.body.inputs) if (!scope.hasHere(id)) scope.setType(id, undefined);
    bind(scope);
    this.inferOperators(scope);
    return scope;
  }

  inferOperators(scope: InferredScope): void {
    let { operators } = scope.graph;
    const imported = this.#resolved.under(scope.opsets);
    const hasSignatures = scope.absent.size === 0;
    let isSorted = false;
    for (let i = 0; i < operators.length; i++) {
      if (i % operatorsPerPoll === 0 && (this.#isCancelled || this.#task.isCancelled())) {
        this.#isCancelled = true;
        return;
      }
      const operator = operators[i]!;
      const { kind, inputCount, outputCount, valueIds, firstValue } = operator;
      const resolved = imported.byKind.get(kind) ?? imported.of(kind);
      const signature = hasSignatures
        ? resolved.signatures.find(scope, kind, valueIds, firstValue, inputCount, outputCount)
        : undefined;
      if (signature !== undefined) {
        this.#repeat(signature, scope, operator, valueIds, firstValue + inputCount, resolved);
        continue;
      }
      const context = new OperatorContext(scope, operator, resolved.version, this);
      if (context.missingInput !== undefined && !isSorted) {
        operators = inExecutionOrder(operators.slice(i));
        isSorted = true;
        i = -1;
      } else this.#inferOperator(context, resolved);
    }
  }

  #inferOperator(context: OperatorContext, resolved: ResolvedOperator): void {
    const readsBefore = this.#ownReads;
    const elementReadsBefore = this.#elementReads;
    const reportsBefore = this.log.reports;
    this.#attempt(context, () => {
      const propagate = this.#infer(context, resolved);
      this.#values.store(context);
      if (this.#ownReads === readsBefore && this.log.reports === reportsBefore) {
        this.#learn(context, resolved, this.#elementReads > elementReadsBefore);
      }
      return propagate;
    });
  }

  /** An operator of which everything that inference asks has been asked before. */
  #repeat(
    signature: Signature,
    scope: InferredScope,
    operator: Operator,
    valueIds: ArrayLike<NameId>,
    firstOutput: number,
    resolved: ResolvedOperator,
  ): void {
    const { inferred, outputs, elements, givesNoElements } = signature;
    const { types } = scope;
    let isAlike = true;
    for (let i = 0; i < inferred.length; i++) {
      const value = valueIds[firstOutput + i]!;
      if (value === 0) continue;
      const type = inferred[i]!;
      const declared = types[value] ?? undefined;
      if (declared === undefined) types[value] = type;
      else if (this.#values.merge(scope, value, type, declared) !== undefined) {
        const context = new OperatorContext(scope, operator, resolved.version, this);
        this.#values.reportConflict(context, value, type, declared);
      }
      isAlike &&= types[value] === outputs[i];
    }
    if (isAlike) scope.signatures[operator.index] = signature;
    const isDone = resolved.propagate === undefined || (elements !== undefined && givesNoElements);
    if (!isDone) this.#propagateAgain(signature, scope, operator, resolved);
  }

  #propagateAgain(signature: Signature, scope: InferredScope, operator: Operator, resolved: ResolvedOperator): void {
    const isAlike = hasElementsInCommon(signature, scope, operator);
    if (isAlike && signature.givesNoElements) return;
    const { inferred } = signature;
    const { reports } = this.log;
    const context = new OperatorContext(scope, operator, resolved.version, this);
    for (let i = 0; i < inferred.length; i++) context.setType(i, inferred[i]);
    this.#attempt(context, () => resolved.propagate);
    if (isAlike && this.log.reports === reports && !makesElements(scope, operator)) signature.givesNoElements = true;
  }

  /** Runs `infer`, and what it returns; what cannot be decided, or be true, ends both. */
  #attempt(context: OperatorContext, infer: () => OperatorRules['propagate']): void {
    try {
      infer()?.(context);
    } catch (thrown) {
      if (thrown instanceof Undecidable) this.#values.store(context);
      else if (thrown instanceof Contradiction) this.#refuse(context, thrown);
      else throw thrown;
    }
  }

  /** Keeps what was inferred for operators that are alike, where it followed from types and attributes alone. */
  #learn(context: OperatorContext, { signatures, definition, rules }: ResolvedOperator, readsElements: boolean): void {
    const { scope, operator } = context;
    if (rules === undefined || definition !== undefined || scope.absent.size > 0) return;
    const signature = learnedSignature(context, readsElements, this.#values, this.#constants);
    if (signature === undefined) return;
    signatures.add(signature);
    scope.signatures[operator.index] = signature;
  }

  /** Nothing is known of the outputs of an operator that cannot be valid, beyond what they are declared as. */
  #refuse(context: OperatorContext, { message }: Contradiction): void {
    this.log.report(context, 'onnx-inference/invalid-operator', message);
    const { scope, operator } = context;
    for (let i = 0; i < operator.outputCount; i++) {
      const value = operator.outputId(i);
      if (!scope.hasHere(value)) scope.setType(value, undefined);
    }
  }

  /** Leaves the types of the outputs in `context`, and returns what sets their elements once they are stored. */
  #infer(context: OperatorContext, resolved: ResolvedOperator): OperatorRules['propagate'] {
    const { rules, typeCheck, definition, propagate } = resolved;
    if (context.missingInput !== undefined) {
      const name = displayName(context.scope.graph.names.nameOf(context.missingInput));
      contradict(`reads ${name}, which no operator before it makes`, `读取了 ${name}，但在它之前没有任何算子产生该值`);
    }
    if (definition !== undefined) return this.calls.infer(context, definition);
    if (rules === undefined) return undefined;
    rules.infer(context);
    const violation = this.#checksTypes && typeCheck !== undefined ? typeViolation(context, typeCheck) : undefined;
    if (violation !== undefined) this.log.report(context, 'onnx-inference/type-not-allowed', violation);
    return propagate;
  }
}

function makesElements(scope: InferredScope, operator: Operator): boolean {
  const { outputCount } = operator;
  for (let i = 0; i < outputCount; i++) if (scope.elements.has(operator.outputId(i))) return true;
  return false;
}
