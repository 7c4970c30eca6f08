export { encodeModel } from './encode';
export type * from './message';
export type { OperatorSpan } from './operator-span';
export { subgraphPath } from './operator-span';
export type { ParsedText } from './parse';
export { parseModelText } from './parse';
