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

/** The column that numbers the states of a system. */
export const STATE_COLUMN = { cow: 'ccode', gw: 'gwcode' } as const;

export const SYSTEM_TITLES = { cow: 'Correlates of War', gw: 'Gleditsch and Ward' } as const;
