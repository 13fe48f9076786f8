import { defineSource, type Variable } from '../../source.ts';
import { between, bothDirections, code, flag, onlyLabeledCodes, stateNumbers, twoStates } from '../describe.ts';
import { coding, conditional, conditions, duration, formation, obligations, provisions, references } from './codes.ts';

const series = (prefix: string, count: number, label: string): Record<string, Variable> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i + 1}`, { kind: 'int16', label: `${label} ${i + 1}` }]));

const ids: Record<string, Variable> = {
  cowid: { kind: 'int16', label: 'number of the alliance in the COW alliance data to version 3' },
  cow4id: { kind: 'int16', label: 'number of the alliance in the COW alliance data, version 4' },
};

const dates: Record<string, Variable> = {
  begyr: { kind: 'int16', label: 'year of signature' },
  begmo: { kind: 'int8', label: 'month of signature' },
  begday: { kind: 'int8', label: 'day of signature' },
  endyr: { kind: 'int16', label: 'year of the end (0: in effect on 31 December 2018)' },
  endmo: { kind: 'int8', label: 'month of the end (0: in effect on 31 December 2018)' },
  endday: { kind: 'int8', label: 'day of the end (0: in effect on 31 December 2018)' },
  ineffect: flag('in effect on 31 December 2018'),
};

const atopid: Variable = { kind: 'int16', label: 'ATOP number of the alliance' };
const bilat = flag('never more than two members');
const maxphase: Variable = { kind: 'int8', label: 'number of phases (0: never renegotiated)' };
const phase: Variable = { kind: 'int8', label: 'phase (0: the alliance was never renegotiated)' };

const treaty: Record<string, Variable> = {
  ...formation,
  ...duration,
  ...obligations,
  ...conditional,
  asymm: flag('obligations differ between members'),
  ...provisions,
  ...references,
};

const atopidphase: Variable = { kind: 'float64', label: 'ATOP number and phase: 1350.2 is phase 2 of 1350' };

const alliance: Record<string, Variable> = {
  atopid,
  ...ids,
  ...dates,
  bilat,
  maxphase,
  ...treaty,
  ...series('mem', 59, 'COW state number of member'),
  ...coding,
};

const alliancePhase: Record<string, Variable> = {
  atopid,
  atopidphase,
  ...ids,
  ...dates,
  bilat: flag('never more than two members in the phase'),
  phase,
  maxphase,
  ...treaty,
  ...series('mem', 57, 'COW state number of member'),
  ...coding,
};

const { wartime, ...agreement } = formation;
const { term, ...lasting } = duration;

const member: Record<string, Variable> = {
  atopid,
  ...ids,
  member: { kind: 'int16', label: 'COW state number of the member' },
  cowsys: flag('member was in the COW state system when it signed'),
  yrent: { kind: 'int16', label: 'year the member signed' },
  moent: { kind: 'int8', label: 'month the member signed' },
  dayent: { kind: 'int8', label: 'day the member signed' },
  yrexit: { kind: 'int16', label: 'year the member left (0: still a member on 31 December 2018)' },
  moexit: { kind: 'int8', label: 'month the member left (0: still a member on 31 December 2018)' },
  dayexit: { kind: 'int8', label: 'day the member left (0: still a member on 31 December 2018)' },
  ineffect: flag('in effect for the member on 31 December 2018'),
  bilat: flag('never more than two members in the phase'),
  phase,
  maxphase,
  wartime,
  cowwar: { kind: 'int16', label: 'COW number of the interstate war the member was in (0: none)' },
  ...agreement,
  ...lasting,
  term,
  termmode: code('how the obligations of the member ended', {
    0: 'in effect',
    1: 'not renewed',
    2: 'replaced',
    3: 'broken early',
    4: 'loss of independence',
    5: 'casus foederis gone',
    6: 'war lost',
  }),
  termcaus: code('why the obligations of the member ended', {
    0: 'in effect',
    1: 'replaced',
    2: 'loss of independence',
    3: 'problem resolved',
    4: 'dispute over unrelated policy',
    5: 'dispute over running the alliance',
    6: 'members fought each other',
    7: 'war ended it',
    8: 'violation short of war',
  }),
  ...obligations,
  ...conditional,
  ...conditions,
  asymm: flag('obligations differ between members'),
  obvary: flag('the member owes different partners different things'),
  ...provisions,
  ...references,
  ...coding,
};

const stateYear: Record<string, Variable> = {
  state: { kind: 'int16', label: 'COW state number' },
  year: { kind: 'int16', label: 'year' },
  atopally: flag('member of any alliance'),
  ...obligations,
  number: { kind: 'int8', label: 'alliances in effect' },
  transyr: flag('some commitment began or ended in the year'),
  ...series('atopid', 59, 'ATOP number of alliance'),
  version: coding.version,
};

const owed = (label: string, published: string): Variable => flag(`ccode1 owes ccode2: ${label}`, { published: [published] });

const directedDyadYear: Record<string, Variable> = {
  ccode1: { kind: 'int16', label: 'COW state number of the state that owes', published: ['stateA'] },
  ccode2: { kind: 'int16', label: 'COW state number of the state that is owed', published: ['stateB'] },
  year: { kind: 'int16', label: 'year' },
  atop_defense: owed('active military aid if attacked', 'defense'),
  atop_offense: owed('active military aid without an attack', 'offense'),
  atop_neutral: owed('neutrality', 'neutral'),
  atop_nonagg: owed('no use of force', 'nonagg'),
  atop_consul: owed('consultation in a crisis', 'consul'),
};

const institutions: Record<string, Variable> = {
  atopid,
  atopidphase,
  milinst: code('peacetime military institutionalization', { 0: 'low', 1: 'moderate', 2: 'high' }),
  formal: code('formality', { 0: 'low', 1: 'moderate', 2: 'high' }),
  version: coding.version,
};

const COVERAGE = [1815, 2018] as const;

/** Alliance Treaty Obligations and Provisions: what states promised one another, from the texts of their treaties. */
export const atop = defineSource({
  id: 'atop',
  title: 'Alliance Treaty Obligations and Provisions',
  version: '5.1',
  homepage: 'http://www.atopdata.org/',
  citations: [
    {
      key: 'leeds2002alliance',
      type: 'article',
      author: 'Leeds, Brett Ashley and Ritter, Jeffrey M. and Mitchell, Sara McLaughlin and Long, Andrew G.',
      year: 2002,
      title: 'Alliance Treaty Obligations and Provisions, 1815-1944',
      fields: { journal: 'International Interactions', volume: '28', number: '3', pages: '237--260' },
    },
    {
      key: 'leeds2005alliance',
      type: 'article',
      author: 'Leeds, Brett Ashley and Anac, Sezi',
      year: 2005,
      title: 'Alliance Institutionalization and Alliance Performance',
      fields: { journal: 'International Interactions', volume: '31', number: '3', pages: '183--202' },
    },
  ],
  terms: { text: 'Free to use with citation; no explicit license.', url: 'http://www.atopdata.org/' },
  downloads: [{ url: 'https://www.atopdata.org/uploads/6/9/1/3/69134503/atop_5.1__.csv_.zip', file: 'atop_5.1_csv.zip' }],
  tables: [
    {
      id: 'alliance',
      title: 'ATOP alliances',
      unit: 'alliance',
      states: 'cow',
      layouts: [{ file: /^atop5_1a\.csv$/i }],
      columns: alliance,
      key: ['atopid'],
      coverage: COVERAGE,
      absent: 'zero',
      publishedRows: 789,
      checks: [
        between('begyr', 1815, 2018),
        { holds: 'endyr = 0 OR endyr >= begyr', message: 'an alliance ends after it begins' },
        ...onlyLabeledCodes(alliance),
      ],
    },
    {
      id: 'phase',
      title: 'ATOP alliance phases',
      unit: 'alliance-phase',
      states: 'cow',
      layouts: [{ file: /^atop5_1aph\.csv$/i }],
      columns: alliancePhase,
      key: ['atopidphase'],
      coverage: COVERAGE,
      absent: 'zero',
      publishedRows: 849,
      checks: [
        between('begyr', 1815, 2018),
        { holds: 'endyr = 0 OR endyr >= begyr', message: 'a phase ends after it begins' },
        { holds: 'abs(atopidphase - atopid - phase / 10) < 1e-6', message: 'atopidphase is atopid + phase / 10' },
        ...onlyLabeledCodes(alliancePhase),
      ],
    },
    {
      id: 'member',
      title: 'ATOP members of alliance phases',
      unit: 'alliance-member',
      states: 'cow',
      layouts: [{ file: /^atop5_1m\.csv$/i }],
      columns: member,
      key: ['atopid', 'phase', 'member', 'yrent', 'moent', 'dayent'],
      coverage: COVERAGE,
      absent: 'zero',
      publishedRows: 2_510,
      checks: [
        between('yrent', 1815, 2018),
        { holds: 'yrexit = 0 OR yrexit >= yrent', message: 'a member leaves after it signed' },
        ...onlyLabeledCodes(member),
      ],
    },
    {
      id: 'state-year',
      title: 'ATOP obligations by state and year',
      unit: 'state-year',
      states: 'cow',
      layouts: [{ file: /^atop5_1sy\.csv$/i }],
      columns: stateYear,
      key: ['state', 'year'],
      coverage: COVERAGE,
      absent: 'zero',
      publishedRows: 11_923,
      checks: [...stateNumbers('state'), between('number', 1, 59), ...onlyLabeledCodes(stateYear)],
    },
    {
      id: 'directed-dyad-year',
      title: 'ATOP obligations by directed dyad and year',
      unit: 'directed-dyad-year',
      states: 'cow',
      layouts: [{ file: /^atop5_1_directed_dyad_year\.csv$/i }, { file: /^atop5_1ddyr\.csv$/i }],
      columns: directedDyadYear,
      key: ['ccode1', 'ccode2', 'year'],
      coverage: COVERAGE,
      absent: 'zero',
      publishedRows: 273_296,
      checks: [...stateNumbers('ccode1', 'ccode2'), twoStates, bothDirections(['year']), ...onlyLabeledCodes(directedDyadYear)],
    },
    {
      id: 'institutions',
      title: 'Military institutionalization and formality of ATOP alliance phases',
      unit: 'alliance-phase',
      layouts: [{ file: /^atopinst5_1\.csv$/i }],
      columns: institutions,
      key: ['atopidphase'],
      coverage: COVERAGE,
      absent: 'missing',
      publishedRows: 849,
      checks: [...onlyLabeledCodes(institutions)],
    },
  ],
  caveats: [
    'Dates are dates of signature, not of entry into force: Greece and Turkey join the North Atlantic Treaty in 1951, Spain in 1981. Ends on 31 December 2018.',
    'Obligations are directed: atop_defense is what ccode1 owes ccode2. 170 dyad-years are all zero, because only the other side owes something.',
    'Only allied dyad-years and allied state-years have rows; within 1815 to 2018 a dyad without a row owes nothing.',
    'The table alliance codes every provision that was ever in force; where a treaty was renegotiated the table phase says what held when.',
    'The table member has a row for each phase: count members by (atopid, member). A member that left and came back has two rows in a phase.',
    "Germany is 260 to 1990 and 255 from 1990. Member 8152, outside the state system, is a number of ATOP's own.",
    'Missing means that the text of the agreement was not found.',
    'cowid and cow4id are cross-references only; foedus does not offer the formal alliances of the Correlates of War.',
  ],
});
