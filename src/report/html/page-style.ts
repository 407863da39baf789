import { greyOfOthers, palette } from "../charts/code-colour.ts";

const colours = (shade: 0 | 1): string =>
  [
    ...palette.map((pair, i) => `.colour-${i}{--accent:${pair[shade]}}`),
    `.others{--accent:${greyOfOthers[shade]}}`,
  ].join("\n");

/** The page's one style sheet. */
export const pageStyle = `
:root{--page:#fdfdfc;--text:#1b1f24;--muted:#5b636d;--rule:#e2e4e7;--soft:#f4f5f5;--heat:#b3400e;--link:#1b1f24}
${colours(0)}
@media (prefers-color-scheme:dark){
:root{--page:#131619;--text:#e4e7ea;--muted:#9ba4ae;--rule:#2c3136;--soft:#1c2024;--heat:#f08f5a;--link:#e4e7ea}
${colours(1)}
}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0 auto;max-width:1100px;padding:clamp(20px,5vw,64px) clamp(16px,4vw,40px);background:var(--page);color:var(--text);
font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1 a:not(:hover){text-decoration:none}
h1{margin:.3em 0 .4em;max-width:24em;font-size:clamp(1.65rem,4.6vw,2.7rem);line-height:1.18;font-weight:650;letter-spacing:-.021em;text-wrap:balance}
h2{margin:0 0 1rem;font-size:1.15rem;line-height:1.3;font-weight:650;letter-spacing:-.008em}
h3{margin:1.5rem 0 .4rem;font-size:.84rem;line-height:1.4;font-weight:600;color:var(--muted)}
p{margin:0 0 .5rem}
ul,ol{margin:0;padding:0;list-style:none}
main>section{margin-top:clamp(44px,6vw,72px)}
a{color:inherit;text-decoration-color:var(--rule);text-decoration-thickness:1px;text-underline-offset:3px}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--accent,var(--link));outline-offset:3px;border-radius:2px}
.muted,.scope,.totals,figcaption,small{color:var(--muted)}
.scope,.totals{margin:0;font-size:.94rem}
code,pre{font:.875em/1.55 ui-monospace,"Cascadia Mono",Consolas,Menlo,"Noto Sans Mono CJK SC",monospace}
code{padding:.1em .35em;border-radius:4px;background:var(--soft);display:inline-block;max-width:100%;line-height:1.4;white-space:pre-wrap;-webkit-user-select:all;user-select:all}
pre{margin:.25rem 0 0;padding:.7rem .85rem;border-radius:6px;background:var(--soft);font-size:.8125rem;white-space:pre-wrap}
figure{margin:0 0 .8rem}
figcaption{font-size:.84rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,280px),1fr));gap:16px;margin-top:clamp(24px,4vw,40px)}
.card{padding:18px 20px;border:1px solid var(--rule);border-radius:10px}
.card h2{display:flex;justify-content:space-between;margin-bottom:.6rem;font-size:.94rem}
.card .number{font-size:1.5rem;line-height:1.2;font-weight:600}
.card li+li,.card details,.card details ul{margin-top:.6rem}
.card summary{font-size:.875rem}
.card li{padding-left:12px;border-left:3px solid var(--accent,var(--rule))}
.card li>a{display:block}
.card li .muted{display:block;font-size:.84rem;line-height:1.45}
.card h3{margin-top:1.1rem}
.card.empty h2,.card.empty .number{color:var(--muted);font-weight:500}
.card.empty p{margin:0;font-size:.94rem}
strong{font-weight:650}
.chart{display:block;overflow:visible}
.chart text{fill:var(--muted);font-size:12px}
.area{fill:var(--accent)}
.stacked .area{stroke:var(--page);stroke-width:.6;vector-effect:non-scaling-stroke}
.before{fill:none;stroke:var(--text);stroke-width:1.5;stroke-dasharray:2 4;stroke-linecap:round;vector-effect:non-scaling-stroke}
.grid,.tick line,.axis{stroke:var(--rule);stroke-width:1;shape-rendering:crispEdges}
.chart .count{paint-order:stroke;stroke:var(--page);stroke-width:4px;stroke-linejoin:round}
.band{fill:var(--text);fill-opacity:.09}
.break{fill:var(--page)}
.chart .peak{fill:var(--text);font-weight:600}
mark{background:var(--rule);color:inherit;font-weight:600}
.unit{font-size:.84rem}
.pointed{fill:transparent}
.pointed:hover,.pointed.on{fill:var(--text);fill-opacity:.08}
.stacked{touch-action:pan-y;user-select:none;-webkit-user-select:none}
.readout{display:block;min-height:1.4em;margin-bottom:.5rem;font-size:.875rem}
th button{all:unset;cursor:pointer}
th button:hover{text-decoration:underline}
th button:focus-visible{outline:2px solid var(--link);outline-offset:3px}
[aria-sort=ascending] button::after{content:" ↑"}
[aria-sort=descending] button::after{content:" ↓"}
.search{display:block;margin-bottom:1rem;font-size:.875rem;color:var(--muted)}
.search input{margin-inline-start:.4rem;padding:.3rem .5rem;border:1px solid var(--muted);border-radius:6px;background:var(--page);color:var(--text);font:inherit;max-width:100%}
.copy{margin-inline-start:.3em;padding:0 .45em;border:1px solid var(--rule);border-radius:4px;background:none;color:var(--muted);font:inherit;font-size:.75rem;cursor:pointer}
.copy:hover{color:var(--text)}
[hidden]{display:none!important}
.heat rect{fill:var(--heat)}
.heat .heat-0{fill:var(--soft)}
.heat-1{fill-opacity:.2}.heat-2{fill-opacity:.38}.heat-3{fill-opacity:.56}.heat-4{fill-opacity:.78}
.timeline text{font-weight:500}
.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.25rem;margin-top:.9rem;font-size:.875rem}
.contents{margin-top:clamp(24px,4vw,40px);font-size:.875rem;color:var(--muted)}
.contents ul{display:flex;flex-wrap:wrap;gap:.35rem 1.25rem}
.swatch{margin-right:.5em;vertical-align:-2px}
.patterns{position:absolute}
summary{cursor:pointer;width:fit-content;max-width:100%}
section>details,footer details{margin-top:1rem;font-size:.875rem}
section>details>summary,footer summary{color:var(--muted)}
.scroll{overflow-x:auto;max-height:26rem;margin-top:.6rem}
table{border-collapse:collapse;width:100%}
th,td{padding:.5rem .75rem .5rem 0;text-align:left;vertical-align:top;font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{padding-bottom:.35rem;font-size:.84rem;color:var(--muted);white-space:nowrap}
.n{text-align:right;white-space:nowrap}
.scroll th,.scroll td{padding:.2rem .9rem .2rem 0;white-space:nowrap}
.codes{table-layout:fixed}
.codes>thead th:nth-child(1){width:31%}
.codes>thead th:nth-child(2),.codes>thead th:nth-child(3){width:7.5%}
.codes>thead th:nth-child(4){width:9%}
.codes>thead th:nth-child(5),.codes>thead th:nth-child(6){width:13%}
.codes .figures .n{white-space:normal}
.codes>thead th,.codes>tbody{border-bottom:1px solid var(--rule)}
.codes .figures>*{padding-top:.8rem;padding-bottom:.35rem}
.codes .figures th{padding-left:12px;box-shadow:inset 3px 0 var(--accent)}
.codes small{display:block;font-size:.84rem;line-height:1.4}
.codes .trend{padding-left:1rem;vertical-align:middle}
.codes .more>td{padding:0 0 .8rem 12px;box-shadow:inset 3px 0 var(--accent)}
.codes summary{font-size:.94rem}
.codes tbody:target .figures th strong{text-decoration:underline 2px var(--accent);text-underline-offset:4px}
.explanation{display:grid;grid-template-columns:minmax(0,1.7fr) minmax(0,1fr);gap:0 48px;padding:.25rem 0 1rem;font-size:.94rem}
.samples{grid-column:1/-1}
.explanation .facts{margin-top:1.4rem;font-size:.875rem;color:var(--muted)}
.causes{counter-reset:cause}
.causes li,.steps li{position:relative;padding-left:1.9em;counter-increment:cause}
.causes li::before,.steps li::before{position:absolute;left:0;font-weight:650;content:counter(cause)}
.causes li+li,.steps li+li{margin-top:.9rem}
.causes p,.steps p{margin:0;max-width:46em}
.causes b,.related b,.incidents b{font-weight:600}
.related li{margin-bottom:.4rem}
.steps{counter-reset:cause}
.hint{margin-top:1rem;font-size:.84rem}
time,.range{white-space:nowrap}
.bars td.bar{width:46%;min-width:60px;vertical-align:middle}
.aside .bars{table-layout:fixed;font-size:.875rem}
.aside .bars th,.aside .bars td{padding-top:.2rem;padding-bottom:.2rem}
.aside .bars th{width:52%}
.aside .bars .n{width:4.5em}
.aside .bars td.bar{width:auto;min-width:0}
.incidents{margin-top:1.4rem}
.incidents li{padding-left:12px;border-left:3px solid var(--accent)}
.incidents li+li{margin-top:1.2rem}
footer{margin-top:clamp(48px,7vw,80px);padding-top:1.2rem;border-top:1px solid var(--rule);font-size:.875rem;color:var(--muted)}
.definitions{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.35rem 1.5rem;margin:1rem 0 0}
.definitions dt{color:var(--text)}
.definitions dd{margin:0}
@media (max-width:720px){
.wide,.spare{display:none}
.explanation{grid-template-columns:minmax(0,1fr)}
th,td{padding-right:.6rem}
.codes{font-size:.8125rem}
.codes>thead th:nth-child(1){width:47%}
.codes>thead th:nth-child(2){width:15%}
.codes>thead th:nth-child(4){width:19%}
.codes>thead th:nth-child(7){width:19%}
.codes .trend{padding-left:.2rem}
.codes .figures th{padding-right:0}
.codes .figures strong{display:block}
.codes .figures small{font-size:.8rem}
.definitions{display:block}
.definitions dd{margin:0 0 .6rem}
}
@media print{
:root{--page:#fff;--text:#000;--muted:#444;--rule:#bbb;--soft:#f2f2f2;--heat:#b3400e}
${colours(0)}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{max-width:none;padding:0;font-size:10.5pt}
h1{font-size:20pt}
summary{list-style:none}
details::details-content{display:block;height:auto;content-visibility:visible}
.scroll{overflow:visible;max-height:none}
.scroll th,.scroll td{padding-right:.5em;font-size:7.5pt;white-space:normal}
.wide{display:table-cell}
.hint,.copy,.search,.readout,.contents{display:none}
h2,h3,.figures{break-after:avoid}
li,figure,.card,.chart,tr.figures{break-inside:avoid}
thead{display:table-header-group}
}
`;
