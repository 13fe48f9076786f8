import type { Duty } from '../../core/law/types.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { clauseLabel } from '../fight/cite.ts';
import { chanceLede, lede, stepTitle, stepWhen } from '../fight/lede.ts';
import { countStates, dutyRows, freeRows } from '../fight/rows.ts';
import type { DutyRow, FreeRow } from '../fight/rows.ts';
import type { FightSearch } from '../fight/search.ts';
import { HELP } from '../fight/story.ts';
import type { Story } from '../fight/story.ts';
import { ACTION_NOUN, capital, COPY, inSentence, nameOf, REASON_WORDS, thinCopy } from '../fight/words.ts';
import { Swatch } from '../map/Marks.tsx';
import type { Chance, Likely } from '../fight/chances.ts';
import { Because } from './Because.tsx';
import { ChanceList } from './ChanceList.tsx';
import { ChoiceBar } from './ChoiceBar.tsx';
import { Conflicts } from './Conflicts.tsx';
import { NoTreaty, uninvolved } from './NoTreaty.tsx';
import { Tabs } from './Tabs.tsx';
import { VerdictRow } from './VerdictRow.tsx';

/** Fewer treaties in force than this is a thin catalog. */
const THIN = 5;

interface Props {
  readonly story: Story;
  readonly search: FightSearch;
  readonly index: number;
  /** What is likely at each event up to this step; empty where nobody asked. */
  readonly likely: readonly Likely[];
  readonly chances: ReadonlyMap<string, Chance>;
  readonly onChange: (changes: Partial<FightSearch>) => void;
}

/** How much is left to the state bound: told of help, not of restraint and consultation, which leave no choice of means. */
function terms({ action, automaticity, onRequest }: Duty): string[] {
  return [...(HELP.includes(action) ? [automaticity] : []), ...(onRequest ? ['on request'] : [])];
}

