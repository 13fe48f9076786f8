import type { MemberAssessment } from '../../core/assess/assessment.ts';
import { partsOf } from '../../charts/balance.ts';
import { signed } from '../../charts/numbers.ts';

interface Props {
  readonly member: MemberAssessment;
  readonly name: string;
  readonly onWhy: (id: string) => void;
}

/** One member's balance as a column that adds up to the digit. */
export function Ledger({ member, name, onWhy }: Props) {
  const { state, net, outlook } = member;
  const number = (text: string, id: string, label: string) => (
    <button type="button" className="n" aria-label={`${label}: ${text}, why`} onClick={() => onWhy(id)}>
      {text}
    </button>
  );
  const parts = rounded(partsOf(member).map((part) => part.value));
  const clear = net.low !== undefined && net.high !== undefined && (net.low > 0 || net.high < 0);
  return (
    <div className="led">
      <h3>{name}: how the bar adds up</h3>
      <table>
        <tbody>
          {partsOf(member).map(({ id, title, mark }, i) => (
            <tr key={id}>
              <td>
                <i className={`k-${mark}`} aria-hidden="true" />
              </td>
              <th scope="row">{title}</th>
              <td className="num">
                {(id === 'pooling' || id === 'burden') && member.pooling === undefined
                  ? 'missing'
                  : number(signed(parts[i] ?? 0), `part:${state}:${id}`, title)}
              </td>
            </tr>
          ))}
          <tr className="sum">
            <td />
            <th scope="row">Net, % of own GDP a year</th>
            <td className="num">{number(signed(parts.reduce((sum, value) => sum + value, 0)), `net:${state}`, 'Net')}</td>
          </tr>
        </tbody>
      </table>
      <p className="src">
        {net.low !== undefined && net.high !== undefined
          ? `90% of draws: ${signed(net.low)} to ${signed(net.high)}. ${clear ? 'Clear of zero.' : 'Zero is inside the interval.'} `
          : ''}
        {outlook ? `Lock-in, told apart: ${signed(-outlook.lockIn.yearly)}. ` : ''}
        Strings attached are not priced.
        {member.pooling === undefined ? ' Pooling and burden: figures on spending are missing.' : ''}
      </p>
    </div>
  );
}

/** Parts in hundredths that sum to the rounded total: what is over goes to the largest remainder. */
export function rounded(values: readonly number[]): number[] {
  const scaled = values.map((value) => value * 100);
  const whole = scaled.map(Math.floor);
  const total = Math.round(scaled.reduce((sum, value) => sum + value, 0));
  let over = total - whole.reduce((sum, value) => sum + value, 0);
  const order = scaled.map((value, i) => ({ i, rest: value - Math.floor(value) })).toSorted((a, b) => b.rest - a.rest);
  for (const { i } of order) {
    if (over <= 0) break;
    whole[i] = (whole[i] ?? 0) + 1;
    over -= 1;
  }
  return whole.map((value) => value / 100 + 0);
}
