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
import { isAskedFor, isCompared, isTypeAsked } from './compared';
import { guardImports, removeImports } from './import-fixes';
import { callsNamed, referencesNamed } from './named-facts';

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

/**
 * Says of each library that the file imports what becomes of it on the target: once, at the first import; once more where
 * another one is guarded otherwise.
 */
export function reportLibraryImports(context: ScriptRuleContext, { ids, adapted = 'warning' }: LibraryScope): void {
  const { target, chip, report } = context;
  for (const { library, imports } of importedLibraries(context, ids)) {
    const [first] = imports as [ImportFact];
    const module = moduleOf(first, library);
    const isAdapted = library.status === 'adapted' && suits(library, chip.family);
    report({
      at: first,
      span: first.nameSpan,
      verdict: isAdapted ? 'limited' : 'unsupported',
      severity: isAdapted ? adapted : failsAtLoad(first, context) ? 'error' : 'warning',
      message: isAdapted
        ? needsEdition(module, library, target.id)
        : doesNotRun(module, behind(first, library), target.id),
      advice: adviceOf(library, chip.family),
      evidence: library.evidence,
      fixes: isAdapted ? [] : importFixes(imports, context),
    });
  }
}

/** Packages that run anywhere, parts of which do not: importing those does not fail. */
const containers = new Set(['diffusers', 'numba', 'transformers']);

/** Below a function, or in a file that is optional itself, it is asked for when that is called, which an option may decide. */
function failsAtLoad(fact: ImportFact, { isOptional }: ScriptRuleContext): boolean {
  return fact.function === undefined && !containers.has(fact.package) && (fact.guarded || !isOptional());
}

/** The module that the table names: `flash_attn` for `flash_attn.bert_padding.pad_input`. */
function moduleOf({ name }: ImportFact, { imports }: Library): string {
  const modules = imports.filter((module) => name === module || name.startsWith(`${module}.`));
  return modules.sort((a, b) => b.length - a.length)[0] ?? name;
}

interface ImportedLibrary {
  readonly library: Library;
  /** Of one library and of one kind of guard, in the order of the text; not empty. */
  readonly imports: readonly ImportFact[];
}

function importedLibraries({ facts, table }: ScriptRuleContext, ids: ReadonlySet<string>): Iterable<ImportedLibrary> {
  const groups = new Map<string, { library: Library; imports: ImportFact[] }>();
  for (const fact of facts.imports) {
    const library = fact.firstParty ? undefined : table.library(fact.name);
    if (library === undefined || !ids.has(library.id) || library.status === 'works' || library.status === 'unknown')
      continue;
    const key = `${library.id} ${fact.guarded} ${fact.guard !== undefined} ${fact.ported.join()} ${fact.function ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { library, imports: [fact] });
    else group.imports.push(fact);
  }
  return groups.values();
}

/** The library that a container's class is for: bitsandbytes for `transformers.BitsAndBytesConfig`. */
function behind(fact: ImportFact, { imports }: Library): string | undefined {
  return containers.has(fact.package) ? imports.find((module) => !containers.has(module.split('.')[0]!)) : undefined;
}

function doesNotRun(name: string, library: string | undefined, target: string): Localized {
  if (library !== undefined) {
    return {
      en: `${name} is for ${library}, which does not run on ${target}: that library is written for other hardware.`,
      zh: `${name} 依赖 ${library}，后者无法在 ${target} 上运行：该库面向其他硬件。`,
    };
  }
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

function importFixes(imports: readonly ImportFact[], { facts }: ScriptRuleContext): Fix[] {
  // A container's import does not fail: there is nothing to guard.
  const mayFail = imports.filter((fact) => !containers.has(fact.package));
  const guarded = mayFail.length > 0 ? guardImports(mayFail, facts) : undefined;
  return [removeImports(imports, facts), guarded].filter((fix) => fix !== undefined);
}

/** Says of each use of a function that a kernel of the route stands for which one, and how its arguments map. */
export function reportLibraryUses(context: ScriptRuleContext, { ids, fixes }: LibraryScope): void {
  const { facts, table, target, report } = context;
  const isOf = (name: string) => ids.has(table.library(name)?.id ?? '');
  const calls = callsNamed(facts, isOf);
  const called = new Set(calls.map(({ calleeSpan }) => calleeSpan.start));
  // A function that is passed on, such as an optimizer's class, needs its kernel as well.
  const passed = referencesNamed(facts, isOf).filter(
    ({ use, span }) =>
      use === 'load' &&
      !called.has(span.start) &&
      ![isCompared, isAskedFor, isTypeAsked].some((asks) => asks(span, facts.text)),
  );
  for (const use of [...calls, ...passed]) {
    const library = table.library(use.name);
    if (library === undefined || isFirstParty(use, context)) continue;
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

function kernelFor(name: string, { table, chip }: ScriptRuleContext): FusedKernel | undefined {
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
