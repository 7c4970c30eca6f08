import type { Localized, Verdict } from '../core/model';

/** Every text of the server's own. What findings, tables and rules say comes with them. */
export const messages = {
  analysing: { en: 'Checking the model', zh: '正在检查模型' },
  checkingWorkspace: { en: 'Checking the workspace', zh: '正在检查工作区' },
  readingScripts: { en: 'Reading the workspace’s Python files', zh: '正在读取工作区中的 Python 文件' },
  scriptsLeftOut: (count: number): Localized => ({
    en: `${count} Python file${count === 1 ? ' is' : 's are'} not read, because the workspace has too many or they are too large: names that other files import from ${count === 1 ? 'it' : 'them'} are unknown. A desktop window or the command line reads all of them.`,
    zh: `工作区文件过多或过大，有 ${count} 个 Python 文件未读取：其他文件从中导入的名称将视为未知。桌面窗口或命令行会读取全部文件。`,
  }),
  tooManyModels: (most: number): Localized => ({
    en: `The workspace has more than ${most} models: of the others only open ones are checked. The command line checks all of them.`,
    zh: `工作区中的模型超过 ${most} 个：其余模型仅在打开时检查。命令行会检查全部模型。`,
  }),
  tooManyScripts: (most: number): Localized => ({
    en: `The workspace has more than ${most} scripts: of the others only open ones are checked. The command line checks all of them.`,
    zh: `工作区中的脚本超过 ${most} 个：其余脚本仅在打开时检查。命令行会检查全部脚本。`,
  }),
  unexpected: (what: string): Localized => ({
    en: `Portolan met an error of its own (${what}). The output channel has the details.`,
    zh: `Portolan 自身发生错误（${what}），详情见输出通道。`,
  }),
  noSuchFile: { en: 'There is no such file, or it cannot be read.', zh: '文件不存在，或无法读取。' },
  tooLarge: (size: number): Localized => ({
    en: `The file has ${size} bytes, more than can be read over this connection. Open its folder in a desktop window, or use the command line.`,
    zh: `文件大小为 ${size} 字节，超出通过此连接能读取的上限。请在桌面窗口中打开其所在文件夹，或使用命令行。`,
  }),
  unreadable: {
    en: 'Nothing in this file could be understood as an ONNX model:',
    zh: '无法将此文件的任何内容识别为 ONNX 模型：',
  },
  noSuchRule: (rule: string): Localized => ({ en: `There is no rule ${rule}.`, zh: `没有名为 ${rule} 的规则。` }),
  targets: { en: 'Targets', zh: '目标芯片' },
  operatorsRun: (good: number, all: number): Localized => ({
    en: `${good}/${all} operators run`,
    zh: `${good}/${all} 个算子可运行`,
  }),
  ofMacs: (share: string): Localized => ({ en: `${share} of MACs`, zh: `占 MAC 的 ${share}` }),
  ofKnownMacs: (share: string): Localized => ({ en: `${share} of known MACs`, zh: `占已知 MAC 的 ${share}` }),
  inTextView: { en: 'the place in the text view', zh: '文本视图中的位置' },
  likewise: (names: readonly string[], rest: number): Localized => ({
    en: `Likewise ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
    zh: `同样适用于 ${names.join('、')}${rest > 0 ? ` 等 ${names.length + rest} 个算子` : ''}。`,
  }),
  moreFindings: (count: number): Localized => ({
    en: `${count} more findings are not listed; the report and the command line have them all.`,
    zh: `另有 ${count} 条结果未列出，可在报告或命令行中查看全部。`,
  }),
  cost: { en: 'Cost of one run', zh: '单次运行开销' },
  byRoofline: (time: string): Localized => ({ en: `${time} by roofline`, zh: `按 roofline ${time}` }),
  bytesMoved: { en: 'moved', zh: '数据搬运量' },
  unknownCost: { en: 'unknown, because a shape is', zh: '形状未知，无法计算' },
  verdicts: { en: 'Verdicts', zh: '各目标芯片上的结论' },
  fusedInto: (name: string): Localized => ({ en: `fused into ${name}`, zh: `被融合为 ${name}` }),
  producedBy: { en: 'Computed by', zh: '由以下算子计算' },
  readBy: { en: 'Read by', zh: '被以下算子读取' },
  andMore: (count: number): Localized => ({ en: `and ${count} more`, zh: `等，另有 ${count} 个` }),
  graphInput: { en: 'Input of the graph', zh: '计算图的输入' },
  graphOutput: { en: 'Output of the graph', zh: '计算图的输出' },
  weight: { en: 'Weight (initializer)', zh: '权重（初始化器）' },
  inThisFile: { en: 'in this file', zh: '位于本文件内' },
  inExternalFile: (file: string): Localized => ({ en: `in the external file ${file}`, zh: `位于外部文件 ${file}` }),
  calls: (name: string): Localized => ({
    en: `Calls the model's function ${name}.`,
    zh: `调用模型内定义的函数 ${name}。`,
  }),
  noSchema: {
    en: 'Not an operator that the ONNX standard or its known extensions define.',
    zh: '不是 ONNX 标准或已知扩展所定义的算子。',
  },
  evidence: { en: 'Evidence', zh: '依据' },
  devicesOf: (devices: number, products: number, name: string): Localized => ({
    en: `${devices} devices (${products} × ${name})`,
    zh: `${devices} 个设备（${products} × ${name}）`,
  }),
  fitsOn: (devices: string, isTight: boolean): Localized => ({
    en: `${isTight ? 'loads, tight,' : 'fits'} on ${devices}`,
    zh: `${devices}${isTight ? '可加载，余量紧张' : '放得下'}`,
  }),
  doesNotFit: (devices: string): Localized => ({
    en: `does not fit, not even on ${devices}`,
    zh: `${devices}也放不下`,
  }),
  speed: (user: string, all: string, concurrency: number): Localized => ({
    en: `${user} tokens/s per user, ${all} with ${concurrency} at once`,
    zh: `单用户 ${user} tokens/s，${concurrency} 并发合计 ${all}`,
  }),
  bytesOfEnds: (bytes: string): Localized => ({ en: `${bytes} embedding and head`, zh: `嵌入与输出层 ${bytes}` }),
  bytesOfAttention: (bytes: string): Localized => ({ en: `${bytes} attention`, zh: `注意力 ${bytes}` }),
  bytesOfDense: (bytes: string): Localized => ({ en: `${bytes} dense layers`, zh: `稠密层 ${bytes}` }),
  bytesOfExperts: (bytes: string): Localized => ({ en: `${bytes} routed experts`, zh: `路由专家 ${bytes}` }),
  bytesOfShared: (bytes: string): Localized => ({ en: `${bytes} shared experts`, zh: `共享专家 ${bytes}` }),
  bytesOfPrediction: (bytes: string): Localized => ({ en: `${bytes} prediction modules`, zh: `MTP 模块 ${bytes}` }),
  cacheOfToken: (bytes: string): Localized => ({
    en: `${bytes} of KV cache per token`,
    zh: `KV cache 每 token ${bytes}`,
  }),
  cacheOfRequest: (bytes: string): Localized => ({
    en: `${bytes} of KV cache for one full request`,
    zh: `单条满长请求 KV cache ${bytes}`,
  }),
  costOfKey: (change: string): Localized => ({ en: `What ${change} would cost`, zh: `${change} 的代价` }),
  parameters: { en: 'parameters', zh: '参数量' },
  weightBytes: { en: 'weights', zh: '权重' },
  cachePerToken: { en: 'KV cache per token', zh: '每 token KV cache' },
  timePerToken: (name: string): Localized => ({ en: `TPOT on ${name}`, zh: `${name} 上的 TPOT` }),
  unchanged: { en: 'unchanged', zh: '不变' },
  sideBySide: { en: 'Side by side', zh: '并列对比' },
  noEstimate: {
    en: 'There is no estimate for this model on these targets.',
    zh: '没有该模型在这些目标上的估算。',
  },
  explain: (rule: string): Localized => ({ en: `Explain: ${rule}`, zh: `查看规则：${rule}` }),
  ignoreHere: (rule: string, node: string | undefined): Localized => ({
    en: `Ignore ${rule}${node === undefined ? '' : ` for ${node}`} in portolan.config.json`,
    zh: `在 portolan.config.json 中${node === undefined ? '' : `对 ${node} `}忽略 ${rule}`,
  }),
  ignoreReason: { en: 'TODO: say why this is acceptable', zh: '待补充：说明为何可以接受' },
  report: (name: string): Localized => ({ en: `Portolan report: ${name}`, zh: `Portolan 报告：${name}` }),
  operators: { en: 'operators', zh: '个算子' },
  weights: { en: 'weights', zh: '权重' },
  coverage: (target: string, route: string): Localized => ({
    en: `Coverage: ${target} (${route})`,
    zh: `覆盖率：${target}（${route}）`,
  }),
  verdict: { en: 'Verdict', zh: '结论' },
  operatorsHeading: { en: 'Operators', zh: '算子数' },
  macsHeading: { en: 'MACs', zh: 'MAC' },
  operatorTypes: { en: 'Operator types', zh: '算子类型' },
  operatorType: { en: 'Type', zh: '类型' },
  count: { en: 'Count', zh: '数量' },
  findings: { en: 'Findings', zh: '检查结果' },
  noFindings: { en: 'No findings.', zh: '没有检查结果。' },
  problems: { en: 'Problems of the file', zh: '文件自身的问题' },
  lowerBound: {
    en: 'Some operators have unknown shapes; MACs are a lower bound.',
    zh: '部分算子的形状未知，MAC 数为下限。',
  },
  summary: (errors: number, warnings: number): Localized => ({
    en: `${errors} error${errors === 1 ? '' : 's'}, ${warnings} warning${warnings === 1 ? '' : 's'}`,
    zh: `${errors} 个错误，${warnings} 个警告`,
  }),
  openReport: { en: 'Open the report', zh: '打开报告' },
} satisfies Record<string, Localized | ((...values: never[]) => Localized)>;

