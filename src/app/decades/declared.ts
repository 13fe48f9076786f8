import type { Parameter } from '../../core/facts/parameters.ts';

const declared = (value: number, low: number, high: number, meaning: string, basis: string): Parameter => ({
  value,
  low,
  high,
  kind: 'declared',
  meaning,
  basis,
});

/** What no data at hand settle, with ranges and reasons. */
export const DECADES_DECLARED: Readonly<Record<string, Parameter>> = {
  'growth.output': declared(
    2.5,
    1.5,
    3.5,
    "growth of the world's output, % a year, real",
    'declared: near the mean of recent decades; it moves sums of money, not shares of power',
  ),
  'growth.common-shock': declared(1.5, 1, 2.5, "standard deviation of a year's news about the world's output, %", 'declared'),
  'government.term': declared(
    4,
    3,
    6,
    'years between elections, or between successions where there are none',
    'declared: between the usual terms of parliaments and presidents',
  ),
  'government.turnover': declared(0.45, 0.3, 0.6, 'chance that an election changes the government', 'declared'),
  'government.stance': declared(
    0.4,
    0,
    0.8,
    'standard deviation of what a new government adds to the price of a broken promise, in logits',
    'declared; whether turnover harms promises is disputed (Gaubatz 1996, International Organization 50; Leeds, Mattes and Vogel 2009, American Journal of Political Science 53)',
  ),
  'government.value': declared(
    0.3,
    0.1,
    0.8,
    "standard deviation of a new government's news about a treaty's value, % of own GDP",
    "declared: a year's ordinary news (value.shock), once more",
  ),
  'reputation.half-life': declared(
    10,
    5,
    20,
    'years after which a duty honored or broken counts half',
    'declared; Crescenzi, Kathman, Kleinberg and Wood (2012, International Studies Quarterly 56) let reputations fade over decades',
  ),
  'reputation.weight': declared(
    0.25,
    0,
    0.5,
    "logits that one duty honored more than broken adds to others' reading of a promise, and takes where broken",
    'declared; that reneging costs alliances is found by Gibler (2008, Journal of Conflict Resolution 52), that it moves crises is disputed (Press 2005)',
  ),
  'crisis.value': declared(
    0.5,
    0.1,
    1,
    '% of own GDP by which a promise kept raises, or broken lowers, the yearly value of the treaty to the one it was owed to',
    'declared',
  ),
  'formation.gain': declared(
    1,
    0,
    2,
    'log odds of a pair by one standard deviation of its joint gain, beside what the record tells of pairs',
    'declared: pacts go to the largest joint gains, with noise',
  ),
  'formation.reputation': declared(
    0.25,
    0,
    0.5,
    'log odds of a pair by the sum of what its two reputations are worth in logits, over reputation.weight',
    'declared; Gibler 2008',
  ),
  'spending.threat': declared(
    0.1,
    0,
    0.3,
    'share by which the weight of security rises while one crisis in which the state was the target is fresh',
    'declared',
  ),
  'pledge.enforcement': declared(
    0.4,
    0,
    1.5,
    'κ of the spending game: what missing a pledge by 1 % of income costs, in % of what is left after defense',
    'declared: about half of the members of NATO met 2 % ten years after they pledged it',
  ),
  'war.years': declared(1.5, 1, 3, 'mean length of a war, years', 'declared: the median interstate war of the list by COW lasts under a year, the mean two'),
  'war.cost': declared(4, 1, 10, '% of its power that a year of war takes from the side that loses, a third of it from the one that prevails', 'declared'),
};
