/** What is known of a state that might join a side, promises aside. Distances are ln(1 + km) between capitals, strength the ln of its share of the world's power. */
export interface MotiveFacts {
  readonly war: number;
  readonly ln_km_side: number;
  readonly ln_km_opponent: number;
  readonly ln_cinc: number;
  readonly major: number;
  readonly border_side: number;
  readonly border_opponent: number;
  readonly rival_opponent: number;
  readonly nuclear_opponent: number;
  readonly postwar: number;
}

/** Where the fitted constant is told: 3,000 km from both sides, 1 % of the world's power. Errors of the constant then hardly depend on the slopes'. */
const REFERENCE_DISTANCE = Math.log1p(3000);
const REFERENCE_POWER = Math.log(0.01);

const lnKm = (ln: number): number => ln - REFERENCE_DISTANCE;

/** Private motives to join: names of their parameters, and what they count. Estimated in `core/stages`, priced in `core/assess`. */
export const MOTIVES: readonly (readonly [name: string, of: (facts: MotiveFacts) => number])[] = [
  ['join.intercept', () => 1],
  ['join.war', ({ war }) => war],
  ['join.distance-target', ({ ln_km_side }) => lnKm(ln_km_side)],
  ['join.distance-challenger', ({ ln_km_opponent }) => lnKm(ln_km_opponent)],
  ['join.log-capability', ({ ln_cinc }) => ln_cinc - REFERENCE_POWER],
  ['join.major', ({ major }) => major],
  ['join.major-distance', ({ major, ln_km_side }) => major * lnKm(ln_km_side)],
  ['join.border-target', ({ border_side }) => border_side],
  ['join.border-challenger', ({ border_opponent }) => border_opponent],
  ['join.rivalry', ({ rival_opponent }) => rival_opponent],
  ['join.nuclear', ({ nuclear_opponent }) => nuclear_opponent],
  ['join.post-1945', ({ postwar }) => postwar],
];
