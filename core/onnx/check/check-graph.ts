import { type Graph, type NameId, type Operator, type Tensor, valueTable } from '../../model';
import { AlikeOperators } from './alike-operators';
import { checkOperator } from './check-operator';
import { checkSparseTensor } from './check-sparse-tensor';
import { checkTensor } from './check-tensor';
import { checkType, checkValueInfo } from './check-value-info';
import { type Checking, type OpsetImports, quoted } from './checking';
import { isSound } from './sound-tensor';
import { ValueScope } from './value-scope';

export interface GraphContext {
  readonly checking: Checking;
  readonly opsets: OpsetImports;
  readonly isMainGraph: boolean;
}

/** What onnx.checker asks of a GraphProto and all graphs in it: names, single assignment, order, operators. */
export function checkGraph(context: GraphContext, graph: Graph, outer: ValueScope | undefined): void {
  const { checking } = context;
  if (graph.name === '') {
    checking.error('graph-without-name', { en: 'The graph has no name.', zh: '计算图没有名称。' }, graph);
  }
  for (const value of graph.inputs) checkValueInfo(checking, value, 'input', context.isMainGraph);
  for (const value of graph.outputs) checkValueInfo(checking, value, 'output', context.isMainGraph);
  for (const value of graph.valueInfos) checkType(checking, value);
  const scope = new ValueScope(graph, outer);
  for (const input of graph.inputs) {
    if (scope.hasHere(input.id)) {
      checking.error(
        'repeated-input',
        {
          en: `Two inputs of the graph have the name ${quoted(input.name)}.`,
          zh: `计算图有两个输入同名：${quoted(input.name)}。`,
        },
        input,
      );
    }
    scope.add(input.id);
  }
  checkInitializers(context, graph, scope);
  checkOperators(context, graph, scope);
  for (const output of graph.outputs) {
    if (scope.hasHere(output.id)) continue;
    checking.error(
      'output-not-computed',
      {
        en: `Output ${quoted(output.name)} of the graph is computed by no operator of it.`,
        zh: `计算图的输出 ${quoted(output.name)} 没有任何算子产生。`,
      },
      output,
    );
  }
}

/** As with operators, a loop over local variables. */
function checkInitializers({ checking }: GraphContext, graph: Graph, scope: ValueScope): void {
  const ids = new Set<NameId>();
  const { initializers } = graph;
  const { values } = scope;
  const mustBeInputs = checking.irVersion <= 3;
  for (let index = 0; index < initializers.length; index++) {
    const tensor = initializers[index]!;
    const { id } = tensor;
    if (id === 0 || ids.has(id)) reportName(checking, tensor);
    ids.add(id);
    if (!isSound(tensor)) checkTensor(checking, tensor);
    if (mustBeInputs && !scope.hasHere(id)) reportNotInput(checking, tensor);
    // The value is there even where it must not be: not every operator that reads it is to be reported.
    values[id] = true;
  }
  for (const sparse of graph.sparseInitializers) {
    const { id } = sparse.values;
    if (id === 0 || ids.has(id)) reportName(checking, sparse.values);
    ids.add(id);
    checkSparseTensor(checking, sparse);
    scope.add(id);
  }
}

/** Of an initializer without a name, or with one that another has already. */
function reportName(checking: Checking, tensor: Tensor): void {
  if (tensor.id === 0) {
    checking.error(
      'initializer-without-name',
      { en: 'An initializer has no name.', zh: '有一个初始化器没有名称。' },
      tensor,
    );
    return;
  }
  checking.error(
    'repeated-initializer',
    {
      en: `Two initializers have the name ${quoted(tensor.name)}.`,
      zh: `有两个初始化器同名：${quoted(tensor.name)}。`,
    },
    tensor,
  );
}

function reportNotInput(checking: Checking, tensor: Tensor): void {
  checking.error(
    'initializer-not-input',
    {
      en: `Initializer ${quoted(tensor.name)} is not among the inputs of the graph; up to IR version 3 it must be. Set ir_version to 4 or later.`,
      zh: `初始化器 ${quoted(tensor.name)} 不在计算图的输入中；IR 版本 3 及以前要求它同时是输入。请将 ir_version 设为 4 或更高。`,
    },
    tensor,
  );
}

