// Written by scripts/tables/chips: every file of rules/chips and rules/products, as text until it is asked for.
import type { StoredText } from '../model';
import chip0 from '../../rules/chips/sophgo-bm1684.json';
import chip1 from '../../rules/chips/sophgo-bm1684x.json';
import chip2 from '../../rules/chips/sophgo-bm1684x2.json';
import chip3 from '../../rules/chips/sophgo-bm1688.json';
import chip4 from '../../rules/chips/sophgo-cv186x.json';
import chip5 from '../../rules/chips/sophgo-bm1690.json';
import chip6 from '../../rules/chips/sophgo-bm1690e.json';
import chip7 from '../../rules/chips/sophgo-sg2262.json';
import chip8 from '../../rules/chips/sophgo-sg2380.json';
import chip9 from '../../rules/chips/sophgo-sgtpuv8.json';
import chip10 from '../../rules/chips/sophgo-cv184x.json';
import chip11 from '../../rules/chips/sophgo-cv183x.json';
import chip12 from '../../rules/chips/sophgo-cv182x.json';
import chip13 from '../../rules/chips/sophgo-cv181x.json';
import chip14 from '../../rules/chips/sophgo-cv180x.json';
import chip15 from '../../rules/chips/ascend-310.json';
import chip16 from '../../rules/chips/ascend-310b1.json';
import chip17 from '../../rules/chips/ascend-310b2.json';
import chip18 from '../../rules/chips/ascend-310b3.json';
import chip19 from '../../rules/chips/ascend-310b4.json';
import chip20 from '../../rules/chips/ascend-310p1.json';
import chip21 from '../../rules/chips/ascend-310p3.json';
import chip22 from '../../rules/chips/ascend-310p5.json';
import chip23 from '../../rules/chips/ascend-310p7.json';
import chip24 from '../../rules/chips/ascend-610.json';
import chip25 from '../../rules/chips/ascend-910a.json';
import chip26 from '../../rules/chips/ascend-910-30core.json';
import chip27 from '../../rules/chips/ascend-910proa.json';
import chip28 from '../../rules/chips/ascend-910prob.json';
import chip29 from '../../rules/chips/ascend-910premiuma.json';
import chip30 from '../../rules/chips/ascend-910b1.json';
import chip31 from '../../rules/chips/ascend-910b2.json';
import chip32 from '../../rules/chips/ascend-910b2c.json';
import chip33 from '../../rules/chips/ascend-910b3.json';
import chip34 from '../../rules/chips/ascend-910b4.json';
import chip35 from '../../rules/chips/ascend-910b4-1.json';
import chip36 from '../../rules/chips/ascend-910c-9362.json';
import chip37 from '../../rules/chips/ascend-910c-9372.json';
import chip38 from '../../rules/chips/ascend-910c-9381.json';
import chip39 from '../../rules/chips/ascend-910c-9382.json';
import chip40 from '../../rules/chips/ascend-910c-9391.json';
import chip41 from '../../rules/chips/ascend-910c-9392.json';
import chip42 from '../../rules/chips/ascend-910-95.json';
import chip43 from '../../rules/chips/ascend-910-5591.json';
import chip44 from '../../rules/chips/ascend-910c.json';
import chip45 from '../../rules/chips/ascend-950.json';
import chip46 from '../../rules/chips/ascend-950pr.json';
import chip47 from '../../rules/chips/nvidia-a100.json';
import chip48 from '../../rules/chips/nvidia-a800.json';
import chip49 from '../../rules/chips/nvidia-h100.json';
import chip50 from '../../rules/chips/nvidia-h200.json';
import chip51 from '../../rules/chips/nvidia-h800.json';
import chip52 from '../../rules/chips/nvidia-h20.json';
import chip53 from '../../rules/chips/nvidia-h20-3e.json';
import target0 from '../../rules/products/sophgo-sc11-fp300.json';
import target1 from '../../rules/products/sophgo-sc11e-fp300.json';
import target2 from '../../rules/products/sophgo-bm1690evb.json';
import target3 from '../../rules/products/sophgo-sg-link-4u.json';
import target4 from '../../rules/products/sophgo-sc7pro.json';
import target5 from '../../rules/products/sophgo-sc7fp150.json';
import target6 from '../../rules/products/sophgo-sc7hp75.json';
import target7 from '../../rules/products/sophgo-sc7hp75-1.json';
import target8 from '../../rules/products/sophgo-se7-32.json';
import target9 from '../../rules/products/sophgo-sm7.json';
import target10 from '../../rules/products/sophgo-sc5-plus.json';
import target11 from '../../rules/products/sophgo-sc5h3.json';
import target12 from '../../rules/products/sophgo-se5.json';
import target13 from '../../rules/products/sophgo-se9-16.json';
import target14 from '../../rules/products/sophgo-se9-8.json';
import target15 from '../../rules/products/ascend-910c.json';
import target16 from '../../rules/products/ascend-atlas-300i-duo.json';
import target17 from '../../rules/products/ascend-atlas-300i-pro.json';
import target18 from '../../rules/products/ascend-atlas-300t.json';
import target19 from '../../rules/products/ascend-atlas-800-9000.json';
import target20 from '../../rules/products/ascend-atlas-800-a2-376t-64g.json';
import target21 from '../../rules/products/ascend-atlas-800-a2-313t-64g.json';
import target22 from '../../rules/products/ascend-atlas-800-a2-280t-64g.json';
import target23 from '../../rules/products/ascend-atlas-800-a2-280t-64g-pcie.json';
import target24 from '../../rules/products/ascend-atlas-800-a2-280t-32g-pcie.json';
import target25 from '../../rules/products/ascend-atlas-800-a3.json';
import target26 from '../../rules/products/ascend-cloudmatrix384.json';
import target27 from '../../rules/products/ascend-atlas-350-112g.json';
import target28 from '../../rules/products/ascend-atlas-350-84g.json';
import target29 from '../../rules/products/ascend-atlas-950-superpod.json';
import target30 from '../../rules/products/ascend-310p.json';
import target31 from '../../rules/products/ascend-310b.json';
import target32 from '../../rules/products/sophgo-bm1684.json';
import target33 from '../../rules/products/sophgo-bm1684x.json';
import target34 from '../../rules/products/sophgo-bm1684x2.json';
import target35 from '../../rules/products/sophgo-bm1688.json';
import target36 from '../../rules/products/sophgo-cv186x.json';
import target37 from '../../rules/products/sophgo-bm1690.json';
import target38 from '../../rules/products/sophgo-bm1690e.json';
import target39 from '../../rules/products/sophgo-sg2262.json';
import target40 from '../../rules/products/sophgo-sg2380.json';
import target41 from '../../rules/products/sophgo-sgtpuv8.json';
import target42 from '../../rules/products/sophgo-cv184x.json';
import target43 from '../../rules/products/sophgo-cv183x.json';
import target44 from '../../rules/products/sophgo-cv182x.json';
import target45 from '../../rules/products/sophgo-cv181x.json';
import target46 from '../../rules/products/sophgo-cv180x.json';
import target47 from '../../rules/products/ascend-310.json';
import target48 from '../../rules/products/ascend-310b1.json';
import target49 from '../../rules/products/ascend-310b2.json';
import target50 from '../../rules/products/ascend-310b3.json';
import target51 from '../../rules/products/ascend-310b4.json';
import target52 from '../../rules/products/ascend-310p1.json';
import target53 from '../../rules/products/ascend-310p3.json';
import target54 from '../../rules/products/ascend-310p5.json';
import target55 from '../../rules/products/ascend-310p7.json';
import target56 from '../../rules/products/ascend-610.json';
import target57 from '../../rules/products/ascend-910a.json';
import target58 from '../../rules/products/ascend-910-30core.json';
import target59 from '../../rules/products/ascend-910proa.json';
import target60 from '../../rules/products/ascend-910prob.json';
import target61 from '../../rules/products/ascend-910premiuma.json';
import target62 from '../../rules/products/ascend-910b1.json';
import target63 from '../../rules/products/ascend-910b2.json';
import target64 from '../../rules/products/ascend-910b2c.json';
import target65 from '../../rules/products/ascend-910b3.json';
import target66 from '../../rules/products/ascend-910b4.json';
import target67 from '../../rules/products/ascend-910b4-1.json';
import target68 from '../../rules/products/ascend-910c-9362.json';
import target69 from '../../rules/products/ascend-910c-9372.json';
import target70 from '../../rules/products/ascend-910c-9381.json';
import target71 from '../../rules/products/ascend-910c-9382.json';
import target72 from '../../rules/products/ascend-910c-9391.json';
import target73 from '../../rules/products/ascend-910c-9392.json';
import target74 from '../../rules/products/ascend-910-95.json';
import target75 from '../../rules/products/ascend-910-5591.json';
import target76 from '../../rules/products/ascend-950.json';
import target77 from '../../rules/products/ascend-950pr.json';
import target78 from '../../rules/products/nvidia-a100.json';
import target79 from '../../rules/products/nvidia-a800.json';
import target80 from '../../rules/products/nvidia-h100.json';
import target81 from '../../rules/products/nvidia-h200.json';
import target82 from '../../rules/products/nvidia-h800.json';
import target83 from '../../rules/products/nvidia-h20.json';
import target84 from '../../rules/products/nvidia-h20-3e.json';

