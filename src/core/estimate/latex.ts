import type { Fit } from './fit.ts';

const escaped = (text: string): string =>
  text.replaceAll(/[\\{}_#$%^&~]/g, (mark) =>
    mark === '\\' ? '\\textbackslash{}' : mark === '~' ? '\\textasciitilde{}' : mark === '^' ? '\\textasciicircum{}' : `\\${mark}`,
  );

const number = (value: number): string => (Number.isFinite(value) ? value.toFixed(3).replace('-', '$-$') : '--');

/**
 * A table for a paper: regressors down, equations across, standard errors in parentheses below the estimates.
 * @param se standard errors that take the place of the fit's, as from a bootstrap
 */
export function latexTable({ prepared, coefficients, logLik, n }: Fit, se?: readonly number[]): string {
  const cells = prepared.parameters.map((parameter, index) => ({
    ...parameter,
    regressor: parameter.regressor === '' ? parameter.equation : parameter.regressor,
    equation: parameter.regressor === '' ? '' : parameter.equation,
    estimate: coefficients[index]?.estimate ?? Number.NaN,
    se: se?.[index] ?? coefficients[index]?.se ?? Number.NaN,
  }));
  const equations = [...new Set(cells.map(({ equation }) => equation))];
  const regressors = [...new Set(cells.map(({ regressor }) => regressor))];
  const line = (first: string, rest: readonly string[]): string => `${[first, ...rest].join(' & ')} \\\\`;
  const body = regressors.flatMap((regressor) => {
    const found = equations.map((equation) => cells.find((cell) => cell.regressor === regressor && cell.equation === equation));
    return [
      line(
        escaped(regressor),
        found.map((cell) => (cell === undefined ? '' : number(cell.estimate))),
      ),
      line(
        '',
        found.map((cell) => (cell === undefined ? '' : `(${number(cell.se)})`)),
      ),
    ];
  });
  return [
    `\\begin{tabular}{l${'r'.repeat(equations.length)}}`,
    '\\hline',
    ...(equations.length === 1 && equations[0] === '' ? [] : [line('', equations.map(escaped)), '\\hline']),
    ...body,
    '\\hline',
    `\\multicolumn{${equations.length + 1}}{l}{${escaped(prepared.request.model)}, log-likelihood ${number(logLik)}, $N = ${n}$} \\\\`,
    '\\hline',
    '\\end{tabular}',
    '',
  ].join('\n');
}
