export { type Configuration, readConfiguration } from './read-configuration';
