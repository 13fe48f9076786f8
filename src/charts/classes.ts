import { TOKENS, type Token } from './tokens.ts';

/** What the classes of charts look like: once for files, which carry their colors, once for pages, which have tokens. */

const PAINT: readonly (readonly [selectors: string, property: 'fill' | 'stroke', token: Token])[] = [
  ['text', 'fill', 'ink-2'],
  ['.name,.value,.label,.strong', 'fill', 'ink'],
  ['.paper', 'fill', 'paper'],
  ['.grid', 'stroke', 'line'],
  ['.axis,.frame,.limit', 'stroke', 'line-strong'],
  ['.iv9', 'stroke', 'interval-90'],
  ['.iv5,.dashed', 'stroke', 'interval-50'],
  ['.iv9.dark', 'stroke', 'interval-50'],
  ['.dot', 'fill', 'estimate'],
  ['.ring', 'fill', 'paper'],
  ['.ring,.mark,.net,.cross,.curve,.rule-ink,.limit.ink', 'stroke', 'ink'],
  ['.curve.dashed', 'stroke', 'interval-50'],
  ['.bar-ink', 'fill', 'ink'],
  ['.chosen,.shade', 'fill', 'sunken'],
  ['.band', 'fill', 'interval-90'],
  ['.winset', 'fill', 'bal-gain-1'],
  ['.label,.halo', 'stroke', 'paper'],
  ['.on-winset', 'stroke', 'bal-gain-1'],
  ['.hollow', 'fill', 'surface'],
  ['.hollow', 'stroke', 'interval-50'],
  ['.solid', 'fill', 'interval-50'],
  ['.gain-3', 'fill', 'bal-gain-3'],
  ['.gain-2', 'fill', 'bal-gain-2'],
  ['.gain-1', 'fill', 'bal-gain-1'],
  ['.cost-3', 'fill', 'bal-cost-3'],
  ['.cost-2', 'fill', 'bal-cost-2'],
  ['.cost-1', 'fill', 'bal-cost-1'],
];

const SHAPE: readonly (readonly [selectors: string, rules: string])[] = [
  ['text', 'font-size:13px;font-variant-numeric:tabular-nums'],
  ['.tick', 'font-size:12px'],
  ['.name,.value', 'font-size:15px'],
  ['.strong,.label', 'font-weight:550'],
  ['.bold', 'font-weight:650'],
  ['.label,.halo', 'paint-order:stroke;stroke-width:3px;stroke-linejoin:round'],
  ['.grid,.axis,.frame', 'stroke-width:1;fill:none'],
  ['.iv9', 'stroke-width:2'],
  ['.iv5', 'stroke-width:5'],
  ['.ring', 'stroke-width:2.2'],
  ['.mark', 'stroke-width:2.5'],
  ['.net', 'stroke-width:2.5'],
  ['.rule-ink', 'stroke-width:1.4'],
  ['.cross', 'stroke-width:2.4;fill:none'],
  ['.curve', 'stroke-width:2.4;fill:none;stroke-linejoin:round'],
  ['.dashed', 'stroke-width:1.6;stroke-dasharray:5 4'],
  ['.curve.dashed', 'stroke-width:2'],
  ['.limit', 'stroke-width:1;fill:none;opacity:.8'],
  ['.limit.ink', 'stroke-width:2;opacity:1'],
  ['.band', 'opacity:.45'],
  ['.hollow', 'stroke-width:1.6'],
  ['.hatch', 'fill:url(#missing)'],
];

const under = (selectors: string, scope: string): string =>
  selectors
    .split(',')
    .map((one) => `${scope}${one}`)
    .join(',');

/** The style sheet of a file: light, dark, or as its reader prefers. */
export function fileStyle(mode: 'light' | 'dark' | 'either' = 'either'): string {
  const painted = (side: 0 | 1): string => PAINT.map(([selectors, property, token]) => `${selectors}{${property}:${TOKENS[token][side]}}`).join('');
  const shapes = SHAPE.map(([selectors, rules]) => `${selectors}{${rules}}`).join('');
  const base = `${shapes}${painted(mode === 'dark' ? 1 : 0)}`;
  return mode === 'either' ? `${base}@media (prefers-color-scheme:dark){${painted(1)}}` : base;
}

/** The same for pages, in `src/web/styles/chart.css`. */
export function pageStyle(): string {
  const rules = [
    ...SHAPE.map(
      ([selectors, text]) => `${under(selectors, '.chart ')} { ${text.replaceAll(':', ': ').replaceAll(';', '; ').replaceAll('url(# ', 'url(#')}; }`,
    ),
    ...PAINT.map(([selectors, property, token]) => `${under(selectors, '.chart ')} { ${property}: var(--${token}); }`),
  ];
  return `/* Written by src/charts/classes.ts; a test holds the two together. */\n${rules.join('\n')}\n`;
}
