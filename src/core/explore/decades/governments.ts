import { isPostwar, nameOf, tell, type WorldState } from './state.ts';

/** A government's stance on promises, and what it thinks of each treaty, drawn anew. */
function replace(world: WorldState, place: number, z: number, worth: () => number): void {
  const { values, treaties } = world;
  world.stance[place] = values.get('government.stance') * z;
  const spread = values.get('government.value');
  for (const treaty of treaties) if (treaty.members.includes(place)) treaty.value[place] = (treaty.value[place] ?? 0) + spread * worth();
}

/** Elections and changes of regime: both bring a new government, the second one shakes treaties for three years (the hazard's term). */
export function changeGovernments(world: WorldState): void {
  const { values, n, alive, streams, year } = world;
  const rng = streams.of(year, 'governments');
  const regime = values.get(`regime.change.${isPostwar(year) ? 'since-1946' : 'to-1945'}`);
  const [term, turnover] = [Math.max(1, Math.round(values.get('government.term'))), values.get('government.turnover')];
  for (let i = 0; i < n; i++) {
    const [fall, vote, z] = [rng.next(), rng.next(), rng.normal()];
    if (alive[i] !== 1) continue;
    if (fall < regime) {
      world.regimeYear[i] = year;
      replace(world, i, 1.5 * z, () => rng.normal());
      tell(world, { kind: 'regime', states: [i], p: regime });
    } else if ((year + i) % term === 0 && vote < turnover) {
      replace(world, i, z, () => rng.normal());
      // Told where it is news: a government far from the mean.
      if (Math.abs(z) > 1) tell(world, { kind: 'government', states: [i], p: turnover, because: [z > 0 ? 'holds promises dearer' : 'holds promises cheaper'] });
    }
  }
}

/** A government put in by hand: wary of promises and of treaties. */
export function wary(world: WorldState, place: number): void {
  replace(world, place, -2, () => -2);
  tell(world, { kind: 'government', states: [place], because: [`a government of ${nameOf(world, place)} that holds promises cheaper`], byHand: true });
}
