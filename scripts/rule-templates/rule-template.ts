/** The files of a new rule, by their names in its folder. */
export type RuleTemplate = (code: string) => Readonly<Record<string, string>>;
