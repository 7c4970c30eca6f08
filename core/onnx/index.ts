export type { Inference, Scope } from './contract';
export type { InferenceOptions } from './inference';
export { inferTypes } from './inference';
export { type ReadResult, readModel } from './reader';
export type { AttributeSchema, AttributeType, OperatorSchema, Parameter } from './schemas';
export {
  isStandardDomain,
  latestOpset,
  operatorNames,
  runtimeSchemaOf,
  schemaOf,
  schemaSources,
  schemasOf,
} from './schemas';
export type { OperatorSpan, ParsedText } from './text';
export { encodeModel, parseModelText } from './text';
