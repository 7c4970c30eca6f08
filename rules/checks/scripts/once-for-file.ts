import type { ScriptFacts } from '../../../core/model';

/**
 * `find`, asked once while the rules look at a file. The answer is kept for the last file alone, by a reference that is
 * replaced: in a weak map that has grown old, each answer, and with it all facts of its file, would outlive V8's collections
 * of young memory, which take the values of such maps for used. Moving them cost a third of a run's time.
 */
export function onceForFile<Found>(find: (facts: ScriptFacts) => Found): (facts: ScriptFacts) => Found {
  let last: { readonly facts: ScriptFacts; readonly found: Found } | undefined;
  return (facts) => {
    if (last?.facts !== facts) last = { facts, found: find(facts) };
    return last.found;
  };
}
