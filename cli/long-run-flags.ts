/** The V8 whose flags these are, as in cli/bin.cjs: others have others. */
export const engineOfFlags = '11.3.';

/**
 * The old memory is collected when it has grown by as much as lived, not by three times that: of 2,900 scripts of transformers
 * 790 MB became 530, in the same time; on Node 24 1,100 became 750. Known to V8 from 11 to 14.
 */
const smallHeap = '--heap-growing-percent=100';

/** What cli/bin.cjs says to V8 is for short runs. Figures: 1,000 to 5,000 scripts, Node 20, two cores. */
const flagsOfLongRuns = [
  // A function is compiled when it first runs, and what better code needs to know is gathered once the function has run through
  // eight times its length: a tenth less computing time, most of it while the first few hundred scripts are linted.
  '--always-sparkplug',
  '--interrupt-budget-factor-for-feedback-allocation=8',
  // Better code is made of a function sooner, and takes less to make: a quarter of the code of others goes into it, which runs
  // as fast here. 5,000 scripts: 7 % less computing time on two threads, of which each needs that code, and 4 % on one.
  '--max-inlined-bytecode-size-cumulative=230',
  '--interrupt-budget=200000',
  '--ticks-before-optimization=1',
  // V8's own threads take longer to share the young generation's collection among them than they gain: 5 % less computing
  // time, and the more so where several threads lint.
  '--no-parallel-scavenge',
  smallHeap,
  // Of threads that start from here on: their old memory is first collected when it has this many MB, and not several times
  // on the way there. 2 % less computing time.
  '--initial-old-space-size=128',
];

/** The flags that this V8 has, as `process.versions.v8` names it; another complains of them on standard error. */
export function longRunFlagsFor(v8: string): readonly string[] {
  if (v8.startsWith(engineOfFlags)) return flagsOfLongRuns;
  return /^1[1-4]\./.test(v8) ? [smallHeap] : [];
}
