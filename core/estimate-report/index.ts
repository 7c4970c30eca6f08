export { answerOf, loadText, modelText } from './answer';
export { costOfKey, type KeyCost } from './cost-of-key';
export { noticesOf } from './notices';
export { type EstimateSubject, estimatePage } from './page/estimate-page';
export { formatBytes, formatMs, formatParameters, formatRate, formatShare, short } from './quantities';
export { comparison, estimateTables, reasonOf, type Say, sweepTable, type Table } from './tables';
export { bounds, devicesText, planText, withBand, words } from './words';
