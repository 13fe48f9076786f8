import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { formatDate } from '../../core/states/dates.ts';
import type { Engine } from '../data/engine.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import type { Roles } from '../fight/roles.ts';
import type { FightSearch } from '../fight/search.ts';
import type { Story, StoryStep } from '../fight/story.ts';
import { stepTitle, stepWhen } from '../fight/lede.ts';
import type { FightTable } from '../fight/table.ts';
import { COPY, inSentence, kindVerb, listOf } from '../fight/words.ts';
import { SaveFigure } from '../figure/SaveFigure.tsx';
import { areasInPlay, drawArea } from '../map/areas.ts';
import { Legend } from '../map/Legend.tsx';
import { MapFigure } from '../map/MapFigure.tsx';
import { VerdictTable } from '../table/VerdictTable.tsx';

interface Props {
  readonly story: Story | null;
  readonly step: StoryStep | null;
  readonly roles: Roles;
  readonly index: number;
  readonly date: string;
  readonly headline: string;
  readonly table: FightTable | null;
  /** What the figure says, in sentences. */
  readonly finding: string;
  readonly search: FightSearch;
  readonly filling: boolean;
  readonly hold: boolean;
  readonly onPick: (state: string) => void;
  readonly onChange: (changes: Partial<FightSearch>) => void;
  readonly children: ReactNode;
}

/** What a saved figure says around the map. */
function captionOf(story: Story, step: StoryStep, finding: string, borders: string, { world, law, catalog }: Engine) {
  const { event } = story;
  const name = (id: string): string => inSentence(world, id, event.date);
  const date = step.date ?? event.date;
  return {
    question: `If ${listOf(event.attackers.map(name))} ${kindVerb(event.kind, event.attackers.length)} ${name(event.target)} on ${formatDate(event.date)}, who would fight?`,
    headline: `${stepWhen(step)}: ${stepTitle(story, step, world)}`,
    finding,
    notes: [
      borders,
      `Source: Foedus catalog ${catalog.version.slice(0, 7)}; ${law.inForce(date).length} of its ${catalog.treaties.length} treaties are in force on this date.`,
    ],
  };
}

/** From this day on the map's borders are those of the day. */
const TODAY = '2011-07-09';

/** The figure: its heading and toggles, map or table, legend, and the cascade below. */
export function Stage({ story, step, roles, index, date, headline, table, finding, search, filling, hold, onPick, onChange, children }: Props) {
  const { engine } = useLoaded();
  const chance = search.show === 'chance';
  const clauses = useMemo(() => {
    const all = step ? areasInPlay(step, engine, date) : [];
    const opened = search.why?.split(':')[2];
    const one = all.filter(({ treaty }) => treaty === opened);
    return one.length > 0 ? one : all;
  }, [step, engine, date, search.why]);
  const areasOff = clauses.length === 0;
  const borders = date < TODAY ? COPY.past : COPY.natural;
  return (
    <section className="stage" aria-label="Figure">
      <div className="bar">
        <h2>
          {chance ? 'Chance that each comes in' : 'Who owes what, by kind of duty'}
          {story ? (
            <small>
              Step {index + 1} of {story.steps.length}
            </small>
          ) : null}
        </h2>
        <label className={`check${areasOff ? ' off' : ''}`} title={areasOff ? COPY.noArea : undefined}>
          <input type="checkbox" checked={search.area && !areasOff} disabled={areasOff} onChange={(event) => onChange({ area: event.target.checked })} />
          Treaty areas
        </label>
        <span className="seg" role="group" aria-label="Color by">
          <button type="button" aria-pressed={!chance} onClick={() => onChange({ show: 'duty' })}>
            Duty
          </button>
          <button type="button" aria-pressed={chance} onClick={() => onChange({ show: 'chance' })}>
            Chance of honoring
          </button>
        </span>
        <span className="seg" role="group" aria-label="View">
          <button type="button" aria-pressed={!search.table} onClick={() => onChange({ table: false })}>
            Map
          </button>
          <button type="button" aria-pressed={search.table} onClick={() => onChange({ table: true })}>
            Table
          </button>
        </span>
      </div>
      {search.table && table ? (
        <VerdictTable
          table={table}
          date={date}
          caption={headline}
          sel={search.sel}
          empty={chance ? COPY.nobodyLikely : 'No treaty binds anyone at this step.'}
        />
      ) : (
        <>
          <MapFigure
            story={story}
            step={step}
            roles={roles}
            date={date}
            headline={headline}
            view={search.view}
            chance={chance}
            sel={search.sel}
            why={search.why}
            areas={({ kind, land }) => (search.area ? clauses.map((clause) => drawArea(clause, engine, land[kind].geography, land[kind].patches, date)) : [])}
            filling={filling}
            hold={hold}
            onPick={onPick}
            onView={(view) => onChange({ view })}
          />
          <p className="src note">
            <span>{borders}</span>
            {story && step && table ? (
              <SaveFigure name={`foedus-${date}`} caption={() => captionOf(story, step, finding, borders, engine)} csv={() => table.csv} />
            ) : null}
          </p>
          <Legend step={step} roles={roles} chance={chance} />
        </>
      )}
      {children}
    </section>
  );
}
