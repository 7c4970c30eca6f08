// Loaded before a program by --import: writes the process's peak of resident memory (bytes) when it ends.
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.PORTOLAN_BENCH_PEAK, String(peak()));
});

/** On Linux maxRSS begins with what the parent had when it forked; VmHWM is the program's own. */
function peak() {
  try {
    return 1024 * Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return 1024 * process.resourceUsage().maxRSS;
  }
}
