import { pageStyle } from '../charts/classes.ts';
import { FONT, TOKENS } from '../charts/tokens.ts';

/** Style of reports: the tokens of the pages, light and dark on a screen, light on paper, two sheets of A4. */

const tokens = `:root {
  color-scheme: light dark;
  ${Object.entries(TOKENS)
    .map(([name, [light, dark]]) => `--${name}: light-dark(${light}, ${dark});`)
    .join('\n  ')}
  --sans: ${FONT};
  --voice: "Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, Palatino, Georgia, serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}`;

const text = `
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-text-size-adjust: 100%; }
body { font: 400 15px/1.5 var(--sans); color: var(--ink); background: var(--paper); font-variant-numeric: tabular-nums; }
a { color: inherit; text-underline-offset: .2em; text-decoration-color: var(--line-strong); }
h1 { font: 400 39px/1.12 var(--voice); letter-spacing: -.005em; text-wrap: balance; }
h2 { font-size: 17px; line-height: 1.25; font-weight: 650; text-wrap: balance; }
h3 { font-size: 15px; line-height: 1.3; font-weight: 650; }
article { max-width: 1120px; margin: 0 auto; padding: 32px; }
.page + .page { margin-top: 32px; }
.kicker { display: flex; flex-wrap: wrap; gap: 2px 20px; align-items: center; font-size: 13px; color: var(--ink-2); border-bottom: 1px solid var(--ink); padding-bottom: 8px; margin-bottom: 18px; }
.kicker b { color: var(--ink); font-weight: 650; display: inline-flex; align-items: center; gap: 8px; }
.kicker svg { width: 22px; height: 14px; }
.kicker span:last-child { margin-left: auto; }
.answer { font-size: 20px; line-height: 1.42; max-width: 58rem; margin-top: 14px; text-wrap: pretty; }
.answer .iv { font-size: .85em; color: var(--ink-2); }
.answer b { font-weight: 650; }
sup { line-height: 0; font-size: .7em; vertical-align: .38em; }
sup a { text-decoration: none; color: var(--ink-2); padding-left: 1px; }
.cond { font-size: 13px; color: var(--ink-2); margin-top: 8px; }
.clause { font: 400 16px/1.4 var(--voice); margin-top: 12px; padding-left: 12px; border-left: 2px solid var(--line-strong); max-width: 52rem; }
.clause cite { font: 400 13px/1.4 var(--sans); color: var(--ink-2); display: block; }`;

