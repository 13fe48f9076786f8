import { defineJoin } from './join.ts';
import { ONE_ROW } from './words.ts';

/** Output, people and public finance, by the IMF. */
export const weo = defineJoin({
  id: 'weo',
  source: 'weo',
  joins: [
    {
      of: 'states',
      table: 'state-year',
      state: 'iso3c',
      when: { year: 'year' },
      columns: [
        { from: 'NGDPD' },
        { from: 'PPPGDP' },
        { from: 'NGDPDPC' },
        { from: 'PPPSH' },
        { from: 'NGDP_RPCH' },
        { from: 'LP' },
        { from: 'GGXWDG_NGDP' },
        { from: 'GGXCNL_NGDP' },
        { from: 'GGX_NGDP' },
        { from: 'GGR_NGDP' },
      ],
      several: ONE_ROW,
    },
  ],
});

/** GDP and people, by the World Bank. */
export const worldBank = defineJoin({
  id: 'world-bank',
  source: 'world-bank',
  joins: [
    { of: 'states', table: 'gdp', state: 'country_code', when: { year: 'year' }, columns: [{ from: 'gdp' }], several: ONE_ROW },
    { of: 'states', table: 'population', state: 'country_code', when: { year: 'year' }, columns: [{ from: 'population' }], several: ONE_ROW },
  ],
});
