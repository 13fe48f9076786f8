/**
 * SIPRI's names as the registry of states knows them. Serbia's figures until 2005 are those of the Federal Republic of Yugoslavia,
 * later Serbia and Montenegro; Russia has empty rows for the years of the Soviet Union.
 * @param relation a table with the columns country and year
 */
export const withState = (relation: string): string => `SELECT *, CASE country
    WHEN 'Congo, DR' THEN 'Democratic Republic of the Congo'
    WHEN 'Congo, Republic' THEN 'Republic of the Congo'
    WHEN 'Cape Verde' THEN 'Cabo Verde'
    WHEN 'Gambia, The' THEN 'Gambia'
    WHEN 'Korea, North' THEN 'North Korea'
    WHEN 'Korea, South' THEN 'South Korea'
    WHEN 'Yemen, North' THEN 'Yemen Arab Republic'
    WHEN 'Russia' THEN CASE WHEN year::INTEGER > 1991 THEN country END
    WHEN 'Serbia' THEN CASE WHEN year::INTEGER < 2006 THEN 'Yugoslavia' ELSE country END
    ELSE country END AS state
  FROM ${relation}`;
