import { useMemo } from 'react';
import type { Answer } from '../compute/useAssessment.ts';
import { BALANCE_KEY, balanceChart, balanceFinding, balanceTable, hiddenMembers, type BalanceRow } from '../../charts/balance.ts';
import { CREDIBILITY_KEY, credibilityChart, credibilityTable } from '../../charts/credibility.ts';
import { DETERRENCE_KEY, deterrenceChart, deterrenceFinding, deterrenceTable } from '../../charts/deterrence.ts';
import { responseChart, responseFinding, responseTable, RULE_WORDS } from '../../charts/response.ts';
import { SURVIVAL_KEY, survivalChart, survivalFinding, survivalTable } from '../../charts/survival.ts';
import { influenceFigure, TORNADO_OF, tornadoChart, tornadoFinding, tornadoKey, tornadoTable } from '../../charts/tornado.ts';
import { credibilityFigure, credibilityFinding, sourceLines } from '../../explain/assessment-figures.ts';
import { COMPARED_RULES } from '../../core/assess/response-curve.ts';
import { Figure } from '../figure/Figure.tsx';
import { countWord } from '../fight/words.ts';
import { Ledger } from './Ledger.tsx';
import { parameterName } from '../../explain/parameter-names.ts';
import { RestsOn } from './RestsOn.tsx';
import type { AssessSearch } from './search.ts';
import type { WhyContext } from '../../explain/why.ts';
import { WinSet } from './WinSet.tsx';

interface Props {
  readonly context: WhyContext;
  readonly answer: Answer;
  readonly search: AssessSearch;
  readonly member: string | null;
  readonly catalog: string;
  readonly onChange: (changes: Partial<AssessSearch>) => void;
  readonly onWhy: (id: string) => void;
}

/** The figures of an assessment, each with its question, finding, source line and table. */
export function Figures({ context, answer, search, member, catalog, onChange, onWhy }: Props) {
  const { found, assessment, whole, treaty, facts, nameOf, label } = context;
  const table = (name: string) => ({
    name,
    asTable: search.tables.includes(name),
    onTable: (shown: boolean) => onChange({ tables: shown ? [...search.tables, name] : search.tables.filter((one) => one !== name) }),
    onWhy,
  });
  const year = search.date.slice(0, 4);
  const lines = sourceLines(assessment, { year, contingencies: whole?.contingencies.length ?? 0, label, title: found.title });
  return (
    <div className="figures">
      <Deterrence {...table('deterrence')} context={context} source={lines.deterrence} />
      <Credibility {...table('credibility')} context={context} source={lines.credibility} />
      {whole ? <Balance {...table('balance')} context={context} search={search} member={member} onChange={onChange} source={lines.balance} /> : null}
      {answer.bargain && whole ? (
        <WinSet
          {...table('winset')}
          bargain={answer.bargain}
          whole={whole}
          nameOf={nameOf}
          quota={search.quota}
          onQuota={(quota) => onChange({ quota })}
          source={lines.winset}
        />
      ) : null}
      {answer.response ? <Response {...table('response')} context={context} search={search} onChange={onChange} source={lines.response} /> : null}
      {answer.survival ? (
        <Survival {...table('survival')} context={context} whole={whole} onChange={onChange} from={Number(year)} source={lines.survival} />
      ) : null}
      {answer.influences && answer.headline ? (
        <Tornado {...table('tornado')} answer={answer} search={search} onChange={onChange} source={lines.tornado} />
      ) : null}
      <RestsOn assessment={assessment} whole={whole} found={found} facts={facts} articles={treaty.obligations.length} catalog={catalog} nameOf={nameOf} />
    </div>
  );
}

interface Shown {
  readonly name: string;
  readonly asTable: boolean;
  readonly onTable: (shown: boolean) => void;
  readonly onWhy: (id: string) => void;
  readonly source: string;
  readonly context: WhyContext;
}

function Deterrence({ context: { found }, ...shown }: Shown) {
  const draw = useMemo(() => (width: number) => deterrenceChart(found, width), [found]);
  return (
    <Figure
      {...shown}
      span={6}
      question="Does it deter?"
      finding={deterrenceFinding(found, 'It')}
      keys={DETERRENCE_KEY}
      draw={draw}
      table={deterrenceTable(found)}
    />
  );
}

function Credibility({ context: { found, assessment, treaty, nameOf }, ...shown }: Shown) {
  const data = useMemo(() => credibilityFigure(found, assessment.members, treaty.id, nameOf), [found, assessment, treaty, nameOf]);
  const draw = useMemo(() => (width: number) => credibilityChart(data, width), [data]);
  return (
    <Figure
      {...shown}
      span={6}
      question="Who would honor it?"
      finding={credibilityFinding(found, treaty.id)}
      keys={CREDIBILITY_KEY}
      draw={draw}
      table={credibilityTable(data)}
    />
  );
}

