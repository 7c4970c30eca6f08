export { checkLimit, type KnownArgument, type KnownCall } from './api-limits';
export { ApiSupportTable, operatorsOf } from './api-support';
export { type ApiTable, apiTable } from './api-table';
export type * from './api-table-file';
export { type AssessOptions, assess } from './assess/assess';
export { type OperatorTable, operatorTable } from './operator-table';
export { allChips, allTargets, chipOf, type DeviceMemory, deviceMemory, findTarget } from './targets';
export { targetsMeant } from './targets-meant';
