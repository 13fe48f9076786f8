import type { Variable } from '../../source.ts';
import { code, flag } from '../describe.ts';

/** The five obligations ATOP codes, as the alliance, its phases and its members hold them. */
export const obligations = {
  defense: flag('active military aid if a partner is attacked'),
  offense: flag('active military aid without an attack on a partner'),
  neutral: flag("staying neutral in a partner's conflict"),
  nonagg: flag('no use of force against a partner'),
  consul: flag('consulting partners in a crisis'),
} as const;

/** That obligations depend on a condition. */
export const conditional = {
  active: flag('any promise of active military aid (defense or offense)'),
  conditio: flag('some main obligation is conditional'),
  defcon: flag('defense is conditional'),
  offcon: flag('offense is conditional'),
  neucon: flag('neutrality is conditional'),
  concon: flag('consultation is conditional'),
} as const;

/** What the conditions are; coded for each member. */
export const conditions = {
  defcoadv: flag('defense: only against certain adversaries'),
  defcoloc: flag('defense: only in certain places'),
  defcocon: flag('defense: only in a certain ongoing conflict'),
  defconum: flag('defense: only against a certain number of adversaries'),
  defcodem: flag('defense: depends on whether certain demands are met'),
  defconpr: flag('defense: only where the partner did not provoke'),
  offcoadv: flag('offense: only against certain adversaries'),
  offcoloc: flag('offense: only in certain places'),
  offcocon: flag('offense: only in a certain ongoing conflict'),
  offconum: flag('offense: only against a certain number of adversaries'),
  offcodem: flag('offense: depends on whether certain demands are met'),
  neucoadv: flag('neutrality: only toward certain adversaries'),
  neucoloc: flag('neutrality: only in certain places'),
  neucocon: flag('neutrality: only in a certain ongoing conflict'),
  neuconum: flag('neutrality: only with a certain number of adversaries'),
  neucodem: flag('neutrality: depends on whether certain demands are met'),
  neuconpr: flag('neutrality: only where the partner did not provoke'),
  neucoatt: flag('neutrality: only where the partner is attacked'),
  concoadv: flag('consultation: only about certain adversaries'),
  concoloc: flag('consultation: only about certain places'),
  concocon: flag('consultation: only about a certain ongoing conflict'),
  concoreq: flag('consultation: only on request'),
  olimob: flag('some other limit to the obligations'),
} as const;

export const formation = {
  wartime: flag('formed while some member was in an interstate war'),
  estmode: flag('needs ratification as a treaty'),
  pubsecr: code('secrecy of the agreement', { 0: 'public', 1: 'some articles secret', 2: 'secret' }),
  secrart: code('what the secret articles hold', {
    0: 'none secret',
    1: 'division of spoils',
    2: 'target',
    3: 'obligations or conditions',
    4: 'target, and obligations or conditions',
    5: 'contributions',
    6: 'military operations',
    7: 'accessions',
    8: 'the whole agreement',
  }),
  proadd: code('how new members are admitted', { 0: 'not mentioned', 1: 'foreseen, procedure unspecified', 2: 'unanimity', 3: 'other procedure' }),
  futmem: code('which future members are foreseen', { 0: 'none', 1: 'named states', 2: 'states of a kind', 3: 'any state' }),
} as const;

export const duration = {
  speclgth: code('length of the term', { 0: 'unspecified', 1: 'fixed term', 2: 'until a condition is met', 3: 'explicitly indefinite' }),
  length: { kind: 'int16', label: 'term, months (0: not given)' },
  renounce: code('leaving during the term', {
    0: 'not mentioned',
    1: 'allowed with notice',
    2: 'allowed if a partner is the aggressor',
    3: 'allowed after a set period',
    4: 'forbidden',
  }),
  proren: code('renewal', { 0: 'not mentioned', 1: 'must be renewed actively', 2: 'automatic unless denounced' }),
  renewlgt: { kind: 'int16', label: 'renewal term, months (0: not given)' },
  term: code('how it ended', {
    0: 'in effect, or censored',
    1: 'provisions fulfilled',
    2: 'violated or abrogated early',
    3: 'renegotiated (every phase but the last)',
  }),
} as const satisfies Readonly<Record<string, Variable>>;

const ORGANIZATION = { 0: 'none', 1: 'regular meetings', 2: 'named body', 3: 'stand-alone body with permanent staff' } as const;
const PURPOSE = { 0: 'no organization', 1: 'military', 2: 'economic', 3: 'political', 4: 'all of these', 5: 'dispute resolution' } as const;

