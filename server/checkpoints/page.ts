import { URI } from 'vscode-uri';
import { type Estimate, type PlanningRequest, plansByDevices, sweep } from '../../core/estimate';
import { estimatePage } from '../../core/estimate-report';
import { inLanguage, type Language } from '../../core/model';
import { renderPage } from '../../core/page';
import { messages } from '../messages';
import type { CheckpointAnalysis } from './checkpoint-analysis';

/** The HTML page of a configuration: of one target, or of all that the settings name side by side. */
export function checkpointPage(checkpoint: CheckpointAnalysis, target: string | undefined, language: Language): string {
  const wanted = checkpoint.estimates().filter((one) => target === undefined || one.target.id === target);
  const chosen = wanted.flatMap(({ request, best }): (readonly [PlanningRequest, Estimate])[] =>
    best === undefined ? [] : [[request, best]],
  );
  const [first, ...more] = chosen;
  if (first === undefined) {
    const reason = wanted.find((one) => one.reason !== undefined)?.reason ?? messages.noEstimate;
    return renderPage({
      title: nameOf(checkpoint.uri),
      language,
      sections: [{ content: inLanguage(reason, language) }],
    });
  }
  return estimatePage(
    {
      name: nameOf(checkpoint.uri),
      chosen,
      findings: chosen.map(([{ target }]) => checkpoint.report.findings.filter((one) => one.target === target.id)),
      left: wanted.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
      byDevices: more.length === 0 ? plansByDevices(first[0], {}, 5) : [],
      sweeps: chosen.map(([request, { memory }]) => (memory.fit === 'no' ? [] : sweep(request))),
      version: PORTOLAN_VERSION,
    },
    language,
  );
}

/** A checkpoint's folder bears the model's name. */
function nameOf(uri: string): string {
  const parts = URI.parse(uri).path.split('/');
  return parts.at(-2) || parts.at(-1) || '';
}
