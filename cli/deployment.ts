import { planDestinations, type SettingsLayer } from '../core/lint';
import type { GraphRoute, Precision } from '../core/model';
import { allTargets } from '../core/targets';
import { nearest } from './arguments/nearest';
import type { Session } from './session';
import { UsageError } from './usage-error';

/** What `--target`, `--route` and `--precision` say. @throws UsageError for a target that is not known */
export function deploymentOptions(session: Session): SettingsLayer {
  const targets = session.list('target');
  const routes = session.list('route') as readonly GraphRoute[];
  const precision = session.value('precision') as Precision | undefined;
  const [problem] = planDestinations({ targets, routes }).problems;
  if (problem !== undefined) throw new UsageError(withGuess(problem.message, targets));
  return {
    ...(targets.length > 0 && { targets }),
    ...(routes.length > 0 && { routes }),
    ...(precision !== undefined && { precision: new Map([['*', precision]]) }),
  };
}

function withGuess(message: UsageError['text'], targets: readonly string[]): UsageError['text'] {
  const ids = allTargets().map(({ id }) => id);
  const wrong = targets.find((id) => !ids.includes(id));
  const guess = wrong === undefined ? undefined : nearest(wrong, ids);
  if (guess === undefined) return message;
  return { en: `${message.en} Did you mean ${guess}?`, zh: `${message.zh}是否想用 ${guess}？` };
}