const figures = `
.cols { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 36px; }
.fig { border-top: 1px solid var(--line-strong); padding: 12px 0 18px; break-inside: avoid; min-width: 0; }
.fig .q { font-size: 13px; color: var(--ink-2); line-height: 1.3; }
.fig h2 { margin: 1px 0 8px; }
.fig .src, .src { font-size: 12px; color: var(--ink-2); line-height: 1.4; }
.fig figcaption { margin-top: 6px; }
.note-line { margin-bottom: 6px; }
.chart svg { display: block; width: 100%; height: auto; overflow: visible; }
.chart .hatch { fill: url(#missing); }
.lg { display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: 12px; color: var(--ink-2); margin-bottom: 8px; }
.lg span { display: inline-flex; align-items: center; gap: 5px; }
.lg i { display: inline-block; flex: none; }
.k-dot { width: 9px; height: 9px; border-radius: 50%; background: var(--estimate); }
.k-ring { width: 10px; height: 10px; border-radius: 50%; border: 2px solid var(--estimate); background: var(--paper); }
.k-halved { width: 10px; height: 10px; border-radius: 50%; border: 2px solid var(--estimate); background: linear-gradient(90deg, var(--estimate) 50%, var(--paper) 50%); }
.k-tick { width: 2.5px; height: 12px; background: var(--estimate); }
.k-half { width: 16px; height: 5px; background: var(--interval-50); }
.k-whole { width: 22px; height: 2px; background: var(--interval-90); }
.k-line { width: 18px; height: 0; border-top: 2px solid var(--ink); }
.k-dashed { width: 18px; height: 0; border-top: 2px dashed var(--interval-50); }
.k-band { width: 16px; height: 9px; background: var(--interval-90); opacity: .55; }
.k-area { width: 13px; height: 10px; background: var(--bal-gain-1); }
.k-hollow { width: 13px; height: 10px; background: var(--surface); border: 1.6px solid var(--interval-50); }
.k-solid { width: 13px; height: 10px; background: var(--interval-50); }
.k-cross { width: 10px; height: 10px; background: linear-gradient(45deg, transparent 42%, var(--ink) 42% 58%, transparent 58%), linear-gradient(-45deg, transparent 42%, var(--ink) 42% 58%, transparent 58%); }
${['gain-3', 'gain-2', 'gain-1', 'cost-3', 'cost-2', 'cost-1'].map((part) => `.k-${part} { width: 12px; height: 10px; background: var(--bal-${part}); }`).join('\n')}
details { margin-top: 4px; font-size: 13px; }
summary { cursor: pointer; color: var(--ink-2); width: max-content; text-decoration: underline; text-decoration-color: var(--line-strong); text-underline-offset: .2em; }
.wide { overflow-x: auto; margin-top: 6px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: right; padding: 3px 0 3px 12px; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: 400; }
thead th { color: var(--ink-2); font-weight: 550; border-bottom-color: var(--line-strong); vertical-align: bottom; }
th:first-child { text-align: left; padding-left: 0; }`;

const rest = `
.small { font-size: 13px; line-height: 1.42; }
.small h2 { border-top: 1px solid var(--line-strong); padding-top: 10px; margin-bottom: 6px; }
.notes { columns: 2; column-gap: 36px; list-style: none; }
.notes li { break-inside: avoid; padding-bottom: 8px; }
.notes .eq { font-family: var(--voice); font-style: normal; }
.notes span { color: var(--ink-2); }
.assume { columns: 3; column-gap: 30px; list-style: none; }
.assume li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px; break-inside: avoid; border-bottom: 1px solid var(--line); padding: 1px 0; }
.assume li span:first-child { overflow-wrap: anywhere; }
.ledger { list-style: none; }
.ledger li { display: grid; grid-template-columns: 17rem 9rem minmax(0, 1fr); gap: 14px; padding: 3px 0; border-bottom: 1px solid var(--line); }
.ledger b { font-weight: 550; }
.ledger code { font: 12px/1.5 var(--mono); }
.credits { color: var(--ink-2); }
.steps { padding-left: 1.3em; font-size: 15px; line-height: 1.45; }
.steps li { padding-bottom: 10px; break-inside: avoid; }
.steps code { font: 12px/1.4 var(--mono); color: var(--ink-2); overflow-wrap: anywhere; display: block; }
.askline { font-family: var(--voice); font-style: italic; }
.facts { padding-left: 1.1em; }
.facts li { padding-bottom: 5px; }
.facts span { color: var(--ink-2); }
.words th, .words td { text-align: left; padding: 4px 10px 4px 0; }
.take p { font-size: 15px; line-height: 1.45; }
.lesson .cols { margin-top: 20px; }
.lesson .col > * + * { margin-top: 14px; }
.foot { display: flex; justify-content: space-between; gap: 20px; font-size: 12px; color: var(--ink-2); border-top: 1px solid var(--ink); padding-top: 6px; margin-top: 16px; }
@media screen and (max-width: 720px) {
  article { padding: 16px; }
  h1 { font-size: 28px; }
  .answer { font-size: 17px; }
  .cols { grid-template-columns: minmax(0, 1fr); }
  .notes, .assume { columns: 1; }
  .ledger li { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .kicker span:last-child { margin-left: 0; }
}`;

