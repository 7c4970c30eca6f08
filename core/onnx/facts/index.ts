export { describeModel } from './describe-model';
