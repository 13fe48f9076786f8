/** What pages show where an address asks nothing. */
export const BURDEN_START = { treaty: 'nato', date: '2025-06-01' } as const;
export const COMPARE_START = { treaties: 'us-japan-1960,us-philippines-1951', date: '2025-06-01' } as const;
export const DESIGN_START = { treaty: 'nato', date: '2025-06-01' } as const;
export const HISTORY_START = { date: '1914-07-28' } as const;
export const DECADES_START = { from: '2026-01-01' } as const;
