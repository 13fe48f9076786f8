import { DIFFERENCE_KEY, differenceChart, laneChart, sideChart, sideKey, sideTable } from '../../charts/side-by-side.ts';
import type { Comparison } from '../../core/explore/compare.ts';
import { CASE_NUMBERS, caseFigure, memberLanes, sayDifference, sayValue, wholeFigure } from '../../explain/compare-figures.ts';
import { Figure } from '../figure/Figure.tsx';
import type { CompareSearch } from './search.ts';

interface Props {
  readonly found: Comparison;
  readonly search: CompareSearch;
  readonly source: string;
  readonly nameOf: (state: string) => string;
  readonly titleOf: (contingency: string) => string;
  readonly onTable: (figure: string) => (shown: boolean) => void;
  readonly onChange: (changes: Partial<CompareSearch>) => void;
}

/** Members drawn; the table has all. */
const SHOWN = 14;

export function CompareFigures({ found, search, source, nameOf, titleOf, onTable, onChange }: Props) {
  const whole = wholeFigure(found);
  const [first, ...others] = found.subjects;
  const subject = Math.min(search.beside, Math.max(1, others.length));
  const beside = found.subjects[subject];
  const asTable = (name: string): boolean => search.tables.includes(name);
  const members = memberLanes(found, subject, nameOf);
  const drawn = members
    .flatMap(({ name, row }) => {
      const of = row.differences[subject] ?? null;
      return of === null ? [] : [{ name, of, text: sayDifference('% of GDP')(of.value) }];
    })
    .slice(0, SHOWN);
  const cases = caseFigure(found, search.number, titleOf);
  const say = sayValue('% of GDP');
  const better = drawn.filter(({ of }) => (of.low ?? of.value) > 0).length;
  const worse = drawn.filter(({ of }) => (of.high ?? of.value) < 0).length;
  return (
    <>
      <Figure
        name="numbers"
        span={6}
        question="What does each do?"
        finding={`${found.subjects.length} treaties, each by itself`}
        keys={sideKey(whole)}
        note="Each number on a scale of its own; the line stands at nothing."
        draw={(width) => sideChart(whole, width)}
        table={sideTable(whole)}
        source={source}
        asTable={asTable('numbers')}
        onTable={onTable('numbers')}
      />
      <Figure
        name="differences"
        span={6}
        question={`More or less than the first? Against ${first?.label ?? ''}`}
        finding={`${whole.rows.filter(({ differences }) => differences.slice(1).some(sure)).length} of ${whole.rows.length} differences are told apart from none`}
        keys={DIFFERENCE_KEY}
        note="Taken draw by draw: not the difference of the ranges."
        draw={(width) => differenceChart(whole, width)}
        table={sideTable(whole)}
        source={source}
        asTable={asTable('differences')}
        onTable={onTable('differences')}
      />
      <Figure
        name="members"
        span={6}
        question={`To whom is it worth more? ${beside?.label ?? ''}, against ${first?.label ?? ''}`}
        finding={
          drawn.length === 0
            ? 'They have no member in common'
            : better + worse === 0
              ? `The draws cannot tell for ${drawn.length === 1 ? (drawn[0]?.name ?? '') : `any of ${drawn.length}`}`
              : `${better} of ${drawn.length} better off, ${worse} worse off${better + worse === drawn.length ? '' : '; the rest cannot be told'}`
        }
        keys={DIFFERENCE_KEY}
        note="% of own GDP a year."
        controls={
          others.length > 1 ? (
            <label className="inline-field">
              <span>Against the first</span>
              <select className="select" value={subject} onChange={(event) => onChange({ beside: Number(event.target.value) })}>
                {others.map(({ label }, i) => (
                  <option key={label} value={i + 1}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          ) : undefined
        }
        draw={(width) => laneChart(drawn, width)}
        table={{
          head: ['Member', ...found.subjects.map(({ label }) => label), 'Difference', '90%'],
          rows: members.map(({ name, row }) => {
            const difference = row.differences[subject] ?? null;
            const range = difference?.low === undefined || difference.high === undefined ? '' : `${say(difference.low)} to ${say(difference.high)}`;
            return [
              name,
              ...row.values.map((one) => (one === null ? 'no member' : say(one.value))),
              difference === null ? '' : sayDifference('% of GDP')(difference.value),
              range,
            ];
          }),
        }}
        source={source}
        asTable={asTable('members')}
        onTable={onTable('members')}
      />
      <Figure
        name="cases"
        span={6}
        question={`How likely is ${CASE_NUMBERS[search.number]}, contingency by contingency?`}
        finding={
          cases.rows.length === 0
            ? 'No contingency challenges a member of each'
            : `${cases.rows.length} ${cases.rows.length === 1 ? 'contingency' : 'contingencies'} that all can be asked`
        }
        keys={sideKey(cases)}
        controls={
          <label className="inline-field">
            <span>Chance of</span>
            <select
              className="select"
              value={search.number}
              onChange={(event) => onChange({ number: event.target.value === 'war' || event.target.value === 'challenge' ? event.target.value : 'prevail' })}
            >
              {Object.entries(CASE_NUMBERS).map(([id, text]) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        }
        draw={(width) => sideChart(cases, width)}
        table={sideTable(cases)}
        source={source}
        asTable={asTable('cases')}
        onTable={onTable('cases')}
      />
    </>
  );
}

const sure = (one: { readonly low?: number; readonly high?: number } | null): boolean =>
  one !== null && one.low !== undefined && one.high !== undefined && (one.low > 1e-9 || one.high < -1e-9);