/** The answer in words: what a step brings, who owes what and why, and why the rest are free. */
export function VerdictPanel({ story, search, index, likely, chances, onChange }: Props) {
  const { engine } = useLoaded();
  const step = story.steps[index];
  if (!step) return null;
  const date = step.date ?? story.event.date;
  const chance = search.show === 'chance';
  const name = (id: string): string => capital(nameOf(engine.world, id, date));
  const clause = ({ treaty, article }: { readonly treaty: string; readonly article: string }): string => clauseLabel(engine.treaty(treaty), treaty, article);
  const alliesOf = (id: string): string => (engine.treaty(id)?.form === 'alliance' ? 'allies' : 'states');
  const duties = dutyRows(step);
  const unbound = freeRows(step);
  const free = unbound.filter((row) => !row.owesLess);
  const less = unbound.filter((row) => row.owesLess);
  const rest = uninvolved(step, engine, date);
  const inForce = engine.law.inForce(date).length;
  const why = (key: string, keys: readonly string[]) => ({
    open: search.why !== null && keys.includes(search.why),
    onWhy: () => onChange({ why: search.why !== null && keys.includes(search.why) ? null : key }),
  });
  const select = (state: string): void => onChange({ sel: search.sel === state ? null : state });

  const because = (key: string, { treaty, article, obligation, because: sentences, contested }: DutyRow['duty'] | FreeRow['notOwed']) => (
    <Because id={`because-${key}`} treaty={treaty} article={article} obligation={obligation} because={sentences} contested={contested} date={date} />
  );
  const dutyRow = (row: DutyRow) => {
    const { duty } = row;
    const noun = `${inSentence(engine.world, duty.toward, date)} ${ACTION_NOUN[duty.action]}`;
    return (
      <VerdictRow
        key={row.key}
        swatch={<Swatch action={duty.action} />}
        states={row.states}
        noun={alliesOf(duty.treaty)}
        verb={{ one: `owes ${noun}`, many: `owe ${noun}` }}
        status={story.mode === 'likely' && row.status === 'refused' ? 'unlikely' : row.status}
        meta={[clause(duty), ...terms(duty), ...(duty.contested ? ['contested'] : [])].join(' · ')}
        selected={search.sel !== null && row.states.includes(search.sel)}
        nameOf={name}
        onSelect={select}
        {...why(row.key, row.keys)}
      >
        {because(row.key, duty)}
      </VerdictRow>
    );
  };
  const freeRow = (row: FreeRow) => {
    const one = row.notOwed;
    const toward = inSentence(engine.world, one.toward, date);
    return (
      <VerdictRow
        key={row.key}
        swatch={<span className="sw free" aria-hidden="true" />}
        states={row.states}
        noun={alliesOf(one.treaty)}
        verb={
          row.owesLess ? { one: `owes ${toward} no help`, many: `owe ${toward} no help` } : { one: `owes ${toward} nothing`, many: `owe ${toward} nothing` }
        }
        status=""
        meta={[clause(one), REASON_WORDS[one.reason], ...(one.contested ? ['contested'] : [])].join(' · ')}
        selected={search.sel !== null && row.states.includes(search.sel)}
        nameOf={name}
        onSelect={select}
        {...why(row.key, row.keys)}
      >
        {because(row.key, one)}
      </VerdictRow>
    );
  };
  const fresh = duties.filter((row) => row.fresh);
  const older = duties.filter((row) => !row.fresh);

  return (
    <>
      <div aria-live="polite">
        <h2>
          {stepWhen(step)}: {stepTitle(story, step, engine.world)}
        </h2>
        <p className="lede">
          {chance
            ? likely.some(({ found }) => found === null)
              ? 'Computing…'
              : chanceLede(chances.values(), story, engine.world)
            : lede(story, step, index, engine.world)}
        </p>
        {step.note ? <p className="src">{step.note}</p> : null}
      </div>
      {!chance && story.mode === 'likely' ? <Computing likely={likely} /> : null}
      {inForce > 0 && inForce < THIN ? <div className="callout">{thinCopy(inForce)}</div> : null}
      {story.mode === 'choices' ? <ChoiceBar story={story} search={search} onChange={onChange} /> : null}
      <Tabs
        label="Verdicts"
        active={search.tab}
        onChange={(tab) => onChange({ tab })}
        tabs={[
          chance ? { id: 'owes', label: 'Might come', count: chances.size } : { id: 'owes', label: 'Owes', count: countStates(duties) },
          { id: 'free', label: 'Allied, owes nothing', count: countStates(free) },
          { id: 'none', label: 'No treaty', count: rest.length },
        ]}
      />
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${search.tab}`}>
        {search.tab === 'owes' && chance ? (
          <ChanceList step={step} likely={likely} chances={chances} sel={search.sel} why={search.why} onChange={onChange} />
        ) : search.tab === 'owes' ? (
          <>
            <Conflicts step={step} onWhy={(key) => onChange({ why: key })} />
            {fresh.length > 0 ? <p className="grp">New at this step</p> : null}
            {fresh.length > 0 ? <ul>{fresh.map(dutyRow)}</ul> : null}
            {duties.length === 0 ? (
              <p className="grp">{COPY.noneOwed}</p>
            ) : fresh.length === 0 ? (
              <p className="grp">Nothing new is owed at this step.</p>
            ) : null}
            {older.length > 0 ? <p className="grp">Owed since an earlier step</p> : null}
            {older.length > 0 ? <ul>{older.map(dutyRow)}</ul> : null}
          </>
        ) : search.tab === 'free' ? (
          <>
            {unbound.length === 0 ? <p className="grp">Every treaty that bears on this step obliges someone.</p> : null}
            {free.length > 0 ? <ul>{free.map(freeRow)}</ul> : null}
            {less.length > 0 ? <p className="grp">Bound to less: these owe something here, but no help</p> : null}
            {less.length > 0 ? <ul>{less.map(freeRow)}</ul> : null}
          </>
        ) : (
          <NoTreaty states={rest} step={step} nameOf={name} onSelect={select} />
        )}
      </div>
      <p className="src foot">
        {inForce} of {engine.catalog.treaties.length} treaties of catalog {engine.catalog.version.slice(0, 7)} are in force on this date; each verdict names its
        treaty, article and source.
      </p>
      <p className="src print-only">{typeof location === 'undefined' ? '' : location.href}</p>
    </>
  );
}

/** The likely cascade, while it is computed or where it cannot be. */
function Computing({ likely }: { readonly likely: readonly Likely[] }) {
  const found = likely[0]?.found;
  if (found === null || found === undefined)
    return (
      <p className="grp" role="status">
        Computing…
      </p>
    );
  return typeof found === 'string' ? (
    <div className="callout" role="status">
      {capital(found)} {COPY.noChance}
    </div>
  ) : null;
}
