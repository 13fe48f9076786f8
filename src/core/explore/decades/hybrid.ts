import { decidedBy } from '../../models/response/decision-time.ts';
import { tell, type WorldState } from './state.ts';

/** Share of severities, uniform on [0, 1], from which a treaty may be invoked; chance that the author is found out. Declared. */
const THRESHOLD = 0.7;
const ATTRIBUTED = 0.6;
/** Days within which the members must agree, and the mean a member takes to make up its mind. Declared. */
const DAYS = 30;
const MEAN_DAYS = 7;

/**
 * An attack short of war by computers, cables or saboteurs: it has a severity, its author is found out or not, and where both are enough the members'
 * rule decides within a month whether the treaty is invoked (the response model's time to decide).
 */
export function hybridAttack(world: WorldState, c: number, t: number, byHand?: true): void {
  const rng = world.streams.of(world.year, `hybrid ${c} ${t}`);
  const [severity, attribution, uRule] = [rng.next(), rng.next(), rng.next()];
  const told = { ...(byHand === true && { byHand }) };
  const found = attribution < ATTRIBUTED;
  const treaty = world.treaties.find(
    ({ defense, members, clauses }) => defense && members.length > 2 && clauses.some((clause) => clause.toward === t && clause.against[c] === 1),
  );
  const because = [`severity ${severity.toFixed(2)}`, found ? 'its author found out' : 'nobody found out'];
  if (treaty === undefined || severity < THRESHOLD || !found) {
    tell(world, {
      kind: 'hybrid',
      states: [c, t],
      because: [...because, treaty === undefined ? 'no treaty bears on it' : 'below what a treaty asks'],
      ...told,
    });
    return;
  }
  const p = decidedBy(treaty.rule, treaty.members.length, MEAN_DAYS, DAYS);
  const invoked = uRule < p;
  const clause = treaty.clauses.find((one) => one.toward === t && one.against[c] === 1);
  tell(world, {
    kind: 'hybrid',
    states: [c, t],
    treaty: treaty.id,
    treatyName: treaty.name,
    ...(clause !== undefined && { article: clause.article }),
    p: Number((invoked ? p : 1 - p).toFixed(4)),
    because: [...because, invoked ? `the members agree within ${DAYS} days` : `the members do not agree within ${DAYS} days`],
    ...told,
  });
  const moved = world.values.get('crisis.value');
  treaty.value[t] = (treaty.value[t] ?? 0) + (invoked ? moved : -moved);
}

/** Under the scenario of a new domain: each rivalry brings such an attack with a yearly chance. */
export function hybridsOfYear(world: WorldState, rate: number): void {
  const { n, rivals, alive, streams, year } = world;
  const rng = streams.of(year, 'new domain');
  for (let c = 0; c < n; c++) {
    for (let t = 0; t < n; t++) {
      if (rivals[c * n + t] !== 1 || alive[c] !== 1 || alive[t] !== 1) continue;
      if (rng.next() < rate) hybridAttack(world, c, t);
    }
  }
}
