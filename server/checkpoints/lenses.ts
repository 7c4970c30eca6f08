import type { CodeLens } from 'vscode-languageserver';
import { devicesText, short } from '../../core/estimate-report';
import { inLanguage, type Language, type Localized } from '../../core/model';
import { messages } from '../messages';
import { shortName } from '../to-protocol/diagnostic';
import type { CheckpointAnalysis, TargetEstimate } from './checkpoint-analysis';

export interface LensOptions {
  readonly language: Language;
  /** Titles may have icons and lead to our commands. */
  readonly isOurExtension: boolean;
}

/** On the first line: on which devices of each target the model fits, and how fast it runs there. */
export function checkpointLenses(checkpoint: CheckpointAnalysis, options: LensOptions): CodeLens[] {
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const estimates = checkpoint.estimates();
  const lenses = estimates.map((one): CodeLens => {
    const title = lensTitle(one, options.language);
    const icon = one.best === undefined ? 'question' : one.best.memory.fit === 'no' ? 'error' : 'pass';
    return {
      range,
      command: options.isOurExtension
        ? {
            title: `$(${icon}) ${title}`,
            command: 'portolan.openEstimate',
            arguments: [checkpoint.uri, one.target.id],
          }
        : { title, command: '' },
    };
  });
  if (!options.isOurExtension || estimates.length === 0) return lenses;
  const title = (text: Localized, icon: string) => `$(${icon}) ${inLanguage(text, options.language)}`;
  const pick = { title: title(messages.targets, 'circuit-board'), command: 'portolan.pickTargets' };
  const compare = {
    title: title(messages.sideBySide, 'split-horizontal'),
    command: 'portolan.openEstimate',
    arguments: [checkpoint.uri],
  };
  return [{ range, command: pick }, ...lenses, ...(estimates.length > 1 ? [{ range, command: compare }] : [])];
}

/** `SC11 FP300: fits on 8 devices · TPOT 162 ms (83–373) · 6.2 tokens/s per user, 98.6 in all` */
function lensTitle({ target, request, best, reason }: TargetEstimate, language: Language): string {
  const say = (text: Localized) => inLanguage(text, language);
  const name = shortName(target.id, language);
  if (best === undefined) return `${name}: ${reason === undefined ? '' : say(reason)}`;
  const { decode, band, memory, plan } = best;
  const products = Math.ceil(plan.devices / target.devices);
  const devices = target.devices > 1 ? messages.devicesOf(plan.devices, products, name) : devicesText(best, request);
  if (memory.fit === 'no') return `${name}: ${say(messages.doesNotFit(say(devices)))}`;
  const tpot = `TPOT ${short(decode.tpotMs)} ms (${short(decode.tpotMs * band.low)}–${short(decode.tpotMs * band.high)})`;
  const speed = messages.speed(
    short(decode.tokensPerSecondPerUser),
    short(decode.tokensPerSecond),
    request.concurrency,
  );
  return [`${name}: ${say(messages.fitsOn(say(devices), memory.fit === 'tight'))}`, tpot, say(speed)].join(' · ');
}
