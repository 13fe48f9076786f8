/** A declared number, with the ends of its 90 % range and what it rests on. */
export interface Declared {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly basis: string;
}

/** What moves a voter, in logits of the voter's own error unless said otherwise. */
export interface VoterWeights {
  /** Per % of the state's GDP a year that the treaty is worth to it. */
  readonly value: number;
  /** Per unit of stance toward alliances, −1 to 1. */
  readonly stance: number;
  /** For any member of a body: governments put forward what they think will pass. */
  readonly sponsored: number;
  /** The same for the people in a referendum. */
  readonly people: number;
  /** For supporters of the government, beside. */
  readonly government: number;
  /** For the executive itself, in place of both: it signed. */
  readonly signed: number;
  /** Standard deviation of the national shock common to all voters of a state. */
  readonly shock: number;
  /** Standard deviation of what a referendum campaign adds, common to all who vote. */
  readonly campaign: number;
  /** Correlation of the national shocks of two states. */
  readonly correlation: number;
  /** Share of a body's members who are present. */
  readonly attendance: number;
  /** Share of those present who abstain. */
  readonly abstention: number;
  /** Chance that an objection comes to a vote at all, where the treaty passes unless one is carried. */
  readonly heard: number;
  /** Chance that a court that reviews a treaty lets it pass. */
  readonly review: number;
}

const SPREAD = 'Declared: no study fixes it; shown at both ends';

/** The weights to begin with. None is estimated; each is a declared assumption with a range. */
export const DECLARED_WEIGHTS: Readonly<Record<keyof VoterWeights, Declared>> = {
  value: { value: 1, low: 0.3, high: 3, basis: SPREAD },
  stance: { value: 3, low: 2, high: 4.5, basis: `${SPREAD}; a party wholly for or against (stance 1, -1) then votes so by about 95 in 100` },
  sponsored: {
    value: 2,
    low: 1,
    high: 3,
    basis: 'Declared: treaties are signed with ratification in view (Putnam 1988): each protocol of accession to NATO was in the end ratified by every member',
  },
  people: {
    value: 0.8,
    low: 0.2,
    high: 1.5,
    basis: 'Declared: voters follow their governments less; at this value about three referendums in four are carried',
  },
  government: {
    value: 1.5,
    low: 0.5,
    high: 2.5,
    basis: 'Declared: with the above, supporters vote for what their government signs by 97 in 100 where nothing else moves them',
  },
  signed: { value: 4.5, low: 3, high: 6, basis: 'Declared: of what an executive signs it completes all but one or two in a hundred' },
  shock: { value: 1, low: 0.5, high: 1.5, basis: SPREAD },
  campaign: { value: 0.4, low: 0.2, high: 0.8, basis: 'Declared: a swing of ten points of the vote either way, as campaigns have seen' },
  correlation: { value: 0.3, low: 0, high: 0.6, basis: SPREAD },
  attendance: { value: 0.95, low: 0.85, high: 1, basis: 'Declared: roll calls on treaties are well attended' },
  abstention: { value: 0.03, low: 0, high: 0.1, basis: SPREAD },
  heard: { value: 0.25, low: 0.05, high: 0.5, basis: 'Declared: the government arranges most of the time of the House of Commons' },
  review: { value: 0.97, low: 0.9, high: 1, basis: 'Declared: courts seldom find a treaty contrary to the constitution' },
};

const centralOf = (key: keyof VoterWeights): number => DECLARED_WEIGHTS[key].value;

/** The declared values. */
export const CENTRAL_WEIGHTS: VoterWeights = {
  value: centralOf('value'),
  stance: centralOf('stance'),
  sponsored: centralOf('sponsored'),
  people: centralOf('people'),
  government: centralOf('government'),
  signed: centralOf('signed'),
  shock: centralOf('shock'),
  campaign: centralOf('campaign'),
  correlation: centralOf('correlation'),
  attendance: centralOf('attendance'),
  abstention: centralOf('abstention'),
  heard: centralOf('heard'),
  review: centralOf('review'),
};
