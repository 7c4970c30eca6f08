import {
  type CommandFact,
  type ImageFact,
  purposeOfList,
  type ScriptFacts,
  type ScriptRule,
  type ScriptRuleContext,
} from '../../../../core/model';
import { reportContainerSettings } from './container-settings';
import { counterparts } from './counterparts';
import en from './en.md';
import { reportSlurm, startsJobs } from './slurm';
import zh from './zh-cn.md';

/** NVIDIA's own tools, its container runtime and its images, in what starts a script. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/nvidia-tools',
  severity: 'warning',
  kinds: ['python', 'shell', 'dockerfile', 'yaml', 'notebook'],
  coveredByGuard: true,
  title: { en: "A tool, runtime or image of NVIDIA's", zh: 'NVIDIA 的工具、容器运行时或镜像' },
  documentation: { en, zh },
  check(given) {
    const purposes = given.facts.path.split('/').slice(-2).map(purposeOfList);
    if (purposes.includes('other')) return;
    // docker/cuda/Dockerfile, tests-gpu.yml: what is made for CUDA stands beside what is made for others.
    const context = purposes.includes('cuda') ? { ...given, report: asInformation(given.report) } : given;
    for (const command of context.facts.commands ?? []) {
      if (command.name === 'nvidia-smi') reportMonitor(command, context);
      else if (startsJobs.test(command.name)) reportSlurm(command, context);
      else reportContainer(command, context);
    }
    for (const image of context.facts.images ?? []) reportImage(image, context);
    reportContainerSettings(context);
  },
};

function asInformation(report: ScriptRuleContext['report']): ScriptRuleContext['report'] {
  return (draft) => report({ ...draft, severity: 'information' });
}

function reportMonitor(command: CommandFact, { facts, target, table, report }: ScriptRuleContext): void {
  const { monitor } = counterparts[table.route];
  // In a notebook, and where the script asks whether it is there, nothing else fails.
  const isAsked = facts.kind === 'notebook' || (facts.kind === 'python' ? isTried : isCondition)(command, facts);
  report({
    at: command,
    span: command.nameSpan,
    severity: isAsked ? 'information' : 'warning',
    verdict: 'unsupported',
    message: {
      en: `nvidia-smi belongs to NVIDIA's driver: on ${target.id} the command is not found.`,
      zh: `nvidia-smi 随 NVIDIA 驱动提供：${target.id} 上没有这个命令。`,
    },
    advice: { en: `Here it is ${monitor.name}.`, zh: `对应的命令是 ${monitor.name}。` },
    evidence: monitor.evidence,
  });
}

/** `if nvidia-smi; then`, `nvidia-smi || true`. */
function isCondition({ nameSpan, statement }: CommandFact, { text }: ScriptFacts): boolean {
  const before = text.slice(statement.span.start, nameSpan.start);
  const line = text.slice(nameSpan.end, text.indexOf('\n', nameSpan.end) >>> 0);
  return /\b(if|elif|while|until)\b|!\s*$/.test(before) || /^[^|;&]*(\|\||&&)/.test(line);
}

/** In a `try:` of the same function: what fails is caught. */
function isTried({ statement }: CommandFact, { text }: ScriptFacts): boolean {
  let { length } = statement.indentation;
  const lines = text.slice(0, statement.span.start).split('\n').slice(0, -1);
  for (const line of lines.reverse()) {
    if (length === 0) return false;
    const indentation = line.length - line.trimStart().length;
    if (line.trim() === '' || indentation >= length) continue;
    if (/^\s*try\s*:/.test(line)) return true;
    if (/^\s*(async\s+def|def|class)\b/.test(line)) return false;
    length = indentation;
  }
  return false;
}

const runners = /^(docker|podman|nerdctl|nvidia-docker)$/;

function reportContainer(command: CommandFact, { target, table, report }: ScriptRuleContext): void {
  if (!runners.test(command.name)) return;
  const request = gpuRequest(command);
  if (request === undefined) return;
  const { devices } = counterparts[table.route];
  report({
    at: command,
    span: request.span,
    verdict: 'unsupported',
    message: {
      en: `${request.text} hands NVIDIA's GPUs to the container by NVIDIA's runtime: it gives no device of ${target.id}.`,
      zh: `${request.text} 通过 NVIDIA 的容器运行时挂载 GPU，无法挂载 ${target.id} 的设备。`,
    },
    advice: devices.advice,
    evidence: [...runtime, ...devices.evidence],
  });
}

const runtime = [
  { source: 'docs.nvidia.com, NVIDIA Container Toolkit', version: '1.11.0', where: 'user-guide.html, Docker' },
];

/** `nvidia-docker`, `--gpus all`, `--runtime=nvidia`. */
function gpuRequest({ name, nameSpan, words }: CommandFact): CommandFact['words'][number] | undefined {
  if (name === 'nvidia-docker') return { text: name, span: nameSpan };
  if (!/^(run|create)$/.test(words[0]?.text ?? '')) return undefined;
  // Up to the image: what follows is the program's own (`docker run trainer train.py --gpus 4`).
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index]!;
    if (!word.text.startsWith('-')) return undefined;
    if (/^--gpus(=|$)|^--runtime=nvidia$/.test(word.text)) return word;
    if (word.text === '--runtime' && words[index + 1]?.text === 'nvidia') return word;
    if (!word.text.includes('=') && !withoutValue.test(word.text)) index += 1;
  }
  return undefined;
}

/** Options of `docker run` that take no value. */
const withoutValue =
  /^(-[itdPq]+|--(rm|privileged|init|interactive|tty|detach|read-only|no-healthcheck|publish-all|oom-kill-disable|quiet))$/;

/** Images that NVIDIA builds for its GPUs. */
const ofNvidia = /^(docker\.io\/)?nvidia\/cuda$|^nvcr\.io\/nvidia\//;

function reportImage(image: ImageFact, { target, table, report }: ScriptRuleContext): void {
  if (!ofNvidia.test(image.image)) return;
  const { images } = counterparts[table.route];
  report({
    at: image,
    span: image.nameSpan,
    verdict: 'limited',
    message: {
      en: `The image ${image.image} is built for NVIDIA's GPUs: it brings CUDA, and nothing that drives ${target.id}.`,
      zh: `镜像 ${image.image} 面向 NVIDIA GPU：自带 CUDA，没有驱动 ${target.id} 所需的软件。`,
    },
    advice: images.advice,
    evidence: images.evidence,
  });
}
