import type { Effort } from '../lint';
import type { Certainty, Library, Localized, Severity } from '../model';
import type { TorchPorting } from './report';

export const effortWords: Readonly<Record<Effort, Localized>> = {
  safe: { en: 'safe fix', zh: '安全修复' },
  review: { en: 'fix to review', zh: '修复需复核' },
  manual: { en: 'by hand', zh: '需手动处理' },
};

export const severityWords: Readonly<Record<Severity, Localized>> = {
  error: { en: 'fails', zh: '无法运行' },
  silent: { en: 'wrong silently', zh: '静默出错' },
  warning: { en: 'may fail, or slow', zh: '可能失败或变慢' },
  information: { en: 'to know', zh: '提示' },
  hint: { en: 'to improve', zh: '可改进' },
};

export const statusWords: Readonly<Record<Library['status'], Localized>> = {
  works: { en: 'runs', zh: '可用' },
  adapted: { en: "vendor's edition", zh: '有适配版本' },
  replace: { en: 'replace', zh: '需替换' },
  none: { en: 'no replacement known', zh: '暂无替代' },
  unknown: { en: 'unknown', zh: '未知' },
};

export const certaintyWords: Readonly<Record<Certainty, Localized>> = {
  proven: { en: 'proven', zh: '已确证' },
  assumed: { en: 'assumed', zh: '按惯例推定' },
  guessed: { en: 'guessed', zh: '按名称推测' },
};

/** What the word means, for a reader of the report. */
export const certaintyNotes: Readonly<Record<Certainty, Localized>> = {
  proven: { en: "follows from the text by Python's rules", zh: '由代码按 Python 规则得出' },
  assumed: {
    en: 'follows from a convention, such as that forward takes tensors',
    zh: '依据惯例，例如 forward 的参数是张量',
  },
  guessed: { en: 'a name looks like it', zh: '仅从名称判断' },
};

export const workWords: Readonly<Record<'review' | 'rewrite', Localized>> = {
  review: { en: 'review', zh: '检查' },
  rewrite: { en: 'rewrite', zh: '重写' },
};

export const words = {
  left: { en: 'left to port', zh: '待移植' },
  findings: { en: 'findings', zh: '处数' },
  rule: { en: 'rule', zh: '规则' },
  rules: { en: 'By rule', zh: '按规则' },
  rulesNote: {
    en: 'What ties the code to CUDA. `portolan explain RULE` has the page of a rule.',
    zh: '代码与 CUDA 的绑定之处。用 `portolan explain RULE` 查看规则说明。',
  },
  certainty: { en: 'certainty', zh: '确定程度' },
  certainties: { en: 'How sure the findings are', zh: '结果的确定程度' },
  meaning: { en: 'what that means', zh: '含义' },
  unproven: { en: 'not proven', zh: '未确证' },
  severity: { en: 'at worst', zh: '最严重后果' },
  file: { en: 'file', zh: '文件' },
  files: { en: 'By file', zh: '按文件' },
  filesColumn: { en: 'files', zh: '文件数' },
  lines: { en: 'lines', zh: '行数' },
  launches: { en: 'launches', zh: '启动处' },
  kernel: { en: 'kernel', zh: '内核' },
  kernels: { en: 'Kernels', zh: '内核' },
  kernelsColumn: { en: 'kernels', zh: '内核' },
  librariesColumn: { en: 'libraries', zh: '第三方库' },
  kernelsNote: {
    en: 'Written for NVIDIA GPUs, the longest first. Launches are counted as far as they can be seen.',
    zh: '面向 NVIDIA GPU 编写，按行数从多到少排列；启动处按可识别的统计。',
  },
  language: { en: 'in', zh: '语言' },
  work: { en: 'work', zh: '工作' },
  library: { en: 'library', zh: '库' },
  libraries: { en: 'Libraries', zh: '第三方库' },
  librariesNote: {
    en: 'Libraries that do not run on the target as they are, the most used first.',
    zh: '无法在目标平台上直接使用的库，按使用次数排列。',
  },
  imports: { en: 'imported in', zh: '导入文件数' },
  requirements: { en: 'required in', zh: '依赖清单数' },
  standing: { en: 'on the target', zh: '目标平台' },
  instead: { en: 'instead', zh: '替代' },
  ported: { en: 'Ported already', zh: '已移植' },
  progress: { en: 'Progress', zh: '进展' },
  before: { en: 'before', zh: '之前' },
  now: { en: 'now', zh: '现在' },
  change: { en: 'change', zh: '变化' },
  solved: { en: 'solved', zh: '已解决' },
  added: { en: 'new', zh: '新增' },
  begin: { en: 'Where to begin', zh: '从哪里开始' },
  ready: { en: 'files ready', zh: '无需改动的文件' },
  comparison: { en: 'Targets side by side', zh: '目标对比' },
  target: { en: 'target', zh: '目标' },
  nothing: { en: 'nothing left to port', zh: '没有待移植之处' },
} satisfies Record<string, Localized>;

