import type { Attribute } from './attribute';
import type { Dimension, Integer } from './dimension';
import type { NameId, Names } from './names';
import type { SparseTensor, Tensor } from './tensor';
import type { ValueType } from './value-type';

/**
 * A named string map entry list. Always a Map: names in a file may be `__proto__`.
 *
 * Strings that come from a file are decoded so that different bytes stay different: a byte that is not valid UTF-8
 * becomes a lone surrogate (U+DC80 + byte - 0x80). Show them through `displayName`.
 */
export type StringMap = ReadonlyMap<string, string>;

/** What operators may have in common, all but their values and their place. */
export interface OperatorKind {
  readonly opType: string;
  /** As written; '' and 'ai.onnx' are the same domain. */
  readonly domain: string;
  readonly overload: string;
  readonly attributes: readonly Attribute[];
}

/**
 * One operator call of a graph. A network has a hundred thousand of them and a few hundred kinds: whoever goes over all
 * operators asks for ids and kinds, which are there; texts are made when they are asked for.
 */
export interface Operator extends OperatorKind {
  /**
   * The same object for all operators of a file with this type, domain, overload and attributes; one of its own where an
   * attribute holds something with a place in the file (a tensor, a graph, a type).
   */
  readonly kind: OperatorKind;
  readonly name: string;
  /** 0 where it has no name. */
  readonly nameId: NameId;
  /** Names of values; '' is an optional input that is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly inputCount: number;
  readonly outputCount: number;
  /** Of the name of an input; 0 where it is left out, and beyond the last. */
  inputId(index: number): NameId;
  outputId(index: number): NameId;
  /**
   * The same for whoever goes over all operators, without a call for each value: the ids of its inputs from
   * {@link firstValue} on, those of its outputs behind them. Not to be changed.
   */
  readonly valueIds: ArrayLike<NameId>;
  readonly firstValue: number;
  /** Index in its graph's operators. */
  readonly index: number;
  /** Offset of its message in the file. */
  readonly byteOffset: number;
  readonly docString?: string | undefined;
  readonly metadata?: StringMap | undefined;
  readonly deviceConfigurations?: readonly DeviceConfiguration[] | undefined;
}

/** How an operator is spread over the devices of one of the model's configurations (IR 11). */
export interface DeviceConfiguration {
  /** Name of the model's configuration. */
  readonly configuration: string;
  readonly pipelineStage: number | undefined;
  readonly shardings: readonly {
    readonly tensor: string;
    /** Devices, or groups of {@link groups}. */
    readonly devices: readonly Integer[];
    readonly groups: ReadonlyMap<Integer, readonly Integer[]>;
    readonly axes: readonly {
      readonly axis: Integer;
      readonly parts: readonly { readonly dimension: Dimension; readonly shards: Integer }[];
    }[];
  }[];
}

/** A named value with its declared type. */
export interface ValueInfo {
  readonly name: string;
  readonly id: NameId;
  readonly type: ValueType | undefined;
  readonly byteOffset: number;
  /** Fields that ONNX requires of a graph's input or output and the file leaves out: `type`, `elem_type`, `shape`, ... */
  readonly lacks?: readonly string[] | undefined;
  readonly docString?: string | undefined;
  readonly metadata?: StringMap | undefined;
}

/** A graph: the model's own, an attribute's (If, Loop, Scan), or a function's body. */
export interface Graph {
  /**
   * Where it stands in the model: `/` is the model's graph, `/3.then_branch` the graph in attribute then_branch of
   * operator 3, `/3.then_branch/1.body` one in that, `pkg.domain:Name:overload/` a function's body.
   */
  readonly path: string;
  readonly name: string;
  /** Of the whole file. */
  readonly names: Names;
  readonly operators: readonly Operator[];
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
  readonly valueInfos: readonly ValueInfo[];
  readonly initializers: readonly Tensor[];
  readonly sparseInitializers: readonly SparseTensor[];
  readonly quantizationAnnotations: readonly { readonly tensor: string; readonly parameters: StringMap }[];
  readonly docString: string;
  readonly metadata: StringMap;
  readonly byteOffset: number;
}

/** A model-local function. Its body's inputs and outputs have no declared types of their own (value_info aside). */
export interface FunctionDefinition {
  readonly name: string;
  readonly domain: string;
  readonly overload: string;
  readonly attributeNames: readonly string[];
  readonly attributeDefaults: readonly Attribute[];
  /** As written, in order; a domain may appear twice in a broken file. */
  readonly opsetImports: readonly OpsetImport[];
  readonly body: Graph;
  readonly docString: string;
  readonly metadata: StringMap;
  readonly byteOffset: number;
  /** Required fields that the file leaves out: `domain`. */
  readonly lacks?: readonly string[] | undefined;
}

export interface OpsetImport {
  readonly domain: string;
  readonly version: Integer;
}

/** A graph file as it is written. */
export interface Model {
  readonly irVersion: Integer | undefined;
  readonly producerName: string;
  readonly producerVersion: string;
  readonly domain: string;
  readonly modelVersion: Integer;
  readonly docString: string;
  readonly opsetImports: readonly OpsetImport[];
  /** Undefined where the file has no graph. */
  readonly graph: Graph | undefined;
  readonly functions: readonly FunctionDefinition[];
  readonly metadata: StringMap;
  /** Keys that the file gives more than once in its metadata; {@link metadata} has the last value. */
  readonly repeatedMetadataKeys?: readonly string[] | undefined;
  readonly configurations: readonly {
    readonly name: string;
    readonly devices: readonly string[];
    readonly count: number;
  }[];
  /** Initialization and algorithm graphs of training_info, path `training.0.algorithm/`. */
  readonly trainingGraphs: readonly Graph[];
}

/** '' for the standard domain, however it is spelled. */
export function canonicalDomain(domain: string): string {
  return domain === 'ai.onnx' ? '' : domain;
}

/** The key under which a function of a model is called. */
export function functionKey(domain: string, name: string, overload: string): string {
  return `${canonicalDomain(domain)}:${name}:${overload}`;
}
