export { type ReadResult, readModel } from './read-model';
