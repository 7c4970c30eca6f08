import { type Destination, evidenceLink, type Settings, shimOf } from '../../core/lint';
import {
  type ApiRelease,
  type Evidence,
  inLanguage,
  type Language,
  type Localized,
  type MigrationTable,
  type ScriptRoute,
  type StatedRestriction,
} from '../../core/model';
import { apiTable, chipOf } from '../../core/targets';
import { messages } from '../messages';
import { shortName } from '../to-protocol/diagnostic';
import type { Prose } from '../to-protocol/prose';
import type { FactAt } from './fact-at';
import { cudaSupport, libraryStatus, words } from './words';

/** Pieces of evidence that are shown for one statement. */
const mostEvidence = 3;
const mostTypes = 4;

type Api = Extract<FactAt, { kind: 'api' | 'variable' | 'requirement' }>;

/** What is known of an API, a library or a variable on each target: support, limits, replacement, evidence. */
export function describeApi(
  fact: Api,
  destinations: readonly Destination<ScriptRoute>[],
  settings: Settings,
  prose: Prose,
  language: Language,
): void {
  const shown = fact.name.replace(/^\?\./, '');
  prose.paragraph(prose.code(shown));
  for (const destination of destinations) {
    new TargetPart(fact, destination, settings, prose, language).write();
  }
}

/** Whether any target knows anything of it: a hover that knows nothing of a name of the file's own would be noise. */
export function isWorthTelling({ kind, name }: Api, destinations: readonly Destination<ScriptRoute>[]): boolean {
  if (kind === 'api' && /^torch(?:vision|audio)?(?:\.|$)/.test(name)) return true;
  return destinations.some(({ route }) => {
    const table = apiTable(route);
    if (kind === 'variable') return table.environmentVariable(name) !== undefined;
    if (kind === 'requirement') return table.distribution(name) !== undefined;
    return table.library(name) !== undefined || table.fusedKernel(name).length > 0;
  });
}

/** One target's part of a hover. */
class TargetPart {
  readonly #table: MigrationTable;
  readonly #lines: { readonly text: string; readonly evidence: readonly Evidence[] }[] = [];

  constructor(
    private readonly fact: Api,
    private readonly destination: Destination<ScriptRoute>,
    private readonly settings: Settings,
    private readonly prose: Prose,
    private readonly language: Language,
  ) {
    this.#table = apiTable(destination.route);
  }

  write(): void {
    const { target, route } = this.destination;
    if (this.fact.kind === 'variable') this.#variable();
    else if (this.fact.kind === 'requirement') this.#library(this.#table.distribution(this.fact.name));
    else this.#api();
    const shim = shimOf(this.settings, target.id);
    const by = shim === 'none' ? route : `${route}, ${shim}`;
    this.prose.bullet(`${this.prose.strong(shortName(target.id, this.language))} (${this.prose.text(by)})`);
    if (this.#lines.length === 0) this.prose.bullet(this.prose.text(this.#say(words.unknownApi)), 1);
    for (const { text, evidence } of this.#lines) {
      this.prose.bullet(text, 1);
      this.#writeEvidence(evidence);
    }
  }

  #api(): void {
    const { name } = this.fact;
    this.#cuda(name);
    this.#library(this.#table.library(name));
    // The vendor lists `.cuda()` among what it supports, and means under its shim.
    if (this.#movesToCuda(name)) this.#tell(words.movesToCuda(this.#table.device.type), this.#table.device.evidence);
    else this.#release(name);
    const collective = this.#table.collective(name) ?? this.#table.reduction(name);
    if (collective !== undefined && name.startsWith('torch.distributed')) {
      this.#tell(collective.note ?? { en: collective.verdict, zh: collective.verdict }, collective.evidence);
    }
    const dtype = this.#table.dtype(name, chipOf(this.destination.target).family);
    if (dtype !== undefined) this.#tell(dtype.message, dtype.evidence);
    const host = this.#table.hostOperators(name);
    if (host.length > 0) this.#tell(words.hostOperators(host.join(', ')), this.#table.unregistered);
    this.#limits();
    for (const kernel of this.#table.fusedKernel(name).slice(0, 2)) {
      this.#tell(words.fused(kernel.signature ?? kernel.name), kernel.evidence);
      if (kernel.note !== undefined) this.#tell(kernel.note, []);
    }
  }

  #movesToCuda(name: string): boolean {
    const shim = this.#table.shim(shimOf(this.settings, this.destination.target.id));
    return (
      /^torch\.(Tensor|nn\.Module)\.cuda$/.test(name) && !(shim !== undefined && this.#table.isPatched(shim, name))
    );
  }

  #cuda(name: string): void {
    const api = this.#table.cudaApi(name);
    if (api === undefined) return;
    this.#tell(cudaSupport[api.support], api.evidence);
    if (api.replacement !== undefined) this.#tell(words.replacement(api.replacement), []);
    if (api.note !== undefined) this.#tell(api.note, []);
    const { portable } = api;
    if (portable !== undefined) this.#tell(words.portable(portable.name, portable.since), portable.evidence);
  }

