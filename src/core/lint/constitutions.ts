/**
 * What some constitutions asked of a treaty or of a decision on war. Only provisions that stand in the text of the
 * constitution are listed; a state that is not here may have one all the same, so a rule says nothing of it.
 */
import { inSpan } from '../states/dates.ts';
import type { IsoDate, Span, StateId } from '../states/types.ts';

interface Provision extends Span {
  readonly text: string;
}

/** Consent of a chamber to treaties of alliance or of a political or military kind. */
const CONSENT: Readonly<Record<StateId, readonly Provision[]>> = {
  USA: [{ from: '1789-03-04', text: 'Constitution, article II(2), two thirds of the Senate' }],
  DEU: [
    { from: '1919-08-14', to: '1933-03-24', text: 'Constitution of 1919, article 45' },
    { from: '1949-05-24', text: 'Basic Law, article 59(2)' },
  ],
  ITA: [{ from: '1948-01-01', text: 'Constitution, article 80' }],
  JPN: [{ from: '1947-05-03', text: 'Constitution, article 73(3)' }],
  KOR: [{ from: '1948-07-17', text: 'Constitution of 1948, article 42, later article 60' }],
  ESP: [{ from: '1978-12-29', text: 'Constitution, article 94(1)' }],
  POL: [{ from: '1997-10-17', text: 'Constitution, article 89(1)' }],
  PHL: [
    { from: '1946-07-04', to: '1973-01-17', text: 'Constitution of 1935 as amended, article VII(10), two thirds of the Senate' },
    { from: '1987-02-02', text: 'Constitution, article VII(21), two thirds of the Senate' },
  ],
};

/** Decision on war, or consent to it, by a legislature; or war renounced. */
const WAR: Readonly<Record<StateId, readonly Provision[]>> = {
  USA: [{ from: '1789-03-04', text: 'Constitution, article I(8), Congress declares war' }],
  DEU: [
    { from: '1919-08-14', to: '1933-03-24', text: 'Constitution of 1919, article 45, by law of the Reich' },
    { from: '1949-05-24', text: 'Basic Law, articles 26 and 115a' },
  ],
  FRA: [
    { from: '1875-07-16', to: '1940-07-10', text: 'constitutional law of 16 July 1875, article 9, consent of both chambers' },
    { from: '1946-10-27', to: '1958-10-05', text: 'Constitution of 1946, article 7' },
    { from: '1958-10-05', text: 'Constitution of 1958, article 35' },
  ],
  ITA: [{ from: '1948-01-01', text: 'Constitution, articles 11 and 78' }],
  JPN: [{ from: '1947-05-03', text: 'Constitution, article 9' }],
  KOR: [{ from: '1948-07-17', text: 'Constitution of 1948, article 42, later article 60' }],
  ESP: [{ from: '1978-12-29', text: 'Constitution, article 63(3)' }],
  POL: [{ from: '1997-10-17', text: 'Constitution, article 116' }],
};

function provisionOn(table: Readonly<Record<StateId, readonly Provision[]>>, state: StateId, date: IsoDate): string | undefined {
  return table[state]?.find((provision) => inSpan(provision, date))?.text;
}

/** The provision by which a chamber must consent to a treaty of alliance on a date; undefined where none is listed. */
export function consentRuleOn(state: StateId, date: IsoDate): string | undefined {
  return provisionOn(CONSENT, state, date);
}

/** The provision by which the executive does not decide on war alone on a date; undefined where none is listed. */
export function warRuleOn(state: StateId, date: IsoDate): string | undefined {
  return provisionOn(WAR, state, date);
}
