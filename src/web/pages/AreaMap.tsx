import { useMemo } from 'react';
import { formatDate } from '../../core/states/dates.ts';
import { holdsOn, obligationsAt } from '../../core/treaty/resolve.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import type { Role } from '../fight/roles.ts';
import { Areas } from '../map/Areas.tsx';
import { drawArea } from '../map/areas.ts';
import { Defs } from '../map/Defs.tsx';
import { worldView } from '../map/projection.ts';
import { Shapes } from '../map/Shapes.tsx';
import { tintOn } from '../map/tint.ts';

const WIDTH = 608;
const HEIGHT = 291;

/** The area a treaty covers and its parties on a date; the parties alone where no clause names an area. */
export function AreaMap({ treaty, date }: { readonly treaty: Treaty; readonly date: string }) {
  const { engine, world: geography } = useLoaded();
  const clauses = useMemo(
    () => obligationsAt(treaty, date).flatMap(({ id, trigger }) => (trigger?.area ? [{ treaty: treaty.id, obligation: id, area: trigger.area }] : [])),
    [treaty, date],
  );
  const view = useMemo(() => worldView(WIDTH, HEIGHT), []);
  const parties = treaty.parties.filter((party) => holdsOn(party, date));
  const roles = new Map(parties.map(({ state }): [string, Role] => [state, { state, kind: 'choice', action: null, duties: [], free: [], fresh: false }]));
  const patches = tintOn(engine.world, geography.codes, date);
  const area = clauses.length > 0;
  const what = `${area ? 'The area of the treaty and its parties' : 'The parties of the treaty'} on ${formatDate(date)}`;
  return (
    <figure className="areamap">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={what}>
        <Defs />
        <Shapes view={view} geography={geography} patches={patches} roles={roles} chance={false} />
        <Areas view={view} areas={clauses.map((clause) => drawArea(clause, engine, geography, patches, date))} />
      </svg>
      <figcaption className="src">
        {area ? 'Hatched: the area.' : 'No clause names an area.'} Gray: the parties on {formatDate(date)}. Drawing a border takes no position on it.
      </figcaption>
    </figure>
  );
}
