import { aboutMs, graphTime, operatorTime } from '../../core/estimate-report';
import { callCounts, precisionOf, type Settings } from '../../core/lint';
import type { Assessment, ModelFacts, OperatorFacts } from '../../core/model';
import { findTarget } from '../../core/targets';

/** How long operators take, as `≈ 1.2 ms` or `< 1 µs`, on a target by their roofline, in the precision that the settings say. */
export class OperatorTimes {
  constructor(private readonly settings: Settings) {}

  /** Of one run of one operator; undefined where a shape or the chip is not known, or it is part of another operator. */
  of(facts: OperatorFacts, assessment: Assessment): string | undefined {
    const request = this.request(assessment);
    if (request === undefined || facts.function !== undefined || facts.cost.isNested) return undefined;
    const time = operatorTime(facts, request);
    return time && aboutMs(time.timeUs / 1000);
  }

  /** Of one run of the model; undefined where the shape of any operator is not known: a part is no time of the whole. */
  ofModel(facts: ModelFacts, assessment: Assessment): string | undefined {
    const request = this.request(assessment);
    const time = request && graphTime({ facts, calls: callCounts(facts), ...request });
    if (time === undefined || 'problem' in time || time.nodes.length === 0 || time.unknown > 0) return undefined;
    return aboutMs(time.totalUs / 1000);
  }

  private request({ target: id, route }: Assessment) {
    const target = findTarget(id);
    return target && { target, route, precision: precisionOf(this.settings, id) };
  }
}
