import type { Target, Vendor } from '../../core/model';
import { allTargets, chipOf, deviceMemory } from '../../core/targets';
import type { ExitCode } from '../host';
import { jsonText } from '../json-text';
import type { Session } from '../session';
import { formatBytes } from '../terminal/quantities';
import { displayWidth, padEnd } from '../terminal/width';

const vendors: Readonly<Record<Vendor, { en: string; zh: string }>> = {
  sophgo: { en: 'Sophgo', zh: '算能' },
  huawei: { en: 'Huawei Ascend', zh: '华为昇腾' },
  nvidia: { en: 'NVIDIA (for comparison only)', zh: 'NVIDIA（仅供对比）' },
};

/** `portolan targets` */
export async function execute(session: Session): Promise<ExitCode> {
  if (session.value('format') === 'json') {
    session.print(jsonText({ version: 1, targets: allTargets().map((target) => targetJson(target, session)) }, 2));
    return 0;
  }
  const { bold, dim } = session.coloursFor(session.host.stdout);
  for (const vendor of ['sophgo', 'huawei', 'nvidia'] as const) {
    const targets = allTargets().filter((target) => target.vendor === vendor);
    const rows = targets.map((target) => row(target, session));
    const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => displayWidth(cells[column] ?? ''))));
    session.print(bold(session.say(vendors[vendor])));
    for (const [id = '', ...cells] of rows) {
      const rest = cells.map((cell, index) => padEnd(cell, widths[index + 1] ?? 0)).join('  ');
      session.print(`  ${padEnd(id, widths[0]!)}  ${dim(rest.trimEnd())}`);
    }
    session.print('');
  }
  return 0;
}

function row(target: Target, session: Session): string[] {
  const bytes = deviceMemory(target).bytes?.value;
  const memory = bytes === undefined ? '–' : `${target.devices} × ${formatBytes(bytes)}`;
  const { graph, script, checkpoint } = target.routes;
  return [target.id, session.say(target.name), memory, [...new Set([...graph, ...script, ...checkpoint])].join(', ')];
}

function targetJson(target: Target, session: Session) {
  const { bytes, usableBytes, bandwidth } = deviceMemory(target);
  const chip = chipOf(target);
  return {
    id: target.id,
    name: session.say(target.name),
    vendor: target.vendor,
    chip: chip.id,
    family: chip.family,
    toolNames: chip.toolNames,
    devices: target.devices,
    memory: { bytes, usableBytes, bandwidth },
    peak: chip.peak,
    lacks: chip.lacks,
    routes: target.routes,
    evidence: [...target.evidence, ...chip.evidence],
  };
}
