import { Link, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ACTION_OF } from '../../core/law/trigger.ts';
import { documentOf } from '../../core/treaty/document.ts';
import type { Block } from '../../core/treaty/document.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { Swatch } from '../map/Marks.tsx';
import { isDate } from '../fight/dates.ts';
import { PartiesInTime } from '../treaty/PartiesInTime.tsx';
import { TreatyAssessment } from '../treaty/TreatyAssessment.tsx';
import { TreatyCalendar } from '../treaty/TreatyCalendar.tsx';
import { AreaMap } from './AreaMap.tsx';
import { BlockView, inWords } from './BlockView.tsx';

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The day the page was opened. */
const TODAY = new Date().toISOString().slice(0, 10);

/** Sections that stand beside the text; the parties have a figure of their own. */
const BESIDE: readonly string[] = ['Sources', 'Amendments', 'Suspensions', 'Reservations'];

/** The document cut at its headings of the second level; what comes before the first goes under ''. */
function sections(blocks: readonly Block[]): Section[] {
  const found: { title: string; blocks: Block[] }[] = [{ title: '', blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) found.push({ title: block.text, blocks: [] });
    else found.at(-1)?.blocks.push(block);
  }
  return found;
}

/** A treaty to read: its clauses in words, and what it rests on. */
export function TreatyPage() {
  const { id } = useParams({ from: '/treaty/$id' });
  const search = useSearch({ from: '/treaty/$id' });
  const router = useRouter();
  const { engine } = useLoaded();
  const treaty = engine.treaty(id);
  const clause = search['clause'] ?? '';
  useEffect(() => {
    document.title = `${treaty?.name ?? 'No such treaty'}. Foedus`;
    document.getElementById(`clause-${clause}`)?.scrollIntoView({ block: 'start' });
  }, [treaty, clause]);
  if (!treaty) {
    return (
      <main id="main" className="message">
        <h1>No treaty called {id}</h1>
        <p>
          See{' '}
          <Link to="/treaties" search={{}}>
            all treaties of the catalog
          </Link>
          .
        </p>
      </main>
    );
  }
  const asked = isDate(search['date'] ?? '') ? search['date'] : undefined;
  const named = asked ?? (treaty.ended ? treaty.in_force : undefined);
  const [top, ...rest] = sections(documentOf(treaty, (state) => engine.world.nameOf(state, named)));
  const facts = top?.blocks.find((block) => block.kind === 'paragraph');
  return (
    <main id="main" className="reading">
      <p className="back">
        <button
          type="button"
          className="lnk"
          onClick={() => (window.history.length > 1 ? router.history.back() : void router.navigate({ to: '/treaties', search: {} }))}
        >
          Back
        </button>{' '}
        ·{' '}
        <Link to="/treaties" search={{}}>
          All treaties
        </Link>{' '}
        ·{' '}
        <Link to="/assess" search={{ treaty: treaty.id, ...(asked !== undefined && { date: asked }) }}>
          Assess it
        </Link>{' '}
        ·{' '}
        <Link to="/edit/$id" params={{ id: treaty.id }} search={{}}>
          Edit a copy
        </Link>
      </p>
      <article>
        <h1>{treaty.name}</h1>
        {facts?.kind === 'paragraph' ? <p className="facts">{inWords(facts.text)}</p> : null}
        {rest
          .filter(({ title }) => title !== 'Parties' && !BESIDE.includes(title))
          .map((section) => (
            <section key={section.title}>
              <h2>{section.title}</h2>
              {section.title === 'Obligations' ? (
                <>
                  <AreaMap treaty={treaty} date={named ?? TODAY} />
                  <Clauses treaty={treaty} blocks={section.blocks} here={clause} />
                </>
              ) : (
                section.blocks.map((block, i) => <BlockView key={`${section.title} ${i}`} block={block} />)
              )}
            </section>
          ))}
      </article>
      <aside aria-label="Parties, calendar, assessment and sources">
        <section className="parties">
          <h2>Parties</h2>
          <PartiesInTime treaty={treaty} today={TODAY} nameOf={(state) => engine.world.nameOf(state, named)} />
          <details>
            <summary>Table of parties</summary>
            {rest
              .find(({ title }) => title === 'Parties')
              ?.blocks.map((block, i) => (
                <BlockView key={`parties ${i}`} block={block} />
              ))}
          </details>
        </section>
        <TreatyCalendar treaty={treaty} today={TODAY} />
        <TreatyAssessment treaty={treaty} asked={asked ?? null} />
        {rest
          .filter(({ title }) => BESIDE.includes(title))
          .map((section) => (
            <section key={section.title}>
              <h2>{section.title}</h2>
              {section.blocks.map((block, i) => (
                <BlockView key={`${section.title} ${i}`} block={block} />
              ))}
            </section>
          ))}
        <p className="src foot">
          Encoded in the catalog as <code>{treaty.id}</code>
          {treaty.atop ? `, ATOP ${treaty.atop}` : ''}, version {engine.catalog.version.slice(0, 7)}.
        </p>
      </aside>
    </main>
  );
}

interface ClausesProps {
  readonly treaty: Treaty;
  readonly blocks: readonly Block[];
  /** The clause the address points at. */
  readonly here: string;
}

/** The obligations, each a section one can point at. */
function Clauses({ treaty, blocks, here }: ClausesProps) {
  const groups: Block[][] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(block);
  }
  if (treaty.obligations.length === 0) return blocks.map((block, i) => <BlockView key={`none ${i}`} block={block} />);
  return treaty.obligations.map((obligation, i) => {
    const [head, ...body] = groups[i] ?? [];
    return (
      <section key={obligation.id} id={`clause-${obligation.id}`} className={`clause${obligation.id === here ? ' here' : ''}`}>
        <div className="hd">
          <Swatch action={ACTION_OF[obligation.kind]} />
          <h3>{head?.kind === 'heading' ? head.text : obligation.id}</h3>
        </div>
        {body.map((block, k) => (
          <BlockView key={`${obligation.id} ${k}`} block={block} />
        ))}
      </section>
    );
  });
}
