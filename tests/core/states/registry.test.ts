import { describe, expect, it } from 'vitest';
import { isInRange, spansOverlap } from '../../../src/core/states/dates.ts';
import { nameKey, namingsOf } from '../../../src/core/states/names.ts';
import { statesSchema } from '../../../src/core/states/schema.ts';
import type { Span } from '../../../src/core/states/types.ts';
import { catalogRegistry, catalogStates } from '../../support/states.ts';

const states = catalogStates();
const registry = catalogRegistry();

/** Members of the United Nations in 2025: 193 (United Nations, "Member States"). */
const UN_MEMBERS_2025 = 193;
/** Names that two states bear at the same time; the registry reports them as ambiguous. */
const SHARED_NAMES = ['congo', 'hesse', 'korea'];

const endOf = (span: Span) => span.to ?? '9999-12-31';
const startOf = (span: Span) => span.from ?? '0000-01-01';
const within = (inner: Span, outer: Span) => startOf(outer) <= startOf(inner) && endOf(inner) <= endOf(outer);

describe('an id that is no state', () => {
  it('exists never, is in no class and has no capital; its name is the id', () => {
    const { state, existsOn, isEuropean, isGreatPower, isCommunist, capitalOn, nameOf } = registry;
    const day = '1914-07-28';
    expect([state('XXX'), existsOn('XXX', day), isEuropean('XXX'), isGreatPower('XXX', day), isCommunist('XXX', day)]).toEqual([
      undefined,
      false,
      false,
      false,
      false,
    ]);
    expect([capitalOn('XXX', day), nameOf('XXX', day)]).toEqual([undefined, 'XXX']);
  });
});

describe('the catalog of states', () => {
  it('holds every member of the United Nations, and Kosovo, Palestine and Taiwan', () => {
    const today = registry.on('2025-01-01').map(({ id }) => id);
    expect(today).toHaveLength(UN_MEMBERS_2025 + 3);
    expect(today).toEqual(expect.arrayContaining(['XKX', 'PSE', 'TWN']));
  });

  it('gives every state of today its ISO codes, each once, and no state that is gone', () => {
    const coded = states.filter((state) => state.iso3 !== undefined);
    expect(coded.map(({ id }) => id).toSorted()).toEqual(
      registry
        .on('2025-01-01')
        .map(({ id }) => id)
        .filter((id) => id !== 'XKX')
        .toSorted(),
    );
    expect(new Set(coded.map(({ isoNumeric }) => isoNumeric)).size).toBe(coded.length);
    expect(coded.filter(({ isoNumeric }) => isoNumeric === undefined)).toEqual([]);
  });

  it.each(states.map((state) => [state.id, state] as const))('%s: dates lie in the range of the program and in its life', (_id, state) => {
    const spans = [state.exists, state.names, state.capitals, state.greatPower, state.communist].flatMap((list) => list ?? []);
    for (const { from, to } of spans) {
      expect(from === undefined || isInRange(from)).toBe(true);
      expect(to === undefined || isInRange(to)).toBe(true);
    }
    for (const span of [...(state.communist ?? []), ...(state.greatPower ?? [])]) {
      expect(state.exists.some((existence) => within(span, existence)) || span.from === undefined).toBe(true);
    }
    for (const capital of state.capitals) expect(state.exists.some((existence) => spansOverlap(existence, capital))).toBe(true);
  });

  it.each(states.map((state) => [state.id, state] as const))('%s: has one capital on every day of its life', (id, state) => {
    for (const existence of state.exists) {
      const changes = state.capitals.flatMap(({ from, to }) => [from, to]).filter((date) => date !== undefined);
      const days = [existence.from ?? '1815-01-01', ...changes].filter((date) => date >= startOf(existence) && date < endOf(existence));
      for (const day of days) {
        const capitals = state.capitals.filter((capital) => startOf(capital) <= day && day < endOf(capital));
        expect(
          capitals.map(({ name }) => name),
          `${id} on ${day}`,
        ).toHaveLength(1);
      }
    }
  });

  it.each(states.flatMap((state) => state.capitals.map((capital) => [state.id, capital.name, state, capital] as const)))(
    '%s: %s lies on its continent',
    (_id, _name, state, { lat, lon }) => {
      const boxes = {
        europe: [34, 72, -25, 62],
        asia: [-12, 56, 25, 146],
        africa: [-35, 38, -26, 60],
        'north-america': [7, 72, -170, -52],
        'south-america': [-56, 13, -82, -34],
        oceania: [-48, 20, 110, 240],
      } as const;
      const inside = [state.continent, ...(state.alsoIn ?? [])].some((continent) => {
        const [south, north, west, east] = boxes[continent];
        return lat >= south && lat <= north && [lon, lon + 360].some((value) => value >= west && value <= east);
      });
      expect(inside).toBe(true);
    },
  );

  it('lets no two states share a name at the same time but those that are known to', () => {
    const bearers = new Map<string, { id: string; span: Span }[]>();
    for (const state of states) {
      for (const naming of namingsOf(state)) {
        const spans = naming.kind === 'former-name' ? [naming] : state.exists;
        for (const span of spans) bearers.set(naming.key, [...(bearers.get(naming.key) ?? []), { id: state.id, span }]);
      }
    }
    const shared = [...bearers].filter(([, list]) =>
      list.some((one, index) => list.slice(index + 1).some((other) => one.id !== other.id && spansOverlap(one.span, other.span))),
    );
    expect(shared.map(([key]) => key).toSorted()).toEqual(SHARED_NAMES);
  });

  it('repeats no name within a state', () => {
    for (const state of states) {
      const keys = new Set([state.name, ...(state.aliases ?? [])].map(nameKey));
      expect(keys.size, state.id).toBe(1 + (state.aliases ?? []).length);
    }
  });
});

