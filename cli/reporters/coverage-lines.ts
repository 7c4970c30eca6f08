import type { Coverage, VerdictShare } from '../../core/lint';
import { inLanguage, type Language, type Localized, type Verdict } from '../../core/model';
import { formatCount, formatInteger, formatShare } from '../terminal/quantities';
import { verdictWords } from './words';

/** Runs on the device, if need be under conditions. `unknown` is not counted as that, nor as anything else. */
const runsOnDevice: ReadonlySet<Verdict> = new Set(['native', 'converted', 'limited', 'slow']);

/** The part of a model that is known to run on the device, by operators and by MACs (NaN where it has none). */
export function onDevice({ verdicts, operators, macs }: Coverage) {
  const shares = verdicts.filter(({ verdict }) => runsOnDevice.has(verdict));
  const deviceOperators = shares.reduce((total, share) => total + share.operators, 0);
  const deviceMacs = shares.reduce((total, share) => total + Number(share.macs), 0);
  return {
    operators: deviceOperators,
    operatorShare: operators === 0 ? Number.NaN : deviceOperators / operators,
    macShare: Number(macs) === 0 ? Number.NaN : deviceMacs / Number(macs),
  };
}

/** `211 of 214 operators run on the device, with 99.8 % of the MACs` */
export function headline(coverage: Coverage, language: Language): string {
  const { operators, macShare } = onDevice(coverage);
  const of = formatInteger(coverage.operators);
  const macs = Number.isNaN(macShare) ? { en: '', zh: '' } : shareOfMacs(coverage, formatShare(macShare));
  return inLanguage(
    {
      en: `${formatInteger(operators)} of ${of} operators run on the device${macs.en}`,
      zh: `${of} 个算子中有 ${formatInteger(operators)} 个可在设备上运行${macs.zh}`,
    },
    language,
  );
}

/** The share is of what is known: operators without a shape may be most of the work. */
function shareOfMacs({ operatorsWithoutMacs: open }: Coverage, share: string): Localized {
  if (open === 0) return { en: `, with ${share} of the MACs`, zh: `，占 MACs 的 ${share}` };
  const count = formatInteger(open);
  return {
    en: `, with ${share} of the known MACs (those of ${count} operator${open === 1 ? ' is' : 's are'} not known)`,
    zh: `，占已知 MACs 的 ${share}（另有 ${count} 个算子的 MACs 未知）`,
  };
}

/** `native 150 (1.2 G MACs)` */
export function verdictCount({ verdict, operators, macs }: VerdictShare, language: Language): string {
  const cost = Number(macs) === 0 ? '' : ` (${formatCount(macs)} MACs)`;
  return `${inLanguage(verdictWords[verdict], language)} ${formatInteger(operators)}${cost}`;
}
