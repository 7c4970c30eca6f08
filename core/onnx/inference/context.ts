import {
  type Attribute,
  type AttributeValue,
  type ElementType,
  type Graph,
  type Integer,
  isKnown,
  type NameId,
  type Operator,
  type Shape,
  type Tensor,
  type TensorType,
  tensor,
  type ValueType,
} from '../../model';
import { contradict, giveUp } from './contradiction';
import { type Elements, isInteger } from './elements';
import type { InferredScope } from './scope';
import { isTensor } from './type-merging';

/** What the inference of an operator asks of the engine. */
export interface InferenceHost {
  /**
   * Infers `graph` in the operator's scope and returns its outputs' types. Of an input of unknown type, undefined.
   */
  inferSubgraph(
    scope: InferredScope,
    graph: Graph,
    inputs: readonly (ValueType | undefined)[],
  ): (ValueType | undefined)[];
  /** Whether so many more elements may be kept. */
  mayKeep(count: number): boolean;
  /** Equal integers as one list, so that operators that are alike in them are recognised. */
  sharedElements(elements: Elements): Elements;
  /** Told of every read of elements, which an operator of the same types and attributes need not have. */
  noteElementsRead(): void;
  /** Of everything else that it need not have: graphs, attributes of a function's call. */
  noteOwnRead(): void;
  /** ONNX refuses operators that leave out outputs of their graphs or functions; runtimes do not. */
  warnOfLeftOut(context: OperatorContext, outputs: number): void;
  /** Begins an inference that may have to be taken back; the returned function does. */
  beginAttempt(): () => void;
}

/** One operator as its inference sees it. Types of its inputs in, types of its outputs out. */
export class OperatorContext {
  readonly outputs: (ValueType | undefined)[] = [];
  readonly #types: (ValueType | undefined)[] = [];
  /** The first input that neither the scope nor those around it define. */
  readonly missingInput: NameId | undefined;

  constructor(
    readonly scope: InferredScope,
    readonly operator: Operator,
    /** The version of the operator's domain. */
    readonly opset: number,
    readonly engine: InferenceHost,
  ) {
    const { inputCount } = operator;
    for (let i = 0; i < inputCount; i++) {
      const value = operator.inputId(i);
      if (value === 0) continue;
      const type = scope.lookUp(value);
      if (type !== undefined) this.#types[i] = type;
      else if (this.missingInput === undefined && scope.definitionOf(value) === undefined) this.missingInput = value;
    }
  }

  get inputCount(): number {
    return this.operator.inputCount;
  }

  get outputCount(): number {
    return this.operator.outputCount;
  }

  /** Whether the input is there; its type may be unknown all the same. */
  hasInput(index: number): boolean {
    const value = this.operator.inputId(index);
    return value !== 0 && !this.scope.absent.has(value);
  }

  hasOutput(index: number): boolean {
    return this.operator.outputId(index) !== 0;
  }

  type(index: number): ValueType | undefined {
    return this.#types[index];
  }

  /** The type of an input that must be a tensor; undefined where it is left out or unknown. */
  tensor(index: number): TensorType | undefined {
    const type = this.type(index);
    if (type === undefined || isTensor(type)) return type;
    return contradict(`input ${index} is not a tensor`, `第 ${index} 个输入不是张量`);
  }

  /** 0 where it is unknown. */
  elementType(index: number): ElementType {
    return this.tensor(index)?.elementType ?? 0;
  }

  shape(index: number): Shape {
    return this.tensor(index)?.shape;
  }

  rank(index: number): number | undefined {
    return this.tensor(index)?.shape?.length;
  }

  /** The shape of an input whose rank must be `rank`. */
  shapeOfRank(index: number, rank: number): Shape {
    const shape = this.shape(index);
    if (shape !== undefined && shape.length !== rank) {
      contradict(
        `input ${index} has rank ${shape.length}, not ${rank}`,
        `第 ${index} 个输入的秩为 ${shape.length}，应为 ${rank}`,
      );
    }
    return shape;
  }

  /** The shape of an input whose rank must be `rank` or more. */
  shapeOfRankAtLeast(index: number, rank: number): Shape {
    const shape = this.shape(index);
    if (shape !== undefined && shape.length < rank) {
      contradict(
        `input ${index} has rank ${shape.length}, less than ${rank}`,
        `第 ${index} 个输入的秩为 ${shape.length}，至少应为 ${rank}`,
      );
    }
    return shape;
  }

  /** The elements of an input where some are known, row by row: constants, and what data propagation finds. */
  values(index: number): Elements | undefined {
    const value = this.operator.inputId(index);
    if (value === 0) return undefined;
    this.engine.noteElementsRead();
    if (this.scope.empty.size > 0 && this.scope.empty.has(value)) {
      contradict(`input ${index} is an initializer without data`, `第 ${index} 个输入是没有数据的初始化器`);
    }
    return this.scope.lookUpElements(value);
  }

