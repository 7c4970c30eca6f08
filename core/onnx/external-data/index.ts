export { checkExternalData } from './check-external-data';
