import {
  areAtLeast,
  type MigrationTable,
  type ScriptFacts,
  type TextEdit,
  type TextSpan,
  type TorchReleases,
} from '../../../core/model';

export function replacement(span: TextSpan, newText: string): TextEdit {
  return { span, newText };
}

export function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

/**
 * What makes the target's package available: nothing where the file imports it already, or where the script's PyTorch
 * releases load it by itself. The import is guarded, so that the file still runs where only CUDA is installed.
 */
export function targetImport(facts: ScriptFacts, { device }: MigrationTable, releases?: TorchReleases): TextEdit[] {
  if (facts.imports.some((fact) => fact.package === device.module)) return [];
  if (device.autoload !== undefined && areAtLeast(releases, device.autoload.since) === true) return [];
  const lines = ['try:', `    import ${device.module}  # noqa: F401`, 'except ImportError:', '    pass', ''];
  return [insertion(facts.importInsertion, lines.join(facts.lineBreak))];
}

/** What the file calls the module `torch`; undefined where it does not import it at module level. */
export function torchName({ aliases }: ScriptFacts): string | undefined {
  return aliases.get('torch');
}

/** A name of torch or of a package, as this file can write it; undefined where it does not import torch. */
export function nameInFile(name: string, facts: ScriptFacts): string | undefined {
  if (!name.startsWith('torch.')) return name;
  const torch = torchName(facts);
  return torch === undefined ? undefined : `${torch}${name.slice('torch'.length)}`;
}

/** The text of a span. */
export function textOf({ text }: ScriptFacts, { start, end }: TextSpan): string {
  return text.slice(start, end);
}