function Balance({
  context: { whole, nameOf },
  search,
  member,
  onChange,
  ...shown
}: Shown & { readonly search: AssessSearch; readonly member: string | null; readonly onChange: Props['onChange'] }) {
  const data = useMemo(
    () => ({ members: (whole?.balance ?? []).map((one) => ({ ...one, name: nameOf(one.state) })), selected: member ?? undefined, all: search.all }),
    [whole, member, search.all, nameOf],
  );
  const draw = useMemo(() => (width: number) => balanceChart(data, width), [data]);
  const chosen = data.members.find(({ state }) => state === member);
  const hidden = hiddenMembers(data);
  return (
    <Figure
      {...shown}
      span={12}
      question="What is it worth to each member?"
      finding={balanceFinding(data)}
      keys={BALANCE_KEY}
      note="Gains run right, costs run back; where they stop is the net. Thin bar: 90% of draws."
      draw={draw}
      table={balanceTable(data)}
      over={(chart) =>
        'rows' in chart && Array.isArray(chart.rows)
          ? chart.rows.map((row: BalanceRow) => (
              <button
                key={row.state}
                type="button"
                className="rowhit"
                aria-pressed={row.state === member}
                aria-label={`Ledger of ${row.name}`}
                style={{ top: row.y, height: row.height }}
                onClick={() => onChange({ member: row.state })}
              />
            ))
          : null
      }
      beside={chosen ? <Ledger member={chosen} name={chosen.name} onWhy={shown.onWhy} /> : null}
      below={
        hidden > 0 || search.all ? (
          <p className="src">
            <button type="button" className="lnk" onClick={() => onChange({ all: !search.all })}>
              {search.all ? 'Show the first fourteen' : `Show ${countWord(hidden)} more`}
            </button>
          </p>
        ) : null
      }
    />
  );
}

function Response({ context: { response }, search, onChange, ...shown }: Shown & { readonly search: AssessSearch; readonly onChange: Props['onChange'] }) {
  const data = useMemo(() => (response === null ? null : { curve: response, beside: search.beside }), [response, search.beside]);
  const draw = useMemo(() => (width: number) => (data === null ? { width, height: 0, drawing: [], hits: [] } : responseChart(data, width)), [data]);
  if (data === null) return null;
  return (
    <Figure
      {...shown}
      span={6}
      question="Would help come in time?"
      finding={responseFinding(data)}
      note="Share of the promised strength in place; band is 90% of draws"
      draw={draw}
      table={responseTable(data)}
      controls={
        <label className="inline-field">
          <span>Compared with</span>
          <select
            className="select"
            value={search.beside}
            onChange={(event) => onChange({ beside: COMPARED_RULES.find((rule) => rule === event.target.value) ?? 'unanimity' })}
          >
            {COMPARED_RULES.map((rule) => (
              <option key={rule} value={rule}>
                {RULE_WORDS[rule]}
              </option>
            ))}
          </select>
        </label>
      }
    />
  );
}

function Survival({
  context: { survival, nameOf, assessment },
  whole,
  onChange,
  from,
  ...shown
}: Shown & { readonly whole: WhyContext['whole']; readonly onChange: Props['onChange']; readonly from: number }) {
  const data = useMemo(() => (survival === null ? null : { fan: survival, name: nameOf(survival.state), from }), [survival, from, nameOf]);
  const draw = useMemo(() => (width: number) => (data === null ? { width, height: 0, drawing: [], hits: [] } : survivalChart(data, width)), [data]);
  if (data === null) return null;
  return (
    <Figure
      {...shown}
      span={5}
      question="How long does it last?"
      finding={survivalFinding(data)}
      keys={SURVIVAL_KEY}
      draw={draw}
      table={survivalTable(data)}
      controls={
        <label className="inline-field">
          <span>Member</span>
          <select className="select" value={data.fan.state} onChange={(event) => onChange({ member: event.target.value })}>
            {(whole ?? assessment).members.map((state) => (
              <option key={state} value={state}>
                {nameOf(state)}
              </option>
            ))}
          </select>
        </label>
      }
    />
  );
}

function Tornado({
  answer,
  search,
  onChange,
  ...shown
}: Omit<Shown, 'context'> & { readonly answer: Answer; readonly search: AssessSearch; readonly onChange: Props['onChange'] }) {
  const { influences, headline } = answer;
  const of = headline === null || Number.isNaN(headline[search.hangs]) ? ('spared' as const) : search.hangs;
  const data = useMemo(
    () => (influences === null || headline === null ? null : influenceFigure(influences, headline, of, parameterName)),
    [influences, headline, of],
  );
  const draw = useMemo(() => (width: number) => (data === null ? { width, height: 0, drawing: [], hits: [] } : tornadoChart(data, width)), [data]);
  if (data === null) return null;
  return (
    <Figure
      {...shown}
      span={7}
      question={`What does it hang on: ${TORNADO_OF[of]}?`}
      finding={tornadoFinding(data)}
      keys={tornadoKey(data)}
      draw={draw}
      table={tornadoTable(data)}
      controls={
        <label className="inline-field">
          <span>Number</span>
          <select
            className="select"
            value={of}
            onChange={(event) =>
              onChange({ hangs: event.target.value === 'difference' ? 'difference' : event.target.value === 'spared' ? 'spared' : 'honors' })
            }
          >
            {Object.entries(TORNADO_OF).map(([id, text]) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        </label>
      }
    />
  );
}
