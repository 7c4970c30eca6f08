export * from './expressions';
export * from './span';
export * from './statements';
