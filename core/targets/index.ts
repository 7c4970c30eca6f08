export { type AssessOptions, assess } from './assess/assess';
export { type OperatorTable, operatorTable } from './operator-table';
export { allChips, allTargets, chipOf, type DeviceMemory, deviceMemory, findTarget } from './targets';
