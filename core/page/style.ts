import { Html } from './html';

/** Colours of series, told apart by people with colour vision deficiencies as well; ours, on light and on dark. */
const light = ['#0b6fa4', '#c2571a', '#2f8f5b', '#8a4fa3', '#b38600', '#c23b5a', '#4c6a92', '#6b6b6b'];
const dark = ['#58b4e5', '#f0955a', '#6fcf97', '#c39bdb', '#e3bf4d', '#f07f99', '#9db8dd', '#b0b0b0'];

export const seriesCount = light.length;

const series = (colours: readonly string[]) => colours.map((colour, index) => `--series-${index}:${colour}`).join(';');
const classes = light.map((_, index) => `.s${index}{--colour:var(--series-${index})}`).join('');

const lightColours = `--paper:#fff;--ink:#1b2733;--soft:#5b6b7b;--line:#d8dfe6;--panel:#f5f8fa;--good:#1f7a4a;--warning:#9a6700;--bad:#b3261e;${series(light)}`;
const darkColours = `--paper:#14191f;--ink:#e4e9ee;--soft:#9aa8b5;--line:#313b46;--panel:#1c232b;--good:#6fcf97;--warning:#e3bf4d;--bad:#f28b82;${series(dark)}`;

/** The style of all pages. An editor's panel says by a class of the body which theme it has. */
export const style = new Html(`
:root{${lightColours}}
@media (prefers-color-scheme:dark){:root{${darkColours}}}
body.vscode-light,body.vscode-high-contrast-light{${lightColours}}
body.vscode-dark,body.vscode-high-contrast{${darkColours}}
*{box-sizing:border-box}
body{margin:0;padding:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:1080px;margin:0 auto;padding:2.2rem 1.5rem 3rem}
header{border-bottom:2px solid var(--ink);margin-bottom:1.4rem;padding-bottom:.8rem}
h1{font-size:1.75rem;line-height:1.25;margin:0}
.subtitle{margin:.35rem 0 0;color:var(--soft)}
h2{font-size:1.15rem;margin:2.1rem 0 .5rem}
.part{margin-top:3rem;border-top:2px solid var(--ink);padding-top:.3rem}
.part h2{font-size:1.4rem;margin:.6rem 0 .8rem}
.note{color:var(--soft);margin:0 0 .8rem;max-width:75ch}
ul{margin:.3rem 0;padding-left:1.2rem}
li{margin:.2rem 0;max-width:90ch}
.notices{list-style:none;padding:0}
.notices li{border-left:4px solid var(--bad);background:var(--panel);padding:.5rem .8rem;margin:.4rem 0}
.steps{padding-left:1.4rem}
.steps li{margin:.45rem 0}
.below{display:block;color:var(--soft);font-size:.84em}
.steps code{background:var(--panel);padding:.1rem .4rem;border-radius:3px}
code{font-family:ui-monospace,"SF Mono",Consolas,monospace;font-size:.92em}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:.8rem;margin:0}
.figure{background:var(--panel);border-left:4px solid var(--line);padding:.7rem .9rem;border-radius:3px}
.figure dt{color:var(--soft);font-size:.85rem}
.figure dd{margin:0}
.figure strong{display:block;font-size:1.35rem;line-height:1.35;font-variant-numeric:tabular-nums}
.figure small{display:block;color:var(--soft);font-size:.82rem;line-height:1.4}
.figure.good{border-left-color:var(--good)}.figure.good strong{color:var(--good)}
.figure.warning{border-left-color:var(--warning)}.figure.warning strong{color:var(--warning)}
.figure.bad{border-left-color:var(--bad)}.figure.bad strong{color:var(--bad)}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
th,td{padding:.34rem .7rem .34rem 0;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
thead th{color:var(--soft);font-weight:600;font-size:.84rem;vertical-align:bottom;border-bottom:1px solid var(--soft)}
tbody th{font-weight:400}
.number{text-align:right}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(440px,1fr));gap:1.6rem}
figure{margin:0}
figcaption{color:var(--soft);font-size:.88rem;margin-top:.2rem}
.chart{overflow-x:auto}
svg{display:block;width:100%;min-width:520px;height:auto;font:12px system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
svg.share{display:inline-block;width:132px;min-width:132px;height:11px}
svg text{fill:var(--ink)}
svg .soft{fill:var(--soft)}
svg .grid{stroke:var(--line);stroke-width:1}
svg .axis{stroke:var(--soft);stroke-width:1}
svg .limit{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:5 4}
svg .ceiling{fill:none;stroke:var(--colour);stroke-width:2.2}
svg .curve{fill:none;stroke:var(--colour);stroke-width:2.2}
svg .mark{fill:var(--colour)}
svg .point{fill:var(--colour);fill-opacity:.72;stroke:var(--paper);stroke-width:1}
svg .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
${classes}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:0;margin:.1rem 0 .5rem;list-style:none;font-size:.88rem}
.legend li{margin:0}
.legend i{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.4em;background:var(--colour)}
footer{margin-top:2.6rem;border-top:1px solid var(--line);padding-top:.7rem;color:var(--soft);font-size:.85rem}
@media print{
:root,body.vscode-dark,body.vscode-high-contrast{${lightColours}}
html{font-size:12px}
body{font-size:1rem;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:none;padding:0}
section{break-inside:auto}
tr,li,.figures,.chart{break-inside:avoid}
h2,.note,.legend{break-after:avoid}
section.part~section.part{break-before:page;border-top:none;margin-top:0}
.columns{grid-template-columns:1fr 1fr}
}
@media (max-width:560px){.columns{grid-template-columns:1fr}}
`);
