import {
  chooseTrainingPlan,
  type Recomputation,
  type TrainingLimits,
  type TrainingQuestion,
} from '../../core/estimate';
import {
  modelText,
  type TrainingAnswer,
  trainingComparison,
  trainingPage,
  trainingTables,
  words,
} from '../../core/estimate-report';
import { countParameters } from '../../core/llm';
import type { Localized } from '../../core/model';
import type { ExitCode } from '../host';
import { jsonText } from '../json-text';
import type { Session } from '../session';
import type { Configuration } from './configuration';
import { numberOf } from './numbers';
import { EstimatePrinter } from './print';
import { targetsOf } from './targets';

declare const PORTOLAN_VERSION: string;

/** Whether a training step fits, and how long it takes: 1 where it does not fit. @throws UsageError */
export function estimateOfTraining(session: Session, configuration: Configuration): ExitCode {
  const targets = targetsOf(session);
  const answers = targets.flatMap((target): TrainingAnswer[] => {
    const question = questionOf(session, configuration, target);
    const chosen = chooseTrainingPlan(question, limitsOf(session));
    if (chosen === undefined) {
      session.warn({ en: `${target.id}: no plan under these limits`, zh: `${target.id}：在这些限制下没有可行方案` });
      return [];
    }
    return [{ target, question, ...chosen }];
  });
  if (answers.length === 0) return 1;
  const format = session.value('format');
  if (format === 'html') session.print(page(session, configuration, answers));
  else if (format === 'json') session.print(jsonText(json(session, configuration, answers), 2));
  else print(session, configuration, answers);
  return answers.length === targets.length && answers.every(({ estimate }) => estimate.memory.fit !== 'no') ? 0 : 1;
}

function questionOf(session: Session, { model }: Configuration, target: TrainingQuestion['target']): TrainingQuestion {
  return {
    model,
    target,
    sequenceLength: numberOf(session, 'sequence') ?? 4096,
    microBatch: numberOf(session, 'micro-batch') ?? 1,
    accumulation: numberOf(session, 'accumulation') ?? 8,
    recomputation: (session.value('recompute') ?? 'selective') as Recomputation,
    sequenceParallel: true,
    flashAttention: true,
    optimizer: (session.value('optimizer') ?? 'adam') as TrainingQuestion['optimizer'],
    gradientsInF32: false,
  };
}

function limitsOf(session: Session): TrainingLimits {
  return {
    devices: numberOf(session, 'devices'),
    data: numberOf(session, 'dp'),
    tensor: numberOf(session, 'tp'),
    pipeline: numberOf(session, 'pp'),
    expert: numberOf(session, 'ep'),
    zero: Number(session.value('zero') ?? '1') as TrainingLimits['zero'],
  };
}

function print(session: Session, { name }: Configuration, answers: readonly TrainingAnswer[]): void {
  const say = session.say.bind(session);
  const printer = new EstimatePrinter(session);
  const [first, ...more] = answers as [TrainingAnswer, ...TrainingAnswer[]];
  printer.heading(more.length === 0 ? `${name} · ${say(first.target.name)}` : name, 1);
  printer.paragraph(`${say(modelText(first.question))} · ${say(loadOf(first))}`);
  printer.tables(more.length === 0 ? trainingTables(first, say) : [trainingComparison(answers, say)]);
  printer.list(words.assumptions, assumptionsOf(answers).map(say));
}

function page({ language }: Session, { name }: Configuration, answers: readonly TrainingAnswer[]): string {
  const load = loadOf(answers[0]!);
  const assumptions = assumptionsOf(answers);
  return trainingPage({ name, answers, load, assumptions, version: PORTOLAN_VERSION }, language);
}

function loadOf({ question: { sequenceLength, microBatch, accumulation, optimizer } }: TrainingAnswer): Localized {
  return {
    en: `training: sequences of ${sequenceLength} tokens, ${microBatch} × ${accumulation} per rank and step, ${optimizer}`,
    zh: `训练：序列 ${sequenceLength} token，每 rank 每步 ${microBatch} × ${accumulation} 条，优化器 ${optimizer}`,
  };
}

function assumptionsOf(answers: readonly TrainingAnswer[]): Localized[] {
  const said = [...answers.flatMap(({ estimate }) => estimate.assumptions), usual];
  return [...new Map(said.map((one) => [one.en, one])).values()];
}

const usual = {
  en: 'BF16 weights and gradients, F32 copies in the optimizer; FlashAttention; sequences divided over tensor-parallel ranks. Communication is in the utilisation.',
  zh: '权重与梯度为 BF16，优化器保留 F32 副本；使用 FlashAttention；序列按张量并行切分。通信开销计入 MFU。',
};

function json(session: Session, { name, model }: Configuration, answers: readonly TrainingAnswer[]): unknown {
  const { total, active } = countParameters(model);
  return {
    version: 1,
    model: { name, architecture: model.architecture, params: total, activeParams: active },
    training: answers.map(({ target, question, plan, estimate }) => ({
      target: target.id,
      sequenceLength: question.sequenceLength,
      microBatch: question.microBatch,
      accumulation: question.accumulation,
      recomputation: question.recomputation,
      optimizer: question.optimizer,
      plan: {
        devices: estimate.devices,
        tp: plan.tensor,
        pp: plan.pipeline,
        ep: plan.expert,
        dp: plan.data,
        zero: plan.zero,
      },
      memory: { ...estimate.memory, fits: estimate.memory.fit !== 'no' },
      step: estimate.step && {
        tokens: estimate.step.tokens,
        flops: estimate.step.flops,
        seconds: estimate.step.seconds,
        tokensPerSecond: estimate.step.tokensPerSecond,
        band: { lowSeconds: estimate.step.band.low, highSeconds: estimate.step.band.high },
        utilisation: { low: estimate.step.utilisation.low, high: estimate.step.utilisation.high },
      },
      assumptions: [...estimate.assumptions, usual].map((one) => session.say(one)),
    })),
  };
}