export const chipFiles: ReadonlyMap<string, StoredText> = new Map([
  ['sophgo-bm1684', chip0],
  ['sophgo-bm1684x', chip1],
  ['sophgo-bm1684x2', chip2],
  ['sophgo-bm1688', chip3],
  ['sophgo-cv186x', chip4],
  ['sophgo-bm1690', chip5],
  ['sophgo-bm1690e', chip6],
  ['sophgo-sg2262', chip7],
  ['sophgo-sg2380', chip8],
  ['sophgo-sgtpuv8', chip9],
  ['sophgo-cv184x', chip10],
  ['sophgo-cv183x', chip11],
  ['sophgo-cv182x', chip12],
  ['sophgo-cv181x', chip13],
  ['sophgo-cv180x', chip14],
  ['ascend-310', chip15],
  ['ascend-310b1', chip16],
  ['ascend-310b2', chip17],
  ['ascend-310b3', chip18],
  ['ascend-310b4', chip19],
  ['ascend-310p1', chip20],
  ['ascend-310p3', chip21],
  ['ascend-310p5', chip22],
  ['ascend-310p7', chip23],
  ['ascend-610', chip24],
  ['ascend-910a', chip25],
  ['ascend-910-30core', chip26],
  ['ascend-910proa', chip27],
  ['ascend-910prob', chip28],
  ['ascend-910premiuma', chip29],
  ['ascend-910b1', chip30],
  ['ascend-910b2', chip31],
  ['ascend-910b2c', chip32],
  ['ascend-910b3', chip33],
  ['ascend-910b4', chip34],
  ['ascend-910b4-1', chip35],
  ['ascend-910c-9362', chip36],
  ['ascend-910c-9372', chip37],
  ['ascend-910c-9381', chip38],
  ['ascend-910c-9382', chip39],
  ['ascend-910c-9391', chip40],
  ['ascend-910c-9392', chip41],
  ['ascend-910-95', chip42],
  ['ascend-910-5591', chip43],
  ['ascend-910c', chip44],
  ['ascend-950', chip45],
  ['ascend-950pr', chip46],
  ['nvidia-a100', chip47],
  ['nvidia-a800', chip48],
  ['nvidia-h100', chip49],
  ['nvidia-h200', chip50],
  ['nvidia-h800', chip51],
  ['nvidia-h20', chip52],
  ['nvidia-h20-3e', chip53],
]);

