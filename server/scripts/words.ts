import type { CudaApi, Library, Localized } from '../../core/model';

/** What is said of scripts, and nowhere else. */
export const words = {
  unknownApi: { en: 'No source says whether it runs there.', zh: '没有资料说明其能否运行。' },
  supported: { en: 'listed as supported', zh: '在支持列表中' },
  notSupported: { en: 'listed as not supported', zh: '在不支持列表中' },
  onHostOnly: { en: 'runs on the CPU only', zh: '仅在 CPU 上运行' },
  mayRunOnHost: { en: 'may run on the CPU', zh: '可能在 CPU 上运行' },
  inferenceOnly: { en: 'for inference only', zh: '仅支持推理' },
  restriction: ({ en, zh }: Localized): Localized => ({ en: `The vendor says: ${en}`, zh: `厂商说明：${zh}` }),
  otherReleases: (releases: string): Localized => ({
    en: `Otherwise in PyTorch ${releases}.`,
    zh: `PyTorch ${releases} 中的情况不同。`,
  }),
  ofTorch: (release: string): Localized => ({ en: `PyTorch ${release}`, zh: `PyTorch ${release}` }),
  hostOperators: (names: string): Localized => ({
    en: `Each call runs ${names}, which no kernel of the device does: it goes to the CPU.`,
    zh: `每次调用都会执行 ${names}，设备上没有对应的算子实现，会回退到 CPU。`,
  }),
  types: (parameter: string, types: string): Localized => ({
    en: `${parameter}: ${types}`,
    zh: `${parameter}：${types}`,
  }),
  movesToCuda: (type: string): Localized => ({
    en: `Asks for a CUDA device, which is not there. Instead: .to(device) or .${type}()`,
    zh: `要求 CUDA 设备，目标上没有。替代：.to(device) 或 .${type}()`,
  }),
  replacement: (name: string): Localized => ({ en: `Instead: ${name}`, zh: `替代：${name}` }),
  portable: (name: string, since: string): Localized => ({
    en: `On any accelerator: ${name}, since PyTorch ${since}`,
    zh: `适用于任意加速器：${name}（PyTorch ${since} 起）`,
  }),
  broken: { en: 'This call breaks a limit:', zh: '此调用超出了限制：' },
  undecided: { en: 'There is a limit that cannot be decided here:', zh: '存在无法在此判断的限制：' },
  fused: (name: string): Localized => ({ en: `Fused kernel of the target: ${name}`, zh: `目标的融合算子：${name}` }),
  leftToPort: (count: number): Localized => ({ en: `${count} left to port`, zh: `待移植 ${count} 处` }),
  nothingLeft: { en: 'nothing left to port', zh: '没有待移植之处' },
  withFixes: (count: number): Localized => ({ en: `${count} with a fix`, zh: `${count} 处可修复` }),
  inClass: (count: number): Localized => ({
    en: `${count} left to port in this module`,
    zh: `该模块待移植 ${count} 处`,
  }),
  suppress: (rule: string): Localized => ({ en: `Keep ${rule} back on this line`, zh: `在此行忽略 ${rule}` }),
  suppressionReason: { en: 'TODO: why this is acceptable', zh: '待补充：为何可以接受' },
  fixAll: { en: 'Apply all safe fixes of Portolan', zh: '应用 Portolan 的全部安全修复' },
  forTarget: (title: string, target: string): Localized => ({
    en: `${title} (${target})`,
    zh: `${title}（${target}）`,
  }),
  toReview: (title: string): Localized => ({ en: `${title} [review]`, zh: `${title} [需复核]` }),
  keepsBackAll: { en: 'Keeps back the findings of every rule here.', zh: '忽略此处所有规则的结果。' },
  keepsBack: (rules: string): Localized => ({ en: `Keeps back here: ${rules}`, zh: `在此处忽略：${rules}` }),
  openEvidence: (source: string): Localized => ({ en: `Evidence: ${source}`, zh: `依据：${source}` }),
  openRule: (rule: string): Localized => ({ en: `What ${rule} finds`, zh: `规则 ${rule} 的说明` }),
  status: (scripts: number): Localized => ({ en: `${scripts} scripts`, zh: `${scripts} 个脚本` }),
} satisfies Record<string, Localized | ((...values: never[]) => Localized)>;

export const cudaSupport: Readonly<Record<CudaApi['support'], Localized>> = {
  same: { en: 'has a counterpart that does the same', zh: '有行为相同的对应接口' },
  different: { en: 'has a counterpart that answers something else', zh: '有对应接口，但行为不同' },
  missing: { en: 'has no counterpart', zh: '没有对应接口' },
  unknown: { en: 'has no counterpart that a source tells of', zh: '资料未说明是否有对应接口' },
  unverified: {
    en: 'has a counterpart that its vendor calls unfinished or unchecked',
    zh: '有对应接口，但厂商标注未完成或未验证',
  },
};

export const libraryStatus: Readonly<Record<Library['status'], Localized>> = {
  works: { en: 'works as it is', zh: '可直接使用' },
  adapted: { en: "works with the vendor's edition or a plugin", zh: '需使用厂商适配版本或插件' },
  replace: { en: 'is replaced by something else', zh: '需替换为其他库' },
  none: { en: 'has no counterpart', zh: '没有替代' },
  unknown: { en: 'is unknown there', zh: '情况未知' },
};
