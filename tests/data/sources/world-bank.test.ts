import { describe, expect, it } from 'vitest';
import { worldBank } from '../../../src/data/sources/world-bank/source.ts';
import { published } from '../../support/published.ts';

const across = (indicator: string, lines: readonly string[]): string =>
  [
    '\uFEFF"Data Source","World Development Indicators",',
    '',
    '"Last Updated Date","2025-01-28",',
    '',
    '"Country Name","Country Code","Indicator Name","Indicator Code","1960","1961","1962",',
    ...lines.map((line) => line.replace('IND', `"words","${indicator}"`)),
    '',
  ].join('\r\n');

describe('the World Bank', () => {
  it('GDP is read from the file with years across: four lines above, blanks and .. left out', async () => {
    const text = across('NY.GDP.MKTP.CD', ['"Freedonia, Rep.","AAA",IND,"2000000000.5","..","3e9",', '"Arab World","ARB",IND,"","","7000000000",']);
    const { table, found } = await published(worldBank, 'API_NY.GDP.MKTP.CD_DS2_en_csv_v2_76261.csv', text);
    expect(table).toBe('gdp');
    expect(found).toEqual([
      { country_code: 'AAA', year: 1960, country_name: 'Freedonia, Rep.', gdp: 2_000_000_000.5 },
      { country_code: 'AAA', year: 1962, country_name: 'Freedonia, Rep.', gdp: 3e9 },
      { country_code: 'ARB', year: 1962, country_name: 'Arab World', gdp: 7e9 },
    ]);
  });

  it('population is read from its own file, long or with years across', async () => {
    const long = '"Country Name","Country Code","Year","Value"\n"Freedonia","AAA",1960,2000001\n';
    const expected = [{ country_code: 'AAA', year: 1960, country_name: 'Freedonia', population: 2_000_001 }];
    expect((await published(worldBank, 'wb_population.csv', long)).found).toEqual(expected);
    const wide = across('SP.POP.TOTL', ['"Freedonia","AAA",IND,"2000001","","",']);
    expect((await published(worldBank, 'API_SP.POP.TOTL_DS2_en_csv_v2_1.csv', wide)).found).toEqual(expected);
  });

  it('files about the data are not taken for it, and another layout is refused', async () => {
    await expect(published(worldBank, 'Metadata_Country_API_SP.POP.TOTL_DS2_en_csv_v2_1.csv', 'x\n1\n')).rejects.toThrow('published under this name');
    await expect(published(worldBank, 'API_SP.POP.TOTL_DS2_en_csv_v2_1.csv', 'Country,Code,1960\nFreedonia,AAA,1\n')).rejects.toThrow();
    await expect(published(worldBank, 'wb_population.csv', 'Country Name,Country Code,Year,Value\nA,AAA,1960,2.5\n')).rejects.toThrow('count of people');
    await expect(published(worldBank, 'wb_gdp_current_usd.csv', 'Country Name,Country Code,Year,Value\nA,AAA,1960,2.5\n')).rejects.toThrow('in dollars');
  });
});