export const targetFiles: ReadonlyMap<string, StoredText> = new Map([
  ['sophgo-sc11-fp300', target0],
  ['sophgo-sc11e-fp300', target1],
  ['sophgo-bm1690evb', target2],
  ['sophgo-sg-link-4u', target3],
  ['sophgo-sc7pro', target4],
  ['sophgo-sc7fp150', target5],
  ['sophgo-sc7hp75', target6],
  ['sophgo-sc7hp75-1', target7],
  ['sophgo-se7-32', target8],
  ['sophgo-sm7', target9],
  ['sophgo-sc5-plus', target10],
  ['sophgo-sc5h3', target11],
  ['sophgo-se5', target12],
  ['sophgo-se9-16', target13],
  ['sophgo-se9-8', target14],
  ['ascend-910c', target15],
  ['ascend-atlas-300i-duo', target16],
  ['ascend-atlas-300i-pro', target17],
  ['ascend-atlas-300t', target18],
  ['ascend-atlas-800-9000', target19],
  ['ascend-atlas-800-a2-376t-64g', target20],
  ['ascend-atlas-800-a2-313t-64g', target21],
  ['ascend-atlas-800-a2-280t-64g', target22],
  ['ascend-atlas-800-a2-280t-64g-pcie', target23],
  ['ascend-atlas-800-a2-280t-32g-pcie', target24],
  ['ascend-atlas-800-a3', target25],
  ['ascend-cloudmatrix384', target26],
  ['ascend-atlas-350-112g', target27],
  ['ascend-atlas-350-84g', target28],
  ['ascend-atlas-950-superpod', target29],
  ['ascend-310p', target30],
  ['ascend-310b', target31],
  ['sophgo-bm1684', target32],
  ['sophgo-bm1684x', target33],
  ['sophgo-bm1684x2', target34],
  ['sophgo-bm1688', target35],
  ['sophgo-cv186x', target36],
  ['sophgo-bm1690', target37],
  ['sophgo-bm1690e', target38],
  ['sophgo-sg2262', target39],
  ['sophgo-sg2380', target40],
  ['sophgo-sgtpuv8', target41],
  ['sophgo-cv184x', target42],
  ['sophgo-cv183x', target43],
  ['sophgo-cv182x', target44],
  ['sophgo-cv181x', target45],
  ['sophgo-cv180x', target46],
  ['ascend-310', target47],
  ['ascend-310b1', target48],
  ['ascend-310b2', target49],
  ['ascend-310b3', target50],
  ['ascend-310b4', target51],
  ['ascend-310p1', target52],
  ['ascend-310p3', target53],
  ['ascend-310p5', target54],
  ['ascend-310p7', target55],
  ['ascend-610', target56],
  ['ascend-910a', target57],
  ['ascend-910-30core', target58],
  ['ascend-910proa', target59],
  ['ascend-910prob', target60],
  ['ascend-910premiuma', target61],
  ['ascend-910b1', target62],
  ['ascend-910b2', target63],
  ['ascend-910b2c', target64],
  ['ascend-910b3', target65],
  ['ascend-910b4', target66],
  ['ascend-910b4-1', target67],
  ['ascend-910c-9362', target68],
  ['ascend-910c-9372', target69],
  ['ascend-910c-9381', target70],
  ['ascend-910c-9382', target71],
  ['ascend-910c-9391', target72],
  ['ascend-910c-9392', target73],
  ['ascend-910-95', target74],
  ['ascend-910-5591', target75],
  ['ascend-950', target76],
  ['ascend-950pr', target77],
  ['nvidia-a100', target78],
  ['nvidia-a800', target79],
  ['nvidia-h100', target80],
  ['nvidia-h200', target81],
  ['nvidia-h800', target82],
  ['nvidia-h20', target83],
  ['nvidia-h20-3e', target84],
]);
