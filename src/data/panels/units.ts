/** What a row of a panel is. */
export const PANEL_UNITS = ['state-year', 'dyad-year', 'directed-dyad-year', 'alliance-member-year', 'dispute-participant', 'k-ad-year'] as const;
export type PanelUnit = (typeof PANEL_UNITS)[number];

/** The lists of states a panel can be made from. */
export const SYSTEMS = ['cow', 'gw'] as const;
export type SystemId = (typeof SYSTEMS)[number];

/** First and last year, both included. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/** How many years a panel has. */
export const spanOf = ({ first, last }: Years): number => last - first + 1;

/** Whose list a system is, in a sentence: "the list of ...". */
export const SYSTEM_TITLES = { cow: 'the Correlates of War', gw: 'Gleditsch and Ward' } as const;

/** The column that numbers the states of a system. */
export const STATE_COLUMN = { cow: 'ccode', gw: 'gwcode' } as const;
