import { ask, at, FIGHT, HELP, type Case } from './case.ts';

const RIO3 = 'Rio Treaty, art. 3: "an armed attack by any State"';

/** The Rio Treaty. */
export const americas: readonly Case[] = [
  { id: 'football-war-1969', title: 'American against American', question: ask('SLV', 'HND', '1969-07-14'), owed: [{ state: 'GTM USA BRA', action: HELP, toward: 'HND', treaty: 'rio-1947' }, { state: 'SLV', action: 'not-attack', toward: 'HND', treaty: 'rio-1947' }], source: RIO3 },
  { id: 'beagle-1978', title: 'Beagle', question: ask('ARG', 'CHL', '1978-12-22'), owed: [{ state: 'BRA USA', action: HELP, toward: 'CHL', treaty: 'rio-1947' }], source: RIO3 },
  { id: 'cenepa-1995', title: 'Cenepa', question: ask('PER', 'ECU', '1995-01-26'), owed: [{ state: 'BRA ARG CHL USA', action: HELP, toward: 'ECU', treaty: 'rio-1947' }], source: RIO3 },
  { id: 'nicaragua-1950', title: 'An outsider', question: ask('GBR', 'NIC', '1950-01-26'), owed: [{ state: 'MEX', action: HELP, toward: 'NIC', treaty: 'rio-1947' }], source: RIO3 },
  { id: 'grenada-1983', title: 'Grenada was no party', question: ask('USA', 'GRD', '1983-10-25'), noDuty: [{ state: 'BRA VEN GBR', action: HELP }], owed: [{ state: 'USA', action: 'not-attack', toward: 'GRD', treaty: 'un-charter' }], source: 'Grenada did not sign the Rio Treaty' },
  { id: 'panama-1989', title: 'Panama', question: ask('USA', 'PAN', '1989-12-20'), owed: [{ state: 'MEX VEN', action: HELP, toward: 'PAN', treaty: 'rio-1947' }, { state: 'USA', action: 'not-attack', toward: 'PAN', treaty: 'rio-1947' }], source: RIO3 },
  { id: 'belgrano-1982', title: 'Britain on Argentina in the region', question: ask('GBR', 'ARG', '1982-05-02', { at: at(-55.4, -61.5), object: 'public-vessel', domain: 'sea' }), owed: [{ state: 'VEN PER', action: HELP, toward: 'ARG', treaty: 'rio-1947' }], noDuty: [{ state: 'FRA', action: FIGHT }], source: 'Rio Treaty, art. 4' },
  { id: 'mexico-2003', title: 'Mexico in its last year', question: ask('GTM', 'MEX', '2003-06-01'), owed: [{ state: 'USA', action: HELP, toward: 'MEX', treaty: 'rio-1947' }], source: 'Denounced 6 September 2002, two years (art. 25)' },
  { id: 'mexico-2005', title: 'Mexico afterward', question: ask('GTM', 'MEX', '2005-06-01'), notOwed: [{ state: 'USA', treaty: 'rio-1947', toward: 'MEX', reason: 'not-a-party' }], source: 'Denounced 6 September 2002, two years (art. 25)' },
  { id: 'nicaragua-2010', title: 'Nicaragua', question: ask('COL', 'NIC', '2010-06-01'), owed: [{ state: 'CRI HND', action: HELP, toward: 'NIC', treaty: 'rio-1947' }], source: RIO3 },
  { id: 'nicaragua-2016', title: 'Nicaragua after it left', question: ask('COL', 'NIC', '2016-06-01'), notOwed: [{ state: 'HND', treaty: 'rio-1947', toward: 'NIC', reason: 'not-a-party' }], source: 'Denounced 2012' },
  { id: 'cuba-1970', title: 'Cuba had left', question: ask('USA', 'CUB', '1970-06-01'), noDuty: [{ state: 'MEX BRA', action: FIGHT }], source: 'Denounced 29 March 1960' },
  { id: 'rio-1948-10', title: 'Not in force', question: ask('NIC', 'CRI', '1948-10-11'), notOwed: [{ state: 'USA', treaty: 'rio-1947', toward: 'CRI', reason: ['not-in-force', 'not-a-party'] }], source: 'In force 3 December 1948' },
  { id: 'costa-rica-1955', title: 'Costa Rica in 1955', question: ask('NIC', 'CRI', '1955-01-11'), owed: [{ state: 'USA', action: HELP, toward: 'CRI', treaty: 'rio-1947' }], source: RIO3 },
  { id: 'guyana-2023', title: 'Guyana is no party', question: ask('VEN', 'GUY', '2023-12-05'), noDuty: [{ state: 'USA BRA GBR', action: HELP }], owed: [{ state: 'VEN', action: 'not-attack', toward: 'GUY', treaty: 'un-charter' }], source: RIO3 },
  { id: 'usa-in-europe-rio', title: 'United States forces in Germany are outside the region', question: ask('RUS', 'USA', '1985-05-01', { at: at(49.44, 7.6), object: 'forces' }), notOwed: [{ state: 'BRA', treaty: 'rio-1947', toward: 'USA', reason: 'out-of-area' }], owed: [{ state: 'BRA', action: 'consult', toward: 'USA', treaty: 'rio-1947' }], source: 'Rio Treaty, art. 3(3)' },
  { id: 'venezuela-2026', title: 'Venezuela after it left', question: ask('USA', 'VEN', '2026-01-03'), notOwed: [{ state: 'BRA COL', treaty: 'rio-1947', toward: 'VEN', reason: 'not-a-party' }], owed: [{ state: 'USA', action: 'not-attack', toward: 'VEN', treaty: 'un-charter' }], source: 'Denounced 14 May 2013, two years (art. 25)' },
];
