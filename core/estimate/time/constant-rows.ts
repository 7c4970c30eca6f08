import type { Evidence, Localized } from '../../model';
import { familyFiles } from './family-files';

/**
 * Engines on NVIDIA whose kernels and overheads are known apart. `deepep`: DeepEP and DeepGEMM, which all of them (and
 * DeepSeek's own) turn to where experts are spread over replicas of attention.
 */
export type Engine = 'trtllm' | 'vllm' | 'sglang' | 'deepep';

/** A constant of a family, with where it comes from: a publication, or an assumption of our own with its reason. */
export interface ConstantRow {
  /** As `gemm.wide.memory`; rules/estimate/what-if.json names groups of them. */
  readonly path: string;
  readonly value: number;
  readonly evidence: readonly Evidence[];
  readonly assumption?: Localized | undefined;
  /** The family whose value it is, where the chip has none of its own. */
  readonly from: string;
}

interface StoredRow {
  readonly value: number;
  readonly evidence?: readonly number[];
  readonly assumption?: Localized;
}

interface FamilyFile {
  readonly family: string;
  /** The family whose constants hold where this one states none. */
  readonly like?: string;
  /** Whether that is for lack of measurements, and not because the chip is the same. */
  readonly borrowed?: boolean;
  readonly constants: Readonly<Record<string, StoredRow>>;
  readonly engines?: Readonly<Record<string, Readonly<Record<string, StoredRow>>>>;
  readonly sources: readonly Evidence[];
}

export interface FamilyConstants {
  readonly rows: ReadonlyMap<string, ConstantRow>;
  /** The relative that lends what was not measured. */
  readonly borrowedFrom: string | undefined;
}

const files = new Map<string, FamilyFile>();

function fileOf(family: string): FamilyFile | undefined {
  const found = files.get(family);
  if (found !== undefined) return found;
  const text = familyFiles.get(family);
  if (text === undefined) return undefined;
  const file = JSON.parse(text.toString()) as FamilyFile;
  files.set(family, file);
  return file;
}

/** A family after its relatives, the most distant first. A circle of relatives ends. */
function lineOf(family: string): FamilyFile[] {
  const line: FamilyFile[] = [];
  for (let file = fileOf(family); file !== undefined && !line.includes(file); ) {
    line.unshift(file);
    file = file.like === undefined ? undefined : fileOf(file.like);
  }
  return line;
}

/**
 * Constants of a family under an engine; undefined where nothing is known of it or of a relative. A family's own row
 * counts more than a relative's, and of the same family an engine's more than the general one.
 */
export function familyConstants(family: string, engine?: Engine): FamilyConstants | undefined {
  const line = lineOf(family);
  if (line.length === 0) return undefined;
  const rows = new Map<string, ConstantRow>();
  for (const file of line) {
    const own = { ...file.constants, ...(engine === undefined ? {} : file.engines?.[engine]) };
    for (const [path, { value, evidence = [], assumption }] of Object.entries(own)) {
      const from = file.family;
      rows.set(path, { path, value, evidence: evidence.map((index) => file.sources[index]!), assumption, from });
    }
  }
  const { borrowed, like } = line.at(-1)!;
  return { rows, borrowedFrom: borrowed === true ? like : undefined };
}