const paper = `
@page { size: A4; margin: 10mm 11mm 9mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 10.5px; line-height: 1.35; background: #fff; }
  article { max-width: none; padding: 0; }
  .page { height: 276mm; display: flex; flex-direction: column; justify-content: space-between; }
  .page + .page { margin-top: 0; break-before: page; }
  details, summary, .more, .assume .more { display: none; }
  .kicker { font-size: 10px; padding-bottom: 4px; margin-bottom: 8px; }
  h1 { font-size: 25px; line-height: 1.1; }
  h2 { font-size: 12.5px; line-height: 1.2; }
  h3 { font-size: 11px; }
  .answer { font-size: 13px; line-height: 1.36; max-width: none; margin-top: 7px; }
  .cond { font-size: 10px; margin-top: 4px; }
  .clause { font-size: 11.5px; line-height: 1.3; margin-top: 5px; padding-left: 8px; max-width: none; }
  .clause cite { font-size: 9.5px; display: inline; }
  .cols { gap: 0 26px; }
  .col { display: flex; flex-direction: column; justify-content: space-between; }
  .fig { padding: 4px 0 5px; }
  .fig .q { font-size: 10px; }
  .fig h2 { margin: 0 0 3px; }
  .fig .src, .src { font-size: 8.8px; line-height: 1.28; }
  .fig figcaption { margin-top: 2px; }
  .note-line { margin-bottom: 3px; }
  .lg { font-size: 9.2px; gap: 0 10px; margin-bottom: 3px; }
  .lg i { zoom: .75; }
  .small { font-size: 8.4px; line-height: 1.28; }
  .small h2 { font-size: 11px; padding-top: 4px; margin-bottom: 2px; }
  .small + .small { margin-top: 4px; }
  .notes { column-gap: 26px; }
  .notes li { padding-bottom: 3px; }
  .assume { columns: 4; column-gap: 14px; font-size: 7.8px; line-height: 1.22; }
  .assume li { padding: 0; gap: 4px; }
  .ledger { columns: 2; column-gap: 26px; font-size: 8.2px; line-height: 1.26; }
  .ledger li { display: block; break-inside: avoid; border: 0; padding: 0 0 2px; }
  .ledger b { font-weight: 550; }
.ledger code { font-size: 7.6px; }
  .roomy .small { font-size: 9.3px; line-height: 1.32; }
  .roomy .assume { columns: 3; font-size: 8.6px; }
  .roomy .ledger { font-size: 8.9px; }
  .roomy .ledger code { font-size: 8.2px; }
  .lesson .small { font-size: 10.3px; }
  .lesson .small h2 { font-size: 12px; }
  .lesson table { font-size: 9.6px; }
  .lesson th, .lesson td { padding-top: 2px; padding-bottom: 2px; }
  .steps { font-size: 11.5px; line-height: 1.36; }
  .steps li { padding-bottom: 6px; }
  .steps code { font-size: 8.4px; }
  .facts li { padding-bottom: 3px; }
  .take p { font-size: 11px; line-height: 1.38; }
  .lesson { justify-content: flex-start; }
  .lesson .cols { margin-top: 10px; }
  .lesson .col { justify-content: flex-start; }
  .lesson .col > * + * { margin-top: 8px; }
  .lesson .foot { margin-top: auto; }
  .foot { font-size: 8.8px; padding-top: 3px; margin-top: 0; }
  a { text-decoration: none; }
}`;

/** The style sheet of a report. @param face an `@font-face` rule to carry along */
export function reportStyle(face: string): readonly string[] {
  return [face, tokens, text, figures, rest, pageStyle(), paper].filter((part) => part !== '');
}

/** The pages' type as an `@font-face` rule, from its WOFF2 file. */
export function fontFace(base64: string): string {
  return `@font-face { font-family: "Source Sans 3 Variable"; font-weight: 200 900; src: url("data:font/woff2;base64,${base64}") format("woff2"); }`;
}