describe('statesSchema', () => {
  const good = { id: 'AAA', name: 'A', exists: [{}], capitals: [{ name: 'A', lat: 0, lon: 0 }], continent: 'asia' };
  const messages = (...list: unknown[]) => statesSchema.safeParse(list).error?.issues.map(({ message }) => message);

  it('accepts a plain record', () => {
    expect(messages(good)).toBeUndefined();
  });

  it.each([
    ['an unknown key', [{ ...good, capitol: 'A' }], 'Unrecognized key: "capitol"'],
    ['no real date', [{ ...good, exists: [{ from: '1900-02-30' }] }], 'expected a date of the calendar, written YYYY-MM-DD'],
    ['a span turned round', [{ ...good, exists: [{ from: '1920-01-01', to: '1919-01-01' }] }], 'the span from 1920-01-01 ends before it begins'],
    [
      'spans that overlap',
      [{ ...good, exists: [{ to: '1919-01-01' }, { from: '1918-01-01' }] }],
      'spans must follow each other without overlap; the one up to 1919-01-01 runs into the next',
    ],
    ['an id given twice', [good, good], 'the id AAA is given twice'],
    ['an unknown predecessor', [{ ...good, predecessors: ['BBB'] }], 'the list holds no state BBB'],
    [
      'a predecessor that does not answer',
      [
        { ...good, predecessors: ['BBB'] },
        { ...good, id: 'BBB' },
      ],
      'BBB does not name AAA among its successors',
    ],
    ['an ISO code that is not the id', [{ ...good, iso3: 'BBB' }], 'a state with the ISO code BBB has it for an id'],
  ])('refuses %s', (_what, list, message) => {
    expect(messages(...list)).toContain(message);
  });
});