/** Further provisions, from duties beside the main obligations to institutions and costs. */
export const provisions = {
  notaiden: code("no aid to a partner's enemies", {
    0: 'not promised',
    1: 'in general',
    2: 'to hostile states',
    3: 'to hostile non-state actors',
    4: 'to hostile states and non-state actors',
  }),
  dipaid: flag('diplomatic aid'),
  terrres: flag('use of territory or resources'),
  seppeace: code('separate peace', { 0: 'not mentioned', 1: 'forbidden', 2: 'needs approval', 3: 'needs consultation' }),
  thirdcom: flag('limits on commitments to third parties'),
  noothall: flag('no alliance contrary to this one'),
  specthrt: code('threat the agreement names', {
    0: 'none',
    1: 'one or more states',
    2: 'a region',
    3: 'a state within a region',
    4: 'an ongoing conflict',
    5: 'a domestic or non-state threat',
    6: 'another alliance',
  }),
  statthr1: { kind: 'int16', label: 'first state named as a threat, COW number (0: none)' },
  statthr2: { kind: 'int16', label: 'second state named as a threat, COW number (0: none)' },
  conwtin: code('conflict between members', { 0: 'not mentioned', 1: 'in general', 2: 'on a specific issue', 3: 'on interpretation of the agreement' }),
  medarb: flag('formal settlement of conflict between members'),
  milcon: code('military contact', { 0: 'none', 1: 'during hostilities', 2: 'in peacetime', 3: 'common defense policy' }),
  milaid: code('military aid', {
    0: 'none',
    1: 'unspecified',
    2: 'grants or loans',
    3: 'training or technology',
    4: 'grants or loans, and training or technology',
  }),
  intcom: flag('integrated command in peace and war'),
  subord: code('subordination of forces in conflict', { 0: 'none', 1: 'a named state commands', 2: 'depends on the conflict' }),
  organ1: code('first organization created', ORGANIZATION),
  orgpurp1: code('purpose of the first organization', PURPOSE),
  organ2: code('second organization created', ORGANIZATION),
  orgpurp2: code('purpose of the second organization', PURPOSE),
  base: code('military bases', { 0: 'none', 1: 'joint, on neutral ground', 2: 'mutual', 3: 'one way' }),
  contrib: flag('contributions or the division of costs are spelled out'),
  armred: code('armaments', { 0: 'not mentioned', 1: 'limits', 2: 'coordinated increase' }),
  acqterr: code('acquisition of territory', { 0: 'not mentioned', 1: 'permitted', 2: 'forbidden' }),
  divgains: flag('division of gains'),
  demwith: flag('demobilization or withdrawal of forces'),
} as const satisfies Readonly<Record<string, Variable>>;

export const references = {
  reflnun: code('world organization referred to', { 0: 'none', 1: 'League of Nations', 2: 'United Nations' }),
  refothio: code('other international organizations referred to', { 0: 'none', 1: 'yes', 2: 'undocumented code' }),
  natrefal: code('other alliances referred to', { 0: 'none', 1: 'this one is consistent with them', 2: 'as a threat', 3: 'notification', 9: 'other' }),
  compag: code('companion agreement', {
    0: 'none',
    1: 'military',
    2: 'economic',
    3: 'settlement of disputes',
    4: 'peace treaty',
    5: 'other',
    6: 'several kinds',
  }),
  nomicoop: flag('non-military cooperation'),
  conres: code('settles a conflict', { 0: 'no', 1: 'between members', 2: 'with or between third parties' }),
  agprois: code('further agreements promised', { 0: 'none', 1: 'territory', 2: 'economic', 3: 'military', 4: 'other', 5: 'several kinds' }),
  conmen: flag('a conflict is mentioned and deferred'),
  ecaid: code('economic aid', { 0: 'none', 1: 'in general', 2: 'postwar recovery', 3: 'trade concessions' }),
  interv: code('intervention in domestic conflict', {
    0: 'not mentioned',
    1: 'mutual non-intervention',
    2: 'mutual intervention',
    3: 'one-way intervention',
    4: 'one-way non-intervention',
  }),
} as const;

export const coding = {
  source: code('coded from', { 1: 'the text of the treaty', 2: 'secondary sources' }),
  new5: flag('new in version 5'),
  rev5: flag('revised in version 5'),
  version: { kind: 'float64', label: 'version of the data set' },
} as const satisfies Readonly<Record<string, Variable>>;
