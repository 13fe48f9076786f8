/**
 * The published workbook: a sheet a measure, its header in the first row that begins with "Country", years across, regions as
 * rows without figures, and figures that may be "..." (none at hand) or "xxx" (no such state).
 */
export const SIPRI_CELLS = `WITH
  header AS (SELECT sheet, min("row") AS at FROM raw WHERE col = 1 AND value = 'Country' GROUP BY sheet),
  titles AS (SELECT raw.sheet, raw.col, raw.value AS title FROM raw JOIN header ON raw.sheet = header.sheet AND raw."row" = header.at),
  cells AS (
    SELECT raw.sheet, names.value AS country, titles.title, raw.value
    FROM raw
    JOIN header ON raw.sheet = header.sheet AND raw."row" > header.at
    JOIN titles ON raw.sheet = titles.sheet AND raw.col = titles.col
    JOIN raw AS names ON names.sheet = raw.sheet AND names."row" = raw."row" AND names.col = 1
    WHERE raw.value NOT IN ('...', '. .', '..', 'xxx')
      AND raw.sheet IN ('Constant (2023) US$', 'Current US$', 'Share of GDP', 'Per capita', 'Share of Govt. spending')
  ),
  notes AS (SELECT country, max(value) AS notes FROM cells WHERE title = 'Notes' AND sheet = 'Current US$' GROUP BY country)
  SELECT country, title AS year,
    max(value) FILTER (WHERE sheet = 'Constant (2023) US$') AS constant_2023_usd_m,
    max(value) FILTER (WHERE sheet = 'Current US$') AS current_usd_m,
    max(value) FILTER (WHERE sheet = 'Share of GDP') AS share_of_gdp,
    max(value) FILTER (WHERE sheet = 'Per capita') AS per_capita_usd,
    max(value) FILTER (WHERE sheet = 'Share of Govt. spending') AS share_of_govt_spending,
    any_value(notes.notes) AS notes
  FROM cells LEFT JOIN notes USING (country)
  WHERE regexp_full_match(title, '[0-9]{4}')
  GROUP BY country, title`;
