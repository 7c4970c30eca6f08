import type { ApiLimit, MigrationTable, ScriptPlace } from '../../../core/model';

/** A limit of an API that holds whatever is passed to it, for places that use the API without a call. */
export function limitOf(
  api: string,
  id: string,
  place: ScriptPlace,
  table: MigrationTable,
  family: string,
): ApiLimit | undefined {
  const { start } = place.span;
  const nothing = { start, end: start };
  const call = {
    ...place,
    name: api,
    certainty: 'assumed' as const,
    calleeSpan: nothing,
    nameSpan: nothing,
    arguments: [],
    argumentsSpan: nothing,
    result: { kind: 'unknown' as const, certainty: 'guessed' as const },
    role: 'value' as const,
  };
  return table.judge(call, family).find(({ limit }) => limit.id === id)?.limit;
}
