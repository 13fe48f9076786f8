import type { Variable } from '../../source.ts';

/** The ten subjects of the World Economic Outlook that are kept, by the codes of the IMF. */
export const SUBJECTS = {
  NGDPD: { kind: 'float64', label: 'GDP, billions of current US dollars' },
  PPPGDP: { kind: 'float64', label: 'GDP at purchasing power parity, billions of international dollars' },
  NGDPDPC: { kind: 'float64', label: 'GDP per head, current US dollars' },
  PPPSH: { kind: 'float64', label: "share of the world's GDP at purchasing power parity, percent" },
  NGDP_RPCH: { kind: 'float64', label: 'growth of GDP at constant prices, percent' },
  LP: { kind: 'float64', label: 'population, millions' },
  GGXWDG_NGDP: { kind: 'float64', label: 'gross debt of general government, percent of GDP' },
  GGXCNL_NGDP: { kind: 'float64', label: 'net lending (+) or borrowing (-) of general government, percent of GDP' },
  GGX_NGDP: { kind: 'float64', label: 'expenditure of general government, percent of GDP' },
  GGR_NGDP: { kind: 'float64', label: 'revenue of general government, percent of GDP' },
} as const satisfies Readonly<Record<string, Variable>>;

const codes = Object.keys(SUBJECTS);

/** SQL that spreads cells (area, name, subject, year, figure, last actual year) over our columns, one row an area and year. */
const spread = (cells: string): string => `SELECT ref_area, any_value(area) AS area, year,
    ${codes.map((subject) => `max(figure) FILTER (WHERE subject = '${subject}') AS "${subject}"`).join(', ')},
    max(last_actual) FILTER (WHERE subject = 'NGDPD') AS "lastactual_NGDPD",
    max(last_actual) FILTER (WHERE subject = 'GGXWDG_NGDP') AS "lastactual_GGXWDG_NGDP"
  FROM (${cells})
  WHERE subject IN (${codes.map((subject) => `'${subject}'`).join(', ')}) AND figure NOT IN ('', 'n/a', '--')
  GROUP BY ref_area, year`;

/** Figures are printed with thousands separators in some editions. */
const figure = (value: string): string => `replace(trim(${value}), ',', '')`;

/** The tab-delimited editions to April 2025: a line a country and subject, years across, notes under the table. */
export const TABBED = spread(`SELECT "ISO" AS ref_area, "Country" AS area, "WEO Subject Code" AS subject, year, ${figure('value')} AS figure,
    "Estimates Start After" AS last_actual
  FROM (UNPIVOT (SELECT * FROM raw WHERE "ISO" IS NOT NULL) ON COLUMNS('^[0-9]{4}$') INTO NAME year VALUE value)`);

/** The workbooks from October 2025: a row a country or group and indicator, years across, titles in the first row. */
export const PORTAL = spread(`WITH
    titles AS (SELECT sheet, col, value AS title FROM raw WHERE "row" = 1 AND sheet IN ('Countries', 'Country Groups')),
    cells AS (SELECT raw.sheet, raw."row", titles.title, raw.value FROM raw JOIN titles ON raw.sheet = titles.sheet AND raw.col = titles.col WHERE raw."row" > 1),
    series AS (
      SELECT sheet, "row",
        max(value) FILTER (WHERE title = 'COUNTRY.ID') AS ref_area,
        max(value) FILTER (WHERE title = 'COUNTRY') AS area,
        max(value) FILTER (WHERE title = 'INDICATOR.ID') AS subject,
        max(value) FILTER (WHERE title = 'FREQUENCY') AS frequency,
        max(value) FILTER (WHERE title = 'LATEST_ACTUAL_ANNUAL_DATA') AS last_actual
      FROM cells GROUP BY sheet, "row"
    )
  SELECT ref_area, area, subject, title AS year, ${figure('value')} AS figure, last_actual
  FROM cells JOIN series USING (sheet, "row")
  WHERE regexp_full_match(title, '[0-9]{4}') AND frequency = 'Annual'`);

/** Codes of the IMF that are not those of the registry of states. */
export const withState = (relation: string): string =>
  `SELECT *, CASE ref_area WHEN 'KOS' THEN 'XKX' WHEN 'UVK' THEN 'XKX' WHEN 'WBG' THEN 'PSE' ELSE ref_area END AS iso3c FROM ${relation}`;
