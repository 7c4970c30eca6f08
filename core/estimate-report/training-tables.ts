import type { TrainingEstimate, TrainingPlan, TrainingQuestion } from '../estimate';
import type { Localized, Target } from '../model';
import { formatBytes, formatRate, grouped, short } from './quantities';
import type { Say, Table } from './tables';
import { words } from './words';

/** One target's answer about training. */
export interface TrainingAnswer {
  readonly target: Target;
  readonly question: TrainingQuestion;
  readonly plan: TrainingPlan;
  readonly estimate: TrainingEstimate;
}

export const trainingWords = {
  states: { en: 'Memory per device', zh: '单设备显存' },
  gradients: { en: 'gradients', zh: '梯度' },
  optimizer: { en: 'optimizer states', zh: '优化器状态' },
  step: { en: 'One step', zh: '单步' },
  tokens: { en: 'tokens per step', zh: '每步 token 数' },
  time: { en: 'time', zh: '时间' },
  rate: { en: 'tokens/s', zh: 'tokens/s' },
  perDevice: { en: 'tokens/s per device', zh: 'tokens/s（单设备）' },
  work: { en: 'work', zh: '计算量' },
  utilisation: { en: 'model FLOPs utilisation', zh: 'MFU' },
  noTime: { en: 'not estimated', zh: '不估算' },
} satisfies Record<string, Localized>;

export function trainingPlanText({ data, tensor, pipeline, expert, zero }: TrainingPlan): string {
  const parts = [`DP${data}`, `ZeRO-${zero}`];
  if (tensor > 1) parts.push(`TP${tensor}`);
  if (pipeline > 1) parts.push(`PP${pipeline}`);
  if (expert > 1) parts.push(`EP${expert}`);
  return parts.join(' ');
}

export function trainingTables({ plan, estimate }: TrainingAnswer, say: Say): Table[] {
  const { memory, step, devices } = estimate;
  const room = memory.headroomBytes < 0 ? words.missing : words.headroom;
  return [
    {
      title: say(words.plan),
      head: [],
      rows: [
        [say(words.devices), String(devices)],
        [say(words.plan), trainingPlanText(plan)],
      ],
    },
    {
      title: say(words.memoryFit(words[memory.fit])),
      head: [],
      rows: [
        [say(words.weights), formatBytes(memory.weightsBytes)],
        [say(trainingWords.gradients), formatBytes(memory.gradientsBytes)],
        [say(trainingWords.optimizer), formatBytes(memory.optimizerBytes)],
        [say(words.activations), formatBytes(memory.activationBytes)],
        [say(words.usable), formatBytes(memory.usableBytes)],
        [say(room), formatBytes(Math.abs(memory.headroomBytes))],
      ],
    },
    ...(step === undefined
      ? []
      : [
          {
            title: say(trainingWords.step),
            head: [],
            rows: [
              [say(trainingWords.tokens), grouped(step.tokens)],
              [say(trainingWords.work), formatRate(step.flops, 'FLOP')],
              [
                say(trainingWords.time),
                `${short(step.seconds)} s (${short(step.band.low)} – ${short(step.band.high)})`,
              ],
              [say(trainingWords.rate), short(step.tokensPerSecond)],
              [say(trainingWords.perDevice), short(step.tokensPerSecond / devices)],
              [
                say(trainingWords.utilisation),
                `${(step.utilisation.low * 100).toFixed(0)} – ${(step.utilisation.high * 100).toFixed(0)} %`,
              ],
            ],
          },
        ]),
  ];
}

/** Targets side by side; the ratio is of the tokens per second and device. */
export function trainingComparison(answers: readonly TrainingAnswer[], say: Say): Table {
  const perDevice = ({ estimate: { step, devices } }: TrainingAnswer) => step && step.tokensPerSecond / devices;
  const first = answers[0] && perDevice(answers[0]);
  return {
    title: '',
    head: [
      say(words.target),
      say(words.devices),
      say(words.plan),
      say(trainingWords.states),
      say(trainingWords.tokens),
      `${say(trainingWords.step)}, s`,
      say(trainingWords.rate),
      say(trainingWords.perDevice),
      say(words.ratio),
    ],
    rows: answers.map((answer) => {
      const { step, devices, memory } = answer.estimate;
      const own = perDevice(answer);
      return [
        answer.target.id,
        String(devices),
        trainingPlanText(answer.plan),
        say(words[memory.fit]),
        step === undefined ? '–' : grouped(step.tokens),
        step === undefined
          ? say(trainingWords.noTime)
          : `${short(step.seconds)} (${short(step.band.low)} – ${short(step.band.high)})`,
        step === undefined ? '–' : short(step.tokensPerSecond),
        own === undefined ? '–' : short(own),
        own === undefined || first === undefined ? '–' : short(own / first),
      ];
    }),
  };
}
