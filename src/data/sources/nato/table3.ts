/**
 * Table 3 of NATO's workbook: a title in the first cell, blocks of figures under their headings, each with a row of years (2014
 * to 2025e, of which e marks estimates) and a row a country. The block of shares of GDP is the one wanted.
 */
export const TABLE_3 = `WITH
  cells AS (SELECT "row", col, value FROM raw WHERE sheet IN (SELECT sheet FROM raw WHERE "row" = 1 AND col = 1 AND regexp_matches(value, '^Table 3 *:', 'i'))),
  heading AS (SELECT min("row") AS at FROM cells WHERE col = 1 AND regexp_matches(value, '^Share of (real )?GDP', 'i')),
  header AS (SELECT min("row") AS at FROM cells, heading WHERE "row" > heading.at AND col = 2 AND regexp_full_match(value, '[0-9]{4} *e?', 'i')),
  next AS (
    SELECT coalesce(min("row"), 100000) AS at FROM cells, header
    WHERE "row" > header.at AND col = 1 AND "row" NOT IN (SELECT "row" FROM cells WHERE col = 2)
  ),
  years AS (SELECT col, value FROM cells, header WHERE "row" = header.at AND regexp_full_match(value, '[0-9]{4} *e?', 'i'))
  SELECT trim(regexp_replace(names.value, '[*]+', '', 'g')) AS country,
    substr(years.value, 1, 4) AS year,
    CASE WHEN regexp_matches(years.value, 'e', 'i') THEN '1' ELSE '0' END AS estimate,
    cells.value AS share_gdp_pct
  FROM cells
  JOIN years ON cells.col = years.col
  JOIN cells AS names ON names."row" = cells."row" AND names.col = 1
  CROSS JOIN header CROSS JOIN next
  WHERE cells."row" > header.at AND cells."row" < next.at`;
