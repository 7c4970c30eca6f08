/** By a condition's id an operator that breaks it and one that meets it. */
export type CasesById = Readonly<Record<string, readonly [breaks: string, meets: string | null]>>;

/**
 * For each condition of a route, by operator, the operators of {@link CasesById}; `?` before one of the first kind: the
 * graph does not tell. `$` stands for the operator's type. `null`: it holds for every operator of the type. They stand in
 * files as the conditions do (scripts/tables/conditions).
 */
export type ConditionCases = Readonly<Record<string, CasesById>>;
