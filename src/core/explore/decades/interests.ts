import { logistic } from '../../math/logistic.ts';
import { tell, type WorldState } from './state.ts';

/**
 * Interests drift: rivalries end at a constant rate and begin where disputes have piled up (logit on the record); what each treaty is worth to each
 * member moves as in the survival model, V′ = ρ V + σ ε, from 0 at the start.
 */
export function driftInterests(world: WorldState): void {
  const { values, n, alive, rivals, past, touching, states, treaties, streams, year } = world;
  const rng = streams.of(year, 'interests');
  const ends = values.get('rivalry.end');
  const [constant, byPast, border, majors] = ['constant', 'past', 'border', 'majors'].map((name) => values.get(`rivalry.begin-${name}`));
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const pair = i * n + j;
      const either = states[i]?.major === true || states[j]?.major === true;
      if ((touching[pair] ?? 0) === 0 && !either && rivals[pair] === 0) continue;
      const u = rng.next();
      if (alive[i] !== 1 || alive[j] !== 1) continue;
      if (rivals[pair] === 1) {
        if (u >= ends) continue;
        setRivals(world, i, j, 0);
        tell(world, { kind: 'rivalry-ends', states: [i, j], p: ends });
        continue;
      }
      if (u > 0.2) continue;
      const both = states[i]?.major === true && states[j]?.major === true ? 1 : 0;
      const p = logistic((constant ?? 0) + (byPast ?? 0) * Math.log1p(past[pair] ?? 0) + (border ?? 0) * (touching[pair] === 1 ? 1 : 0) + (majors ?? 0) * both);
      if (u >= p) continue;
      setRivals(world, i, j, 1);
      tell(world, { kind: 'rivalry-begins', states: [i, j], p, because: (past[pair] ?? 0) > 0.2 ? ['disputes between them'] : [] });
    }
  }
  const [persistence, shock] = [values.get('value.persistence'), values.get('value.shock')];
  const held = Math.min(1, Math.max(0, persistence));
  for (const treaty of treaties) for (const member of treaty.members) treaty.value[member] = held * (treaty.value[member] ?? 0) + shock * rng.normal();
}

export function setRivals(world: WorldState, a: number, b: number, value: 0 | 1): void {
  world.rivals[a * world.n + b] = value;
  world.rivals[b * world.n + a] = value;
}