export const verdictNames: Readonly<Record<Verdict, Localized>> = {
  native: { en: 'runs natively', zh: '原生支持' },
  converted: { en: 'runs after a rewrite of the compiler', zh: '由编译器改写后支持' },
  limited: { en: 'runs under conditions', zh: '有条件支持' },
  slow: { en: 'runs slowly', zh: '可运行但缓慢' },
  host: { en: "falls back to the host's CPU", zh: '回退到主机 CPU' },
  silent: { en: 'computes something else, silently', zh: '静默地算出错误结果' },
  unsupported: { en: 'is not supported', zh: '不支持' },
  unknown: { en: 'is unknown', zh: '未知' },
};

/** How many operators have a verdict, for a short line. */
export const verdictCounts: Readonly<Record<Verdict, (count: number) => Localized>> = {
  native: (count) => ({ en: `${count} native`, zh: `${count} 个原生支持` }),
  converted: (count) => ({ en: `${count} converted`, zh: `${count} 个经改写` }),
  limited: (count) => ({ en: `${count} under conditions`, zh: `${count} 个有条件` }),
  slow: (count) => ({ en: `${count} slow`, zh: `${count} 个缓慢` }),
  host: (count) => ({ en: `${count} on the host`, zh: `${count} 个回退到主机` }),
  silent: (count) => ({ en: `${count} silently wrong`, zh: `${count} 个静默出错` }),
  unsupported: (count) => ({ en: `${count} unsupported`, zh: `${count} 个不支持` }),
  unknown: (count) => ({ en: `${count} unknown`, zh: `${count} 个未知` }),
};