describe('the registry', () => {
  it.each([
    ['RUS', '1914-07-28', 'Russia'],
    ['RUS', '1939-08-23', 'Soviet Union'],
    ['RUS', '1991-12-25', 'Soviet Union'],
    ['RUS', '1991-12-26', 'Russia'],
    ['DEU', '1866-06-14', 'Prussia'],
    ['DEU', '1914-08-01', 'Germany'],
    ['DEU', '1955-05-09', 'West Germany'],
    ['DEU', '1990-10-03', 'Germany'],
    ['ITA', '1859-04-26', 'Sardinia'],
    ['ITA', '1861-03-17', 'Italy'],
    ['TUR', '1914-10-29', 'Ottoman Empire'],
    ['TUR', '1952-02-18', 'Turkey'],
    ['AUH', '1866-06-14', 'Austria'],
    ['AUH', '1914-07-28', 'Austria-Hungary'],
    ['IRN', '1907-08-31', 'Persia'],
    ['THA', '1904-04-08', 'Siam'],
    ['MMR', '1962-03-02', 'Burma'],
    ['LKA', '1954-01-01', 'Ceylon'],
    ['BFA', '1970-01-01', 'Upper Volta'],
    ['COD', '1980-01-01', 'Zaire'],
    ['EGY', '1967-06-05', 'United Arab Republic'],
    ['YUG', '1920-08-14', 'Kingdom of Serbs, Croats and Slovenes'],
    ['YUG', '2004-01-01', 'Serbia and Montenegro'],
    ['MKD', '2001-01-01', 'Macedonia'],
    ['TZA', '1962-01-01', 'Tanganyika'],
  ])('%s on %s is called %s', (id, date, name) => {
    expect(registry.nameOf(id, date)).toBe(name);
  });

  it('uses the current or last name without a date, and the id where it knows none', () => {
    expect(registry.nameOf('RUS')).toBe('Russia');
    expect(registry.nameOf('CSK')).toBe('Czechoslovakia');
    expect(registry.nameOf('QQQ')).toBe('QQQ');
  });

  it.each([
    ['POL', '1918-11-10', false],
    ['POL', '1918-11-11', true],
    ['POL', '1942-01-01', true],
    ['FRA', '1942-01-01', true],
    ['AUT', '1938-03-12', true],
    ['AUT', '1940-01-01', false],
    ['AUT', '1955-05-15', true],
    ['CSK', '1939-09-01', false],
    ['CSK', '1943-12-12', true],
    ['ETH', '1938-01-01', false],
    ['EST', '1950-01-01', false],
    ['EST', '2004-03-29', true],
    ['UKR', '1950-01-01', false],
    ['DEU', '1946-01-01', true],
    ['KOR', '1904-02-08', true],
    ['KOR', '1930-01-01', false],
    ['SYR', '1960-01-01', false],
    ['CAN', '1914-08-04', false],
    ['EGY', '1882-07-11', false],
    ['QQQ', '2000-01-01', false],
  ])('%s on %s: exists %s', (id, date, exists) => {
    expect(registry.existsOn(id, date)).toBe(exists);
    expect(registry.on(date).some((state) => state.id === id)).toBe(exists);
  });

  it('counts Russia and Turkey among the European Powers, and not Egypt, Japan or what it does not know', () => {
    expect(['RUS', 'TUR', 'GBR', 'CYP', 'EGY', 'JPN', 'USA', 'QQQ'].map((id) => registry.isEuropean(id))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    // Levy 1983, table 2.1, for 1815 to 1975.
    ['1815-06-09', ['AUH', 'DEU', 'FRA', 'GBR', 'RUS']],
    ['1914-07-28', ['AUH', 'DEU', 'FRA', 'GBR', 'ITA', 'JPN', 'RUS', 'USA']],
    ['1920-01-10', ['FRA', 'GBR', 'ITA', 'JPN', 'USA']],
    ['1939-09-01', ['DEU', 'FRA', 'GBR', 'ITA', 'JPN', 'RUS', 'USA']],
    ['1962-10-22', ['CHN', 'FRA', 'GBR', 'RUS', 'USA']],
    ['2020-01-01', ['CHN', 'DEU', 'FRA', 'GBR', 'JPN', 'RUS', 'USA']],
  ])('on %s the great powers are %j', (date, powers) => {
    expect(
      registry.all
        .map(({ id }) => id)
        .filter((id) => registry.isGreatPower(id, date))
        .toSorted(),
    ).toEqual(powers);
  });

  it.each([
    ['RUS', '1917-11-06', false],
    ['RUS', '1954-09-08', true],
    ['RUS', '2022-02-24', false],
    ['CHN', '1949-09-30', false],
    ['CHN', '1954-09-08', true],
    ['VNM', '1954-09-08', true],
    ['RVN', '1965-03-08', false],
    ['CUB', '1959-01-01', false],
    ['CUB', '1962-10-22', true],
    ['YUG', '1955-01-01', true],
    ['QQQ', '1955-01-01', false],
  ])('%s on %s: communist %s', (id, date, communist) => {
    expect(registry.isCommunist(id, date)).toBe(communist);
  });

  it.each([
    ['RUS', '1914-08-01', 'Saint Petersburg'],
    ['RUS', '1939-08-23', 'Moscow'],
    ['TUR', '1914-10-29', 'Constantinople'],
    ['TUR', '1924-01-01', 'Ankara'],
    ['ITA', '1860-01-01', 'Turin'],
    ['ITA', '1866-06-20', 'Florence'],
    ['ITA', '1915-05-23', 'Rome'],
    ['DEU', '1939-09-01', 'Berlin'],
    ['DEU', '1962-01-01', 'Bonn'],
    ['DEU', '2000-01-01', 'Berlin'],
    ['BRA', '1942-08-22', 'Rio de Janeiro'],
    ['AUS', '1951-09-01', 'Canberra'],
  ])('%s on %s is governed from %s', (id, date, name) => {
    expect(registry.capitalOn(id, date)?.name).toBe(name);
  });

  it('knows no capital where the state has none', () => {
    expect(registry.capitalOn('QQQ', '2000-01-01')).toBeUndefined();
    expect(registry.capitalOn('BRN', '2000-01-01')?.name).toBe('Bandar Seri Begawan');
    expect(registry.capitalOn('VNM', '1900-01-01')).toBeUndefined();
  });
});
