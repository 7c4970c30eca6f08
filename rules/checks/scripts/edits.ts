import type { MigrationTable, ScriptFacts, TextEdit, TextSpan } from '../../../core/model';

export function replacement(span: TextSpan, newText: string): TextEdit {
  return { span, newText };
}

export function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

/**
 * What makes the target's package available: nothing where the file imports it already. The import is guarded, so that the
 * file still runs where only CUDA is installed.
 */
export function targetImport(facts: ScriptFacts, { device }: MigrationTable): TextEdit[] {
  if (facts.imports.some((fact) => fact.package === device.module)) return [];
  const lines = ['try:', `    import ${device.module}  # noqa: F401`, 'except ImportError:', '    pass', ''];
  return [insertion(facts.importInsertion, lines.join(facts.lineBreak))];
}

/** What the file calls the module `torch`; undefined where it does not import it at module level. */
export function torchName({ aliases }: ScriptFacts): string | undefined {
  return aliases.get('torch');
}
