import { useAddress, type Address } from '../shell/useAddress.ts';
import { readHistory, writeHistory, type HistorySearch } from './search.ts';

/** The page's state, read from its address and written back to it. */
export const useHistory = (): Address<HistorySearch> => useAddress('/history', readHistory, writeHistory);
