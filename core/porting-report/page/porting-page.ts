import { inLanguage, type Language } from '../../model';
import { type Html, html, type KeyFigure, keyFigures, renderPage, type Section } from '../../page';
import { findTarget } from '../../targets';
import { kernelWork, nextSteps } from '../next-steps';
import type { PortingReport, TargetPorting } from '../report';
import { comparisonTable, type Say, targetTables } from '../tables';
import { effortWords, sentences, words } from '../words';
import { drawTable, effortLegend } from './draw-table';

/** The report as one HTML document, to be read on a screen or on paper. */
export function portingPage(report: PortingReport, version: string, language: Language): string {
  const say: Say = (text) => inLanguage(text, language);
  const { name, date, files, targets } = report;
  const nameOf = (target: string) => {
    const shim = targets.find((one) => one.target === target)?.shim;
    const name = say(findTarget(target)?.name ?? { en: target, zh: target });
    return shim === undefined ? name : say(sentences.withShim(name, shim));
  };
  const size = say(sentences.size(grouped(files.read), grouped(files.lines), files.cudaSources));
  const unread = files.unread > 0 ? ` · ${say(sentences.unread(files.unread))}` : '';
  return renderPage({
    title: say(sentences.title(name)),
    subtitle: `${targets.map(({ target }) => nameOf(target)).join(', ')} · ${size}${unread} · ${date}`,
    language,
    sections: [
      ...(targets.length > 1 ? comparison(report, nameOf, say) : []),
      ...targets.flatMap((porting) => ofTarget(porting, report, nameOf(porting.target), say)),
    ],
    footer: say(sentences.footer(version)),
  });
}

function comparison({ targets, files }: PortingReport, nameOf: (target: string) => string, say: Say): Section[] {
  const table = comparisonTable(targets, files.read, nameOf, say);
  return [{ title: table.title, content: html`${effortLegend(say)}${drawTable(table)}` }];
}

function ofTarget(porting: TargetPorting, report: PortingReport, target: string, say: Say): Section[] {
  const several = report.targets.length > 1;
  const { ported } = porting;
  const torch = porting.torch.slice(0, 3).map((one) => say(sentences.torch(one)));
  const steps = nextSteps(porting, report.operands);
  const tables = targetTables(porting, say);
  return [
    {
      title: several ? target : undefined,
      isPart: several,
      content: html`${keyFigures(figures(porting, report, say))}${torch.map((text) => html`<p>${text}</p>`)}`,
    },
    ...(steps.length > 0
      ? [
          {
            title: say(words.begin),
            content: html`<ol class="steps">${steps.map(
              ({ text, command }) =>
                html`<li>${say(text)}${command === undefined ? undefined : html`<br><code>${command}</code>`}</li>`,
            )}</ol>`,
          },
        ]
      : []),
    ...tables.map((table, index) => ({
      title: table.title,
      ...(table.note === undefined ? {} : { note: withCode(table.note) }),
      content: html`${index === tables.findIndex(({ bars }) => bars !== undefined) ? effortLegend(say) : undefined}${drawTable(table)}`,
    })),
    ...(ported.files > 0
      ? [
          {
            title: say(words.ported),
            note: say(sentences.portedIn(ported.regions, ported.files)),
            content: paths(ported.paths),
          },
        ]
      : []),
  ];
}

/** What stands between backticks is code. */
function withCode(text: string): Html {
  return html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function paths(list: readonly string[]): Html {
  return html`<ul>${list.map((path) => html`<li><code>${path}</code></li>`)}</ul>`;
}

function figures(
  { findings, byEffort, notes, kernels, libraries, readyFiles, progress }: TargetPorting,
  { files }: PortingReport,
  say: Say,
): KeyFigure[] {
  const share = (count: number) => (findings === 0 ? '' : `${Math.round((count / findings) * 100)} %`);
  const lines = kernels.reduce((sum, kernel) => sum + kernel.lines, 0);
  const change =
    progress && `${say(words.solved)} ${grouped(progress.solved)} · ${say(words.added)} ${grouped(progress.added)}`;
  const ready = say(sentences.readyOf(grouped(readyFiles), grouped(files.read)));
  return [
    {
      label: say(words.left),
      value: grouped(findings),
      note: html`${[ready, change, notes > 0 ? say(sentences.notes(notes)) : undefined]
        .filter((text) => text !== undefined)
        .map((text, index) => (index === 0 ? text : html`<br>${text}`))}`,
      tone: findings === 0 ? 'good' : undefined,
    },
    { label: say(effortWords.safe), value: grouped(byEffort.safe), note: share(byEffort.safe), tone: 'good' },
    { label: say(effortWords.review), value: grouped(byEffort.review), note: share(byEffort.review), tone: 'warning' },
    { label: say(effortWords.manual), value: grouped(byEffort.manual), note: share(byEffort.manual), tone: 'bad' },
    {
      label: say(words.kernelsColumn),
      value: grouped(kernels.length),
      note: kernels.length === 0 ? '' : `${say(kernelWork(kernels))} · ${say(sentences.kernelLines(grouped(lines)))}`,
    },
    { label: say(words.librariesColumn), value: grouped(libraries.length) },
  ];
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
