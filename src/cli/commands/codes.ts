import { CODE_SYSTEMS, type CodeSystem } from '../../core/states/types.ts';
import { defineCommand } from '../command.ts';

export const codes = defineCommand({
  name: 'codes',
  summary: 'turn state codes of one system into another, as of a date',
  description:
    "Systems: iso3 (ISO 3166 alpha-3 and the registry's own), cow (Correlates of War), gw (Gleditsch-Ward), as numbers or abbreviations, and name. " +
    'Every answer that fits is given; none is guessed. A value that has no answer makes the exit status 1. Values that fall together in one code are warned of.',
  examples: [
    { line: 'foedus codes 300 --from cow --to iso3 --date 1914-07-28', note: 'the COW number 300 in 1914 is Austria-Hungary' },
    { line: 'foedus codes RUS DEU --to name --date 1939-09-01', note: 'what the two were called on that day' },
    {
      line: 'foedus codes 255 260 678 679 --from cow --to gw --year 1990',
      note: 'in the year of two unifications, two pairs of COW states are one each in the list of Gleditsch and Ward',
    },
  ],
  args: [{ name: 'values', description: 'codes or names; all states when left out', many: true }],
  flags: [
    { name: 'from', value: 'SYSTEM', description: 'the system of the values; iso3 when left out', choices: CODE_SYSTEMS },
    { name: 'to', value: 'SYSTEM', description: 'the system wanted; that of foedus.config.yaml, or name, when left out', choices: CODE_SYSTEMS },
    { name: 'date', value: 'DATE', description: 'the day the code is of; every date when left out' },
    { name: 'year', value: 'YEAR', description: 'in place of a date: any day of the year' },
  ],
  run: async (input, { io, note }) => {
    const [{ loadCatalog }, { convertStateCodes }, { readConfig }, { dayOf, yearOf }, { table }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/codes.ts'),
      import('../../app/config.ts'),
      import('../../app/dates.ts'),
      import('../style.ts'),
    ]);
    const pick = (name: string, otherwise: CodeSystem) => CODE_SYSTEMS.find((system) => system === input.flag(name)) ?? otherwise;
    const date = input.flag('date');
    const year = input.flag('year');
    const { rows, warnings } = convertStateCodes(loadCatalog(), input.arguments('values'), {
      from: pick('from', 'iso3'),
      to: pick('to', readConfig(io.cwd).codes ?? 'name'),
      ...(date !== undefined && { date: dayOf(date) }),
      ...(year !== undefined && { year: yearOf(year) }),
    });
    warnings.forEach(note);
    return {
      value: { rows, warnings },
      text: () => table(rows.map((row) => [row.value, row.matches.map((match) => match.value).join(' or ') || '-', row.note ?? ''])),
      exit: rows.some(({ matches }) => matches.length === 0) ? 1 : 0,
    };
  },
});
