export type { Inference, Scope } from './contract';
export type { InferenceOptions } from './inference';
export { inferTypes } from './inference';
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
