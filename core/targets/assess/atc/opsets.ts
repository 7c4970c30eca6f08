import type { Reason } from '../../../model';
import type { OperatorTable } from '../../operator-table';
import type { OperatorRow } from '../../table';
import { localized } from '../reasons';

export function hasOpset({ opsets }: OperatorRow, opset: number): boolean {
  return opsets === undefined || opsets.some(([first, last]) => first <= opset && opset <= last);
}

/** The parser's key is `<domain>::<model opset>::<type>`: an opset that is not registered fails, whatever the operator's own version. */
export function opsetReason(table: OperatorTable, name: string, row: OperatorRow, opset: number): Reason {
  const opsets = row.opsets ?? [];
  const listed = opsets.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
  const above = opsets.at(-1);
  return {
    id: `${name}/opset`,
    kind: 'opset',
    verdict: 'unsupported',
    outcome: 'broken',
    message: localized(
      `ATC has a parser of ${name} for model opsets ${listed}; this model imports opset ${opset} (E16002 "No ONNX parser is registered").`,
      `ATC 仅为模型 opset ${listed} 注册了 ${name} 的解析器，而该模型为 opset ${opset}（报错 E16002 "No ONNX parser is registered"）。`,
    ),
    advice:
      above === undefined
        ? undefined
        : localized(`Export at opset ${nearest(opsets, opset)}.`, `请以 opset ${nearest(opsets, opset)} 导出。`),
    evidence: [...table.evidenceOf(row.evidence), ...table.general('parser')],
    opset: { imported: opset, known: opsets },
  };
}

/** The registered opset nearest to the model's. */
function nearest(opsets: readonly (readonly [number, number])[], opset: number): number {
  const ends = opsets.flat();
  return ends.reduce((best, end) => (Math.abs(end - opset) < Math.abs(best - opset) ? end : best));
}
