import type {
  CallFact,
  Fix,
  FusedKernel,
  ImportFact,
  Library,
  Localized,
  ReferenceFact,
  ScriptRuleContext,
  Severity,
} from '../../../core/model';
import { guardImport, removeImport } from './import-fixes';

/** What of a library a rule answers for. */
export interface LibraryScope {
  /** Rows of the route's table. */
  readonly ids: ReadonlySet<string>;
  /** Fixes of a call, beside the argument map of its kernel. */
  readonly fixes?: ((call: CallFact, context: ScriptRuleContext) => readonly Fix[]) | undefined;
  /** The severity of a library that runs with the vendor's edition or a plugin. */
  readonly adapted?: Severity | undefined;
}

/** Whether the chip can use what takes the place of the library. */
function suits({ status, families }: Library, family: string): boolean {
  return status !== 'none' && (families === undefined || families.includes(family));
}

/** Says of each statement that imports one of the libraries what becomes of it on the target. */
export function reportLibraryImports(context: ScriptRuleContext, { ids, adapted = 'warning' }: LibraryScope): void {
  const { facts, table, target, chip, report } = context;
  const told = new Set<string>();
  for (const fact of facts.imports) {
    const library = fact.firstParty ? undefined : table.library(fact.name);
    if (library === undefined || !ids.has(library.id) || library.status === 'works' || library.status === 'unknown')
      continue;
    const key = `${fact.statement.span.start} ${library.id}`;
    if (told.has(key)) continue;
    told.add(key);
    const isAdapted = library.status === 'adapted' && suits(library, chip.family);
    report({
      at: fact,
      span: fact.nameSpan,
      verdict: isAdapted ? 'limited' : 'unsupported',
      severity: isAdapted ? adapted : 'error',
      message: isAdapted ? needsEdition(fact.name, library, target.id) : doesNotRun(fact.name, target.id),
      advice: adviceOf(library, chip.family),
      evidence: library.evidence,
      fixes: isAdapted ? [] : importFixes(fact, context),
    });
  }
}

function doesNotRun(name: string, target: string): Localized {
  return {
    en: `${name} does not run on ${target}: the library is written for other hardware.`,
    zh: `${name} 无法在 ${target} 上运行：该库面向其他硬件。`,
  };
}

function needsEdition(name: string, { replacement }: Library, target: string): Localized {
  return {
    en: `${name} needs another edition or a plugin on ${target}${replacement ? `: ${replacement}` : ''}.`,
    zh: `${name} 在 ${target} 上需要适配版本或插件${replacement ? `：${replacement}` : ''}。`,
  };
}

function adviceOf(library: Library, family: string): Localized {
  if (library.families === undefined || library.families.includes(family)) return library.note;
  return {
    en: `${library.replacement} is listed for ${library.families.join(', ')} only, not for ${family}.`,
    zh: `${library.replacement} 仅支持 ${library.families.join('、')}，不支持 ${family}。`,
  };
}

function importFixes(fact: ImportFact, { facts }: ScriptRuleContext): Fix[] {
  return [removeImport(fact, facts), guardImport(fact, facts)].filter((fix) => fix !== undefined);
}

/** Says of each use of a function that a kernel of the route stands for which one, and how its arguments map. */
export function reportLibraryUses(context: ScriptRuleContext, { ids, fixes }: LibraryScope): void {
  const { facts, table, target, report } = context;
  const called = new Set(facts.calls.map(({ calleeSpan }) => calleeSpan.start));
  // A function that is passed on, such as an optimizer's class, needs its kernel as well.
  const passed = facts.references.filter(({ use, span }) => use === 'load' && !called.has(span.start));
  for (const use of [...facts.calls, ...passed]) {
    const library = table.library(use.name);
    if (library === undefined || !ids.has(library.id) || isFirstParty(use, context)) continue;
    const kernel = kernelFor(use.name, context);
    const offered = 'calleeSpan' in use ? (fixes?.(use, context) ?? []) : [];
    if (kernel === undefined && offered.length === 0) continue;
    report({
      at: use,
      span: use.nameSpan,
      severity: 'warning',
      verdict: 'unsupported',
      message: {
        en: `${use.name} does not run on ${target.id}${kernel ? `; ${kernel.name} does it there` : ''}.`,
        zh: `${use.name} 无法在 ${target.id} 上运行${kernel ? `；该平台上对应 ${kernel.name}` : ''}。`,
      },
      advice: kernel ? kernelAdvice(kernel) : library.note,
      evidence: kernel?.evidence ?? library.evidence,
      fixes: offered,
    });
  }
}

/** The file's repository defines the package itself. */
function isFirstParty({ name }: CallFact | ReferenceFact, { facts }: ScriptRuleContext): boolean {
  const first = name.split('.')[0];
  return facts.imports.some((fact) => fact.package === first && fact.firstParty);
}

export function kernelFor(name: string, { table, chip }: ScriptRuleContext): FusedKernel | undefined {
  return table
    .fusedKernel(name)
    .find(({ families }) => families === undefined || families.length === 0 || families.includes(chip.family));
}

/** Signature, arguments and remarks of a kernel. */
export function kernelAdvice({ name, signature, arguments: map = [], note }: FusedKernel): Localized {
  const arrows = (language: 'en' | 'zh') =>
    map
      .map(({ from, to, note: remark }) => `${from} → ${to}${remark ? ` (${remark[language]})` : ''}`)
      .join(language === 'en' ? '; ' : '；');
  const parts = (language: 'en' | 'zh', label: string) => [
    signature ?? name,
    ...(map.length === 0 ? [] : [`${label}${arrows(language)}`]),
    ...(note === undefined ? [] : [note[language]]),
  ];
  return { en: parts('en', 'Arguments: ').join('. '), zh: parts('zh', '参数对应：').join('。') };
}