  /** The elements of an input of integers, such as a shape: no fractions. */
  elements(index: number): Elements | undefined {
    const values = this.values(index);
    return values !== undefined && isInteger(this.elementType(index)) ? values : undefined;
  }

  /** The elements of an input where every one is a known integer. */
  integers(index: number): readonly Integer[] | undefined {
    const elements = this.elements(index);
    return elements?.every((element) => typeof element === 'number' || typeof element === 'bigint')
      ? (elements as readonly Integer[])
      : undefined;
  }

  /** The one element of an input, where it is a known number; of a float, perhaps a fraction. */
  scalar(index: number): Integer | undefined {
    const values = this.values(index);
    const [value] = values ?? [];
    return values?.length === 1 && isKnown(value) ? value : undefined;
  }

  setType(index: number, type: ValueType | undefined): void {
    this.outputs[index] = type;
  }

  setTensor(index: number, elementType: ElementType, shape?: Shape): void {
    this.outputs[index] = elementType === 0 && shape === undefined ? undefined : tensor(elementType, shape);
  }

  /** As written, with the reference of a function's body resolved. */
  attribute(name: string): AttributeValue | undefined {
    const { attributes } = this.operator;
    for (let i = 0; i < attributes.length; i++) {
      if (attributes[i]!.name === name) return this.resolve(attributes[i]!);
    }
    return undefined;
  }

  resolve({ value }: Attribute): AttributeValue | undefined {
    if (value.kind !== 'reference') return value;
    this.engine.noteOwnRead();
    return this.scope.attributes === undefined ? giveUp() : this.scope.attributes.get(value.name);
  }

  int(name: string): Integer | undefined {
    const value = this.attribute(name);
    return value?.kind === 'int' ? value.value : undefined;
  }

  /** An attribute that counts or selects something: what no number can hold exactly makes the operator invalid. */
  number(name: string): number | undefined {
    const value = this.int(name);
    if (typeof value === 'bigint') contradict(`attribute ${name} is ${value}`, `属性 ${name} 的值为 ${value}`);
    return value as number | undefined;
  }

  requiredNumber(name: string): number {
    const value = this.number(name);
    return value === undefined ? missing(name) : value;
  }

  /** All of a list, or nothing where it is longer than what the reader keeps. */
  ints(name: string): readonly Integer[] | undefined {
    const value = this.attribute(name);
    if (value?.kind !== 'ints') return undefined;
    return value.count === value.value.length ? value.value : giveUp();
  }

  float(name: string): number | undefined {
    const value = this.attribute(name);
    return value?.kind === 'float' ? value.value : undefined;
  }

  floats(name: string): readonly number[] | undefined {
    const value = this.attribute(name);
    if (value?.kind !== 'floats') return undefined;
    return value.count === value.value.length ? value.value : giveUp();
  }

  string(name: string): string | undefined {
    const value = this.attribute(name);
    return value?.kind === 'string' ? value.value : undefined;
  }

  tensorAttribute(name: string): Tensor | undefined {
    const value = this.attribute(name);
    return value?.kind === 'tensor' ? value.value : undefined;
  }

  /** The number of elements of a list attribute, also of one that the reader cut; undefined where there is none. */
  listLength(name: string): number | undefined {
    const value = this.attribute(name);
    if (value === undefined) return undefined;
    if (value.kind === 'ints' || value.kind === 'floats' || value.kind === 'strings') return value.count;
    if (value.kind !== 'tensor') return undefined;
    const [length] = value.value.dims;
    return value.value.dims.length === 1 && typeof length === 'number' ? length : undefined;
  }

  graph(name: string): Graph {
    const value = this.attribute(name);
    return value?.kind === 'graph' ? value.value : missing(name);
  }

  inferSubgraph(graph: Graph, inputs: readonly (ValueType | undefined)[]): (ValueType | undefined)[] {
    this.engine.noteOwnRead();
    return this.engine.inferSubgraph(this.scope, graph, inputs);
  }
}

export function missing(name: string): never {
  return contradict(`required attribute ${name} is missing`, `缺少必需的属性 ${name}`);
}

/** `axis` counted from the front; contradicts outside of [-rank, rank). */
export function normalizeAxis(axis: Integer, rank: number): number {
  if (axis < -rank || axis >= rank) {
    contradict(
      `axis ${axis} is outside of [${-rank}, ${rank - 1}] of a tensor of rank ${rank}`,
      `轴 ${axis} 超出秩为 ${rank} 的张量的范围 [${-rank}, ${rank - 1}]`,
    );
  }
  return Number(axis) + (axis < 0 ? rank : 0);
}

/** Axes counted from the front, without duplicates. */
export function normalizeAxes(axes: readonly Integer[], rank: number): number[] {
  const seen = new Set<number>();
  for (const axis of axes) {
    const normalized = normalizeAxis(axis, rank);
    if (seen.has(normalized)) contradict(`axis ${axis} is given twice`, `轴 ${axis} 重复出现`);
    seen.add(normalized);
  }
  return [...seen];
}