  #library(library: ReturnType<MigrationTable['library']>): void {
    if (library === undefined) return;
    this.#tell(libraryStatus[library.status], library.evidence);
    this.#tell(library.note, []);
    if (library.replacement !== undefined) this.#tell(words.replacement(library.replacement), []);
  }

  #release(name: string): void {
    const release = this.#table.inRelease(name, this.settings.torch);
    if (release === undefined) return;
    const family = chipOf(this.destination.target).family;
    const isSupported = release.families?.[family] ?? release.supported;
    const parts = [
      ...(isSupported === undefined ? [] : [isSupported ? words.supported : words.notSupported]),
      words.ofTorch(release.torch.join(', ')),
      ...(release.onHostOnly ? [words.onHostOnly] : release.mayRunOnHost ? [words.mayRunOnHost] : []),
      ...(release.inferenceOnly ? [words.inferenceOnly] : []),
    ];
    this.#tell(
      { en: parts.map(({ en }) => en).join(' · '), zh: parts.map(({ zh }) => zh).join(' · ') },
      release.evidence,
    );
    for (const [parameter, types] of Object.entries(release.types ?? {}).slice(0, mostTypes)) {
      this.#tell(words.types(parameter, types.join(', ')), []);
    }
    for (const { text } of release.restrictions.filter((stated) => !this.#isJudged(stated))) {
      this.#tell(words.restriction(text), []);
    }
    const others = this.#table.find(name)?.releases.filter((other) => differs(other, release)) ?? [];
    if (others.length > 0) this.#tell(words.otherReleases(others.flatMap(({ torch }) => torch).join(', ')), []);
  }

  /** Of a call, what a limit finds is told: that it breaks it, that nothing shows, or nothing where it keeps within. */
  #isJudged({ limits = [] }: StatedRestriction): boolean {
    if (this.fact.kind !== 'api' || this.fact.call === undefined) return false;
    const held = this.#table.limits(this.fact.name, chipOf(this.destination.target).family);
    return held.some(({ id }) => limits.includes(id));
  }

  #limits(): void {
    const call = this.fact.kind === 'api' ? this.fact.call : undefined;
    if (call === undefined) return;
    for (const { limit, outcome } of this.#table.judge(call, chipOf(this.destination.target).family)) {
      if (outcome === 'met') continue;
      this.#tell(outcome === 'broken' ? words.broken : words.undecided, []);
      this.#tell(limit.message, limit.evidence);
    }
  }

  #variable(): void {
    const variable = this.#table.environmentVariable(this.fact.name);
    if (variable === undefined) return;
    if (variable.replacement !== undefined) this.#tell(words.replacement(variable.replacement), variable.evidence);
    if (variable.note !== undefined)
      this.#tell(variable.note, variable.replacement === undefined ? variable.evidence : []);
  }

  #tell(text: Localized, evidence: readonly Evidence[]): void {
    this.#lines.push({ text: this.prose.text(this.#say(text)), evidence });
  }

  #writeEvidence(evidence: readonly Evidence[]): void {
    for (const one of evidence.slice(0, mostEvidence)) {
      const { source, version, where } = one;
      const url = evidenceLink(one);
      const said = `${source} ${version}, ${where}`;
      const label = this.#say(messages.evidence);
      this.prose.bullet(
        `${this.prose.faint(label)} ${url === undefined ? this.prose.text(said) : this.prose.link(said, url)}`,
        2,
      );
    }
  }

  #say(text: Localized): string {
    return inLanguage(text, this.language);
  }
}

function differs(a: ApiRelease, b: ApiRelease): boolean {
  return a.supported !== b.supported || a.onHostOnly !== b.onHostOnly || a.inferenceOnly !== b.inferenceOnly;
}