export const sentences = {
  title: (name: string): Localized => ({ en: `Porting report: ${name}`, zh: `移植报告：${name}` }),
  withShim: (target: string, shim: string): Localized => ({
    en: `${target} with ${shim}`,
    zh: `${target}（启用 ${shim}）`,
  }),
  size: (files: string, lines: string, cuda: number): Localized => ({
    en: `${files} ${files === '1' ? 'file' : 'files'}, ${lines} lines${cuda === 0 ? '' : `, and ${cuda} CUDA ${cuda === 1 ? 'source' : 'sources'}`}`,
    zh: `${files} 个文件，${lines} 行${cuda === 0 ? '' : `，另有 ${cuda} 个 CUDA 源文件`}`,
  }),
  unread: (count: number): Localized => ({ en: `${count} could not be read`, zh: `${count} 个文件无法读取` }),
  footer: (version: string): Localized => ({
    en: `Made by Portolan ${version}. Counted are findings that are warnings at least, each place once for a target; notes and hints are not. What no source tells is not counted either: an empty report is no proof that everything runs.`,
    zh: `由 Portolan ${version} 生成。统计级别不低于警告的问题，每处对每个目标计一次，不含提示。没有来源说明的内容也不计入：报告为空并不证明一切都能运行。`,
  }),
  notes: (count: number): Localized => ({
    en: `and ${count} ${count === 1 ? 'note' : 'notes'}`,
    zh: `另有 ${count} 条提示`,
  }),
  more: (count: number): Localized => ({ en: `… and ${count} more`, zh: `……另有 ${count} 项` }),
  portedIn: (regions: number, files: number): Localized => ({
    en: `${regions} ${regions === 1 ? 'region' : 'regions'} in ${files} ${files === 1 ? 'file' : 'files'} handle the target, or any accelerator, already:`,
    zh: `${files} 个文件中有 ${regions} 处已处理目标设备或任意加速器：`,
  }),
  since: (date: string, before: number): Localized => ({
    en: `Since ${date}, when ${before} were left.`,
    zh: `自 ${date}（当时 ${before} 处）以来。`,
  }),
  torch: ({ releases, pins, files }: TorchPorting): Localized => {
    const from = pins.length === 0 ? { en: 'the settings', zh: '设置' } : { en: pins.join('; '), zh: pins.join('；') };
    return {
      en: `PyTorch ${releases ?? 'of no known release'} (${files} ${files === 1 ? 'script' : 'scripts'}), by ${from.en}`,
      zh: `PyTorch ${releases ?? '版本不明'}（${files} 个脚本），依据：${from.zh}`,
    };
  },
  readyOf: (ready: string, files: string): Localized => ({
    en: `${ready} of ${files} files ready`,
    zh: `${files} 个文件中 ${ready} 个无需改动`,
  }),
  kernelLines: (lines: string): Localized => ({ en: `${lines} lines`, zh: `共 ${lines} 行` }),
  rewriteOf: (rewrite: number, review: number): Localized => ({
    en: [rewrite > 0 ? `${rewrite} to rewrite` : '', review > 0 ? `${review} to review` : '']
      .filter(Boolean)
      .join(', '),
    zh: [rewrite > 0 ? `重写 ${rewrite} 个` : '', review > 0 ? `检查 ${review} 个` : ''].filter(Boolean).join('，'),
  }),
};

/** What to do, in order: each step where there is something to do. */
export const steps = {
  safe: (count: number): Localized => ({
    en: `Apply the ${count === 1 ? 'safe fix, which changes' : `${count} safe fixes, which change`} nothing on CUDA:`,
    zh: `应用 ${count} 处安全修复（不影响 CUDA 上的行为）：`,
  }),
  libraries: (names: string): Localized => ({
    en: `Decide what takes the place of the libraries: ${names}.`,
    zh: `确定以下库的替代方案：${names}。`,
  }),
  kernels: (text: Localized): Localized => ({
    en: `Plan the kernels: ${text.en}.`,
    zh: `规划内核工作：${text.zh}。`,
  }),
  review: (count: number): Localized => ({
    en: `Read the ${count === 1 ? 'fix to review, and apply it' : `${count} fixes to review, and apply them`} without --diff:`,
    zh: `复核 ${count} 处修复，确认后去掉 --diff 应用：`,
  }),
  manual: (count: number, rules: string): Localized => ({
    en: `Do the ${count === 1 ? 'one that is left' : `${count} that are left`} by hand: ${rules} first.`,
    zh: `手动处理其余 ${count} 处，优先 ${rules}。`,
  }),
  keep: {
    en: 'Keep the numbers of today, to compare with later:',
    zh: '先保存当前数据，供日后对比：',
  },
  again: {
    en: 'Run the report again with --since to see what is left:',
    zh: '之后加上 --since 重新生成报告，查看剩余内容：',
  },
};