function checkOperators(context: GraphContext, graph: Graph, scope: ValueScope): void {
  const { checking, opsets, isMainGraph } = context;
  const inner = { ...context, isMainGraph: false };
  const operatorContext = {
    graph,
    opsets,
    isMainGraph,
    subgraph: (subgraph: Graph) => checkGraph(inner, subgraph, scope),
  };
  const producers = new Producers(graph);
  const alike = new AlikeOperators();
  const isThere = (value: NameId) => scope.has(value);
  const { operators } = graph;
  const { values } = scope;
  // Most models are checked before V8 has optimised anything: a loop over local variables that calls little, where nothing
  // is wrong.
  for (let index = 0; index < operators.length; index++) {
    const operator = operators[index]!;
    const { inputCount, outputCount, valueIds, firstValue } = operator;
    const firstOutput = firstValue + inputCount;
    const end = firstOutput + outputCount;
    let areThere = true;
    let isComplete = true;
    for (let at = firstValue; at < firstOutput; at++) {
      const value = valueIds[at]!;
      if (value === 0) isComplete = false;
      else if (values[value] !== true) areThere = false;
    }
    if (!areThere) checkInputs(checking, graph, operator, isThere, producers);
    for (let at = firstOutput; at < end; at++) if (valueIds[at] === 0) isComplete = false;
    const known = alike.reportsOf(operator, isComplete);
    if (known === undefined || (known > 0 && !checking.repeats(known))) {
      const { reports } = checking;
      checkOperator(checking, operator, operatorContext);
      alike.add(operator, isComplete, checking.reports - reports);
    }
    for (let at = firstOutput; at < end; at++) {
      const value = valueIds[at]!;
      if (value !== 0 && !scope.addNew(value)) reportRepeated(checking, graph, operator, value);
    }
  }
}

/** Every value must be there before it is read. */
export function checkInputs(
  checking: Checking,
  graph: Graph,
  operator: Operator,
  isThere: (value: NameId) => boolean,
  producers: Producers,
): void {
  const count = operator.inputCount;
  for (let index = 0; index < count; index++) {
    const value = operator.inputId(index);
    if (value === 0 || isThere(value)) continue;
    const name = graph.names.nameOf(value);
    const producer = producers.of(value);
    if (producer === undefined) {
      checking.error(
        'undefined-value',
        {
          en: `Input ${quoted(name)} is no output of any operator, no initializer and no input of the graph.`,
          zh: `输入 ${quoted(name)} 既不是任何算子的输出，也不是初始化器或计算图的输入。`,
        },
        { graph, operator },
      );
    } else {
      checking.error(
        'not-sorted',
        {
          en: `Input ${quoted(name)} is computed only by a later operator (${producer.index}, ${quoted(producer.opType)}): the operators are not sorted, or form a cycle.`,
          zh: `输入 ${quoted(name)} 由后面的算子（${producer.index}，${quoted(producer.opType)}）产生：算子未按拓扑顺序排列，或存在环。`,
        },
        { graph, operator },
      );
    }
  }
}

/** Every value is computed once, outer graphs included. */
export function checkOutputs(checking: Checking, graph: Graph, operator: Operator, scope: ValueScope): void {
  const count = operator.outputCount;
  for (let index = 0; index < count; index++) {
    const value = operator.outputId(index);
    if (value !== 0 && !scope.addNew(value)) reportRepeated(checking, graph, operator, value);
  }
}

function reportRepeated(checking: Checking, graph: Graph, operator: Operator, value: NameId): void {
  const name = graph.names.nameOf(value);
  checking.error(
    'repeated-value',
    {
      en: `Output ${quoted(name)} is the name of another value already: each value must be computed once (single static assignment).`,
      zh: `输出 ${quoted(name)} 与已有的值重名：每个值只能产生一次（静态单赋值）。`,
    },
    { graph, operator },
  );
}

/** The operators that compute a value, found when the first one is asked for. */
export class Producers {
  readonly #graph: Graph;
  #byValue: (Operator | undefined)[] | undefined;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  of(value: NameId): Operator | undefined {
    if (this.#byValue === undefined) {
      this.#byValue = valueTable(this.#graph);
      for (const operator of this.#graph.operators) {
        for (let index = 0; index < operator.outputCount; index++) this.#byValue[operator.outputId(index)] = operator;
      }
    }
    return this.#byValue[value];
  }
}
