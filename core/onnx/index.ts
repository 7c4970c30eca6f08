export { type BoundModel, bindDimensions } from './bind-dimensions';
export { type CheckOptions, checkModel } from './check';
export type { Inference, Scope } from './contract';
export { checkExternalData } from './external-data';
export { describeModel } from './facts';
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
  schemasOf,
} from './schemas';
