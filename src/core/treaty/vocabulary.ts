/** The closed vocabularies of the treaty language. Names follow ATOP (Leeds and others 2002) where ATOP has a name. */

/** ATOP's obligation types, with `assistance` (aid short of fighting) added. */
export const OBLIGATION_KINDS = ['defense', 'offense', 'neutrality', 'nonaggression', 'consultation', 'assistance'] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/**
 * What must happen to the beneficiary before an obligation falls due.
 * - `armed-attack`: it is attacked (the text says attack, aggression, invasion).
 * - `war`: it is at war or in armed conflict, on either side, however that came about.
 * - `any-hostility`: `war`, or hostile acts below the threshold of an armed attack.
 * - `threat`: its security is threatened; an attack is also a threat.
 * - `cyber-attack`: an attack in the cyber domain, whatever its intensity.
 * - `mobilization`: an adversary mobilizes.
 * - `other-party-acts`: the states in `requires` act; nothing else is asked.
 */
export const TRIGGER_EVENTS = ['armed-attack', 'war', 'any-hostility', 'threat', 'cyber-attack', 'mobilization', 'other-party-acts'] as const;
export type TriggerEvent = (typeof TRIGGER_EVENTS)[number];

export const DOMAINS = ['land', 'sea', 'air', 'cyber', 'space', 'hybrid'] as const;
export type Domain = (typeof DOMAINS)[number];

/** The domains a text covers when it names none: those every drafter before the cyber age had in mind. */
export const CONVENTIONAL_DOMAINS: readonly Domain[] = ['land', 'sea', 'air'];

/** What is attacked. */
export const ATTACK_OBJECTS = ['territory', 'forces', 'public-vessel', 'aircraft', 'population'] as const;
export type AttackObject = (typeof ATTACK_OBJECTS)[number];

/** Adversary classes a clause can name; the registry says which states belong, by date. */
export const ADVERSARY_CLASSES = ['any', 'states', 'great-power', 'european', 'communist', 'not-party', 'not-at-war-at-signing'] as const;
export type AdversaryClass = (typeof ADVERSARY_CLASSES)[number];

/**
 * Whose land a place must be, for an attack on territory.
 * - `own`: administered by the beneficiary (the default).
 * - `metropolitan`: its home territory, dependencies left out.
 * - `dependent`: its dependencies alone.
 * - `parties`: administered by any party ("in or over these territories of any of the Parties").
 * - `nobody`: administered by no state: the high seas.
 * - `any`: whoever's; only the region counts.
 */
export const TERRITORY_CLASSES = ['own', 'metropolitan', 'dependent', 'parties', 'nobody', 'any'] as const;
export type TerritoryClass = (typeof TERRITORY_CLASSES)[number];

export const AUTOMATICITIES = ['automatic', 'discretionary'] as const;
export type Automaticity = (typeof AUTOMATICITIES)[number];

/** What of a treaty ATOP codes too, and the catalog is compared in. */
export const CODED_FIELDS = ['members', 'obligations', 'dates', 'conditions', 'term', 'renunciation', 'secrecy', 'institutions'] as const;
export type CodedField = (typeof CODED_FIELDS)[number];

/** What may stand behind a treaty, in the section `institutions`, and its text or what was built on it provides. */
export const INSTITUTIONS = [
  'integrated_command',
  'permanent_staff',
  'secretariat',
  'meetings',
  'exercises',
  'bases',
  'intelligence_sharing',
  'dispute_settlement',
] as const;

/** The version of the treaty language this program writes. Older files are lifted by `fmt --upgrade`; newer ones are refused. */
export const LANGUAGE_VERSION = 1;
