import type { CommandFact, Evidence, Fix, ScriptRuleContext } from '../../../../core/model';
import { replacement } from '../../scripts/edits';

/** What asks Slurm for resources. */
export const startsJobs = /^(#SBATCH|sbatch|srun|salloc)$/;

type Word = CommandFact['words'][number];

/** Resources of the kind `gpu`: which nodes have it is for the cluster's administrator to say. */
export function reportSlurm(command: CommandFact, { table, target, report }: ScriptRuleContext): void {
  const requests = requestsOf(command);
  const [first] = requests;
  if (first === undefined) return;
  const shown = requests.map(({ text }) => text).join(', ');
  const isNpu = table.route === 'torch-npu';
  report({
    at: command,
    span: first.span,
    severity: isNpu ? 'warning' : 'information',
    verdict: isNpu ? 'limited' : 'unknown',
    message: {
      en: `${shown} ${requests.length === 1 ? 'asks' : 'ask'} Slurm for the resource "gpu". Resources are named by the cluster's administrator${isNpu ? `; for ${target.id} the name in Ascend's plugin for Slurm is "npu", and a job that asks for "gpu" gets none` : `, and no source names one for ${target.id}`}.`,
      zh: `${shown} 向 Slurm 申请名为 "gpu" 的资源。资源名由集群管理员设定${isNpu ? `；昇腾的 Slurm 插件对 ${target.id} 使用 "npu"，申请 "gpu" 的作业得不到设备` : `，资料中没有 ${target.id} 的资源名`}。`,
    },
    advice: {
      en: `Look up with \`sinfo -o "%N %G"\` what the nodes with ${target.id} offer, and ask for that by --gres=NAME:COUNT; the options --gpus... are for "gpu" alone.`,
      zh: `请用 \`sinfo -o "%N %G"\` 查看装有 ${target.id} 的节点提供的资源，再以 --gres=名称:数量 申请；--gpus 系列选项只对应 "gpu"。`,
    },
    evidence: [...slurm, ...(isNpu ? ascend : [])],
    fixes: isNpu && requests.length === 1 ? toNpu(first) : [],
  });
}

const slurm: Evidence[] = [{ source: 'SchedMD/slurm', version: '284c3b95f08a', where: 'doc/html/gres.shtml' }];
const ascend: Evidence[] = [
  { source: 'Ascend/slurm-atlas-plugin', version: 'fea751d', where: 'src/plugins/gres/npu/gres_npu.c' },
];

function requestsOf({ words }: CommandFact): Word[] {
  const found: Word[] = [];
  for (const [index, word] of words.entries()) {
    const { text, span } = word;
    const next = words[index + 1];
    // What a script that is submitted takes is its own: `sbatch job.sh --gpus 4`.
    if (/\.(sh|slurm|sbatch|py)$/.test(text) && !text.startsWith('-')) break;
    // `--gres=gpu:0` asks for none.
    if (/^--gres=(.*,)?gpu(?!:0$)(:|,|$)|^--gpus(-per-(node|task|socket))?=|^-G\d/.test(text)) found.push(word);
    else if (next !== undefined && ((text === '--gres' && /^gpu(:|$)/.test(next.text)) || asksForGpus.test(text))) {
      found.push({ text: `${text} ${next.text}`, span: { start: span.start, end: next.span.end } });
    }
  }
  return found;
}

const asksForGpus = /^(-G|--gpus(-per-(node|task|socket))?)$/;

/** The same number of NPUs on each node; their type, where one is named, is of a GPU. */
function toNpu({ text, span }: Word): Fix[] {
  const count = /^(?:--gres[= ]gpu:|--gpus-per-node[= ])(?:[\w-]+:)?(\d+|\$\w+|\$\{\w+\})$/.exec(text)?.[1];
  if (count === undefined) return [];
  const written = `--gres=npu:${count}`;
  return [
    { kind: 'review', title: { en: `Write ${written}`, zh: `改为 ${written}` }, edits: [replacement(span, written)] },
  ];
}
