import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { LawEvent } from '../../core/law/types.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { chancesOf, eventsAsked, withChances } from '../fight/chances.ts';
import { clauseLabel, treatyLabel } from '../fight/cite.ts';
import { chanceLede, lede, stepTitle } from '../fight/lede.ts';
import { askedBy, crisisOf, searchOf } from '../fight/question.ts';
import { rolesAt } from '../fight/roles.ts';
import type { Roles } from '../fight/roles.ts';
import { newQuestion } from '../fight/search.ts';
import type { FightSearch } from '../fight/search.ts';
import { tellFirstStep, tellStory } from '../fight/story.ts';
import { chanceTable, verdictTable } from '../fight/table.ts';
import { useChances } from '../fight/useChances.ts';
import { useFight } from '../fight/useFight.ts';
import { COPY } from '../fight/words.ts';
import { Lessons } from '../lessons/Lessons.tsx';
import { Answer } from '../panels/Answer.tsx';
import { Conditions } from '../question/Conditions.tsx';
import { Examples } from '../question/Examples.tsx';
import { Question } from '../question/Question.tsx';
import type { SlotName } from '../question/Question.tsx';
import { CascadeBar } from '../steps/CascadeBar.tsx';
import { usePlayer } from '../steps/usePlayer.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { useHeld } from '../shell/useHeld.ts';
import { Stage } from './Stage.tsx';
import { useFightKeys } from './useFightKeys.ts';

const NO_ROLES: Roles = new Map();
const NO_EVENTS: readonly LawEvent[] = [];

/** "If [A] attacks [B] on [day], who would fight?" */
export function FightPage() {
  const { engine } = useLoaded();
  const { search: settled, faults, push, replace } = useFight();
  const [slot, setSlot] = useState<SlotName | null>(null);
  const [preview, setPreview] = useState<string | null>(null);
  const search = useMemo((): FightSearch => (preview === null ? settled : newQuestion(settled, { date: preview })), [settled, preview]);

  const moving = preview !== null;
  const asked = useMemo(() => askedBy(search, engine.world), [search, engine]);
  const event = 'event' in asked ? asked.event : null;
  const crisis = useMemo(() => crisisOf(search, engine.catalog.events), [search, engine]);
  const { cascade, own, joins, refuses } = search;
  const showsChance = search.show === 'chance';
  const [first] = useChances(useMemo(() => (event && !moving && cascade === 'expected' ? [event] : NO_EVENTS), [event, moving, cascade]));
  const foreseen = first && typeof first.found !== 'string' ? first.found : null;
  const story = useMemo(
    () => (!event ? null : moving ? tellFirstStep(event, engine) : tellStory(event, { cascade, own, joins, refuses }, crisis, engine, foreseen)),
    [event, moving, cascade, own, joins, refuses, crisis, engine, foreseen],
  );
  const count = story?.steps.length ?? 0;
  const index = Math.max(0, Math.min(search.step, count) - 1);
  const step = story?.steps[index] ?? null;
  const likely = useChances(
    useMemo(
      () => (story && !moving && (showsChance || cascade === 'expected') ? eventsAsked(story, index) : NO_EVENTS),
      [story, moving, showsChance, cascade, index],
    ),
  );
  const chances = useMemo(() => chancesOf(likely), [likely]);
  const roles = useMemo(() => {
    const bare = story && step ? rolesAt(story, step) : NO_ROLES;
    return showsChance ? withChances(bare, chances) : bare;
  }, [story, step, showsChance, chances]);
  const date = step?.date ?? search.date;
  const table = useMemo(() => {
    if (!step) return null;
    if (showsChance) return chanceTable(chances.values(), engine.world, date, ({ treaty, article }) => clauseLabel(engine.treaty(treaty), treaty, article));
    return verdictTable(step, engine.world, date, (id) => treatyLabel(engine.treaty(id), id));
  }, [step, showsChance, chances, engine, date]);

  const onStep = useCallback((next: number) => replace({ step: next, why: null }), [replace]);
  const player = usePlayer(index + 1, count, onStep);
  const ask = (next: FightSearch): void => {
    player.stop();
    push(next);
  };
  const askDate = (next: string): void => {
    setPreview(null);
    if (next === settled.date) return;
    player.stop();
    push(newQuestion(settled, { date: next }));
  };

  const pick = (state: string): void => {
    const into = slot ?? (search.from.length === 0 ? 'from' : !search.to ? 'to' : null);
    if (into === 'from' || into === 'to') {
      setSlot(into === 'from' && !search.to ? 'to' : null);
      if (into === 'from' && state !== search.to) ask(newQuestion(search, { from: [state], began: [] }));
      if (into === 'to' && !search.from.includes(state)) ask(newQuestion(search, { to: state, place: null }));
      return;
    }
    const role = roles.get(state);
    const tab = role && role.duties.length > 0 ? 'owes' : role?.kind === 'free' ? 'free' : search.tab;
    replace(search.sel === state ? { sel: null } : { sel: state, tab });
  };

  const headline = story && step ? stepTitle(story, step, engine.world) : COPY.empty;
  useEffect(() => {
    const [first] = story?.steps ?? [];
    document.title = story && first ? `${stepTitle(story, first, engine.world)}: who would fight? Foedus` : 'Who would fight? Foedus';
  }, [story, engine]);
  useFightKeys({ search, step, index, count, player, replace, onStep, onSlot: setSlot });

  const answer = useDeferredValue(
    useHeld(
      useMemo(() => ({ asked, story, search, index, likely, chances }), [asked, story, search, index, likely, chances]),
      moving,
    ),
  );

  return (
    <main id="main" className="fight">
      <section className="ask" aria-label="The question">
        <Question search={search} open={slot} onOpen={setSlot} onAsk={ask} />
        <div className="cond">
          <Conditions search={search} event={event} onAsk={ask} />
          <Examples search={search} onAsk={ask} />
        </div>
      </section>
      <Timeline
        date={search.date}
        shown={date}
        onPreview={setPreview}
        onCommit={askDate}
        onCrisis={(one) => ask(newQuestion(search, { ...searchOf(one), cascade: one.steps ? 'chosen' : 'letter' }))}
      />
      <div className="work">
        <Stage
          story={story}
          step={step}
          roles={roles}
          index={index}
          date={date}
          headline={headline}
          table={table}
          finding={story && step ? (showsChance ? chanceLede(chances.values(), story, engine.world) : lede(story, step, index, engine.world)) : ''}
          search={search}
          filling={slot === 'from' || slot === 'to' || !story}
          hold={moving}
          onPick={pick}
          onChange={replace}
        >
          {story ? (
            <CascadeBar
              story={story}
              search={search}
              crisis={crisis}
              index={index}
              playing={player.playing}
              onToggle={player.toggle}
              onStep={(next) => (player.stop(), onStep(next))}
              onChange={(changes) => (player.stop(), replace(changes))}
            />
          ) : null}
        </Stage>
        <aside className={`panel${moving ? ' settling' : ''}`} id="panel" tabIndex={-1} aria-label="Who owes what and why">
          {faults.length > 0 ? (
            <div className="callout fault-note" role="alert">
              <b>Not all of the address could be read.</b>
              {faults.map((fault) => (
                <p key={fault}>{fault}</p>
              ))}
            </div>
          ) : null}
          <Answer {...answer} onDate={askDate} onChange={replace} />
        </aside>
      </div>
      <Lessons />
    </main>
  );
}
