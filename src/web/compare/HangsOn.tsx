import { SHARES_KEY, sharesChart, sharesFinding, sharesTable, type SharesFigure } from '../../charts/shares.ts';
import { tornadoChart, tornadoFinding, tornadoKey, tornadoTable, type TornadoFigure } from '../../charts/tornado.ts';
import { WHOLE_ANSWERS } from '../../core/assess/answers.ts';
import type { Sensitivity } from '../../core/explore/sensitivity/sensitivity.ts';
import { sayDifference, sayValue } from '../../explain/compare-figures.ts';
import { parameterName } from '../../explain/parameter-names.ts';
import { turnsInWords } from '../../explain/turns.ts';
import { ComputeBar } from '../assessment/ComputeBar.tsx';
import type { Exploring } from '../compute/useExploration.ts';
import { Figure } from '../figure/Figure.tsx';
import type { CompareSearch, Hangs } from './search.ts';

interface Props {
  readonly search: CompareSearch;
  /** Names of the first two treaties. */
  readonly names: readonly string[];
  readonly members: readonly string[];
  readonly nameOf: (state: string) => string;
  readonly answer: Exploring<Sensitivity> & { readonly stop: () => void };
  readonly source: string;
  readonly onTable: (figure: string) => (shown: boolean) => void;
  readonly onChange: (changes: Partial<CompareSearch>) => void;
}

const PARTS: Readonly<Record<string, string>> = { tornado: 'assumptions moved', 'break-even': 'assumptions searched', Sobol: 'rows drawn' };

/** What an answer of one treaty, or the difference between two, hangs on: asked for, as it takes a while. */
export function HangsOn({ search, names, members, nameOf, answer, source, onTable, onChange }: Props) {
  const { found } = answer;
  const [one = 'The first', two] = names;
  const whose: readonly (readonly [Hangs, string])[] = [
    ['first', one],
    ...(two === undefined
      ? []
      : ([
          ['second', two],
          ['difference', `${two}, less ${one}`],
        ] as const)),
  ];
  return (
    <>
      <section className="fig c12 hangs" aria-label="What it hangs on">
        <p className="q">What does an answer hang on?</p>
        <h2>{search.hangs === null ? 'Asked for one answer at a time, as it takes a while' : answerName(search.of, nameOf)}</h2>
        <div className="hangs-ask">
          <label className="inline-field">
            <span>Answer</span>
            <select className="select" value={search.of} onChange={(event) => onChange({ of: event.target.value })}>
              {Object.keys(WHOLE_ANSWERS).map((id) => (
                <option key={id} value={id}>
                  {answerName(id, nameOf)}
                </option>
              ))}
              {members.map((state) => (
                <option key={state} value={`net:${state}`}>
                  {answerName(`net:${state}`, nameOf)}
                </option>
              ))}
            </select>
          </label>
          <label className="inline-field">
            <span>Whose</span>
            <select
              className="select"
              value={search.hangs ?? 'none'}
              onChange={({ target: { value } }) => onChange({ hangs: value === 'first' || value === 'second' || value === 'difference' ? value : null })}
            >
              <option value="none">Choose to ask</option>
              {whose.map(([id, text]) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        </div>
        {search.hangs === null ? null : (
          <ComputeBar
            status={answer.status}
            done={answer.status === 'stopped' ? (found?.sobol?.rows ?? found?.tornado.length ?? 0) : answer.done}
            total={answer.status === 'stopped' ? (found?.sobol === undefined ? answer.total : search.samples) : answer.total}
            since={answer.since}
            onStop={answer.stop}
            unit={answer.status === 'stopped' ? (found?.sobol === undefined ? 'assumptions' : 'rows') : (PARTS[answer.part] ?? 'pieces')}
            stopped="What was done is shown."
          />
        )}
        {answer.fault === null ? null : <p className="callout">{answer.fault}</p>}
        {found === null || search.hangs === null ? null : <TurnList sentences={turnsInWords(found)} held={!answer.fresh} />}
      </section>
      {found === null || search.hangs === null ? null : (
        <Found found={found} isDifference={search.hangs === 'difference'} search={search} source={source} onTable={onTable} />
      )}
    </>
  );
}

function answerName(of: string, nameOf: (state: string) => string): string {
  const [kind, state] = of.split(':');
  if (state !== undefined) return kind === 'net' ? `What it is worth to ${nameOf(state)}` : `Chance that ${nameOf(state)} comes`;
  return SHORT[of] ?? of;
}

const SHORT: Readonly<Record<string, string>> = {
  spared: 'Challenges it spares',
  'wars-spared': 'Wars it spares',
  honors: 'Chance that those it binds come',
  difference: 'What it adds to that chance',
  prevail: "Chance that the target's side prevails",
  prevails: 'What it adds to that chance of prevailing',
  abandonment: 'Promised strength that does not come',
  entrapment: 'States it draws in',
};

/** Sentences shown before the rest is folded away. */
const SENTENCES = 5;

function TurnList({ sentences, held }: { readonly sentences: readonly string[]; readonly held: boolean }) {
  const [shown, rest] = [sentences.slice(0, SENTENCES), sentences.slice(SENTENCES)];
  const list = (some: readonly string[]) => (
    <ul className={held ? 'turns held' : 'turns'}>
      {some.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
  return (
    <>
      {list(shown)}
      {rest.length === 0 ? null : (
        <details>
          <summary>{rest.length} more turn it</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

interface FoundProps extends Pick<Props, 'search' | 'source' | 'onTable'> {
  readonly found: Sensitivity;
  readonly isDifference: boolean;
}

function Found({ found, isDifference, search, source, onTable }: FoundProps) {
  const tornado: TornadoFigure = {
    bars: found.tornado.map((bar) => ({ ...bar, parameter: bar.id })),
    central: found.central,
    say: isDifference ? sayDifference(found.unit) : sayValue(found.unit),
    nameOf: parameterName,
    opens: false,
  };
  const shares: SharesFigure | null =
    found.sobol === undefined
      ? null
      : {
          groups: found.sobol.groups.map(({ id, names, first, total, always }) => ({
            name: names.length > 1 ? `${parameterName(id)}, ${names.length} together` : parameterName(id),
            first,
            total,
            always,
          })),
        };
  return (
    <>
      <Figure
        name="tornado"
        span={7}
        question="One assumption at a time: what moves it?"
        finding={tornadoFinding(tornado)}
        keys={tornadoKey(tornado)}
        draw={(width) => tornadoChart(tornado, width)}
        table={tornadoTable(tornado)}
        source={source}
        asTable={search.tables.includes('tornado')}
        onTable={onTable('tornado')}
      />
      {shares === null ? null : (
        <Figure
          name="shares"
          span={5}
          question="All together: whose part of the variance is it?"
          finding={sharesFinding(shares)}
          keys={SHARES_KEY}
          note={`${found.sobol?.rows ?? 0} rows, ${(found.sobol?.evaluations ?? 0).toLocaleString('en-US')} runs.`}
          draw={(width) => sharesChart(shares, width)}
          table={sharesTable(shares)}
          source={`Sobol indices, Saltelli's design; what was estimated together is one group. ${source}`}
          asTable={search.tables.includes('shares')}
          onTable={onTable('shares')}
        />
      )}
    </>
  );
}
