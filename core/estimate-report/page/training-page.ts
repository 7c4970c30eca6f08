import { inLanguage, type Language, type Localized } from '../../model';
import { html, keyFigures, renderPage, type Section, type StackedBar, stackedBars } from '../../page';
import { modelText } from '../answer';
import { formatBytes, grouped, short } from '../quantities';
import type { Say } from '../tables';
import {
  type TrainingAnswer,
  trainingComparison,
  trainingPlanText,
  trainingTables,
  trainingWords,
} from '../training-tables';
import { words } from '../words';
import { tableOf } from './table-of';
import { pageWords } from './words';

export interface TrainingSubject {
  readonly name: string;
  /** At least one. */
  readonly answers: readonly TrainingAnswer[];
  /** What is trained: sequences, batches, the optimizer. */
  readonly load: Localized;
  readonly assumptions: readonly Localized[];
  readonly version: string;
}

const gib = 2 ** 30;

/** Whether a training step fits and how long it takes, as one HTML document. */
export function trainingPage(subject: TrainingSubject, language: Language): string {
  const say: Say = (text) => inLanguage(text, language);
  const { name, answers, load, assumptions, version } = subject;
  const [first, ...more] = answers as readonly [TrainingAnswer, ...TrainingAnswer[]];
  return renderPage({
    title: say(
      pageWords.title(
        name,
        answers.map(({ target }) => say(target.name)),
      ),
    ),
    subtitle: html`${say(modelText(first.question))} · ${say(load)}`,
    language,
    sections: [
      more.length === 0
        ? { content: figures(first, say) }
        : { title: say(pageWords.sideBySide), content: tableOf(trainingComparison(answers, say)) },
      { title: say(words.memory), note: say(pageWords.memoryNote), content: memoryChart(answers, say) },
      ...(more.length === 0 ? tables(first, say) : []),
      {
        title: say(words.assumptions),
        content: html`<ul>${assumptions.map((one) => html`<li>${say(one)}</li>`)}</ul>`,
      },
    ],
    footer: say(pageWords.trainingFooter(version)),
  });
}

function figures({ plan, estimate: { memory, step, devices } }: TrainingAnswer, say: Say) {
  const tone = memory.fit === 'fits' ? 'good' : memory.fit === 'tight' ? 'warning' : 'bad';
  return keyFigures([
    { label: say(pageWords.fit), value: say(words[memory.fit]), note: trainingPlanText(plan), tone },
    { label: say(words.devices), value: grouped(devices), note: '' },
    ...(step === undefined
      ? []
      : [
          {
            label: say(trainingWords.step),
            value: `${short(step.seconds)} s`,
            note: `${short(step.band.low)} – ${short(step.band.high)} s`,
          },
          { label: say(trainingWords.tokens), value: grouped(step.tokens), note: '' },
          { label: say(trainingWords.rate), value: short(step.tokensPerSecond), note: '' },
        ]),
  ]);
}

function memoryChart(answers: readonly TrainingAnswer[], say: Say) {
  const bars = answers.map(({ target, estimate: { memory } }): StackedBar => {
    const { weightsBytes, gradientsBytes, optimizerBytes, activationBytes, usableBytes } = memory;
    return {
      name: answers.length === 1 ? '' : target.id,
      values: [weightsBytes, gradientsBytes, optimizerBytes, activationBytes].map((bytes) => bytes / gib),
      limit: { value: usableBytes / gib, text: `${say(words.usable)} ${formatBytes(usableBytes)}` },
    };
  });
  return stackedBars({
    label: say(words.memory),
    parts: [words.weights, trainingWords.gradients, trainingWords.optimizer, words.activations].map(say),
    bars,
    axis: 'GiB',
    format: (value) => String(Number(value.toFixed(1))),
  });
}

/** The plan is in the figures already. */
function tables(answer: TrainingAnswer, say: Say): Section[] {
  return trainingTables(answer, say)
    .slice(1)
    .map((table) => ({ title: table.title, content: tableOf(table) }));
}
