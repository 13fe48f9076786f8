import { ALONE_WINS, CHALLENGE_WINS, RESIST_WIN, type ChainFit } from './chain.ts';
import { ERAS, type ChainData } from './chain-data.ts';
import { JOIN_PARAMETERS, SIDE_NAME } from './join-terms.ts';

/** Names of all that the stages estimate, in the order of `chainValues`. */
export function chainNames({ resist, challenge }: ChainData): readonly string[] {
  return [
    ...[...JOIN_PARAMETERS, SIDE_NAME],
    ...[...resist.names, RESIST_WIN],
    ...[...challenge.names.map((name) => `challenge: ${name}`), ...ALONE_WINS, ...CHALLENGE_WINS],
    ...ERAS.map(({ id }) => `escalation.${id}`),
  ];
}

/** Their values. */
export function chainValues({ join: { second }, resist, challenge, escalation }: ChainFit): Float64Array {
  return Float64Array.from([...second.beta, second.challengerSide, ...resist.beta, ...challenge.beta, ...escalation]);
}
