import ascend310p from '../../../rules/estimate/time/310p.json';
import ascend910b from '../../../rules/estimate/time/910b.json';
import ascend910c from '../../../rules/estimate/time/910c.json';
import ascend950 from '../../../rules/estimate/time/950.json';
import a100 from '../../../rules/estimate/time/a100.json';
import a800 from '../../../rules/estimate/time/a800.json';
import bm1684x from '../../../rules/estimate/time/bm1684x.json';
import bm1688 from '../../../rules/estimate/time/bm1688.json';
import bm1690 from '../../../rules/estimate/time/bm1690.json';
import bm1690e from '../../../rules/estimate/time/bm1690e.json';
import cv186x from '../../../rules/estimate/time/cv186x.json';
import h20 from '../../../rules/estimate/time/h20.json';
import h20With141Gigabytes from '../../../rules/estimate/time/h20-3e.json';
import h100 from '../../../rules/estimate/time/h100.json';
import h200 from '../../../rules/estimate/time/h200.json';
import h800 from '../../../rules/estimate/time/h800.json';

/** Constants by family of chips; their text is read when it is asked for. */
export const familyFiles: ReadonlyMap<string, { toString(): string }> = new Map([
  ['310P', ascend310p],
  ['910B', ascend910b],
  ['910C', ascend910c],
  ['950', ascend950],
  ['a100', a100],
  ['a800', a800],
  ['bm1684x', bm1684x],
  ['bm1688', bm1688],
  ['bm1690', bm1690],
  ['bm1690e', bm1690e],
  ['cv186x', cv186x],
  ['h20', h20],
  ['h20-3e', h20With141Gigabytes],
  ['h100', h100],
  ['h200', h200],
  ['h800', h800],
]);
