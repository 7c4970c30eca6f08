export { allChips, allTargets, chipOf, type DeviceMemory, deviceMemory, findTarget } from './targets';
