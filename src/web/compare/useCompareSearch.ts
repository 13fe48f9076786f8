import { useAddress, type Address } from '../shell/useAddress.ts';
import { readCompare, writeCompare, type CompareSearch } from './search.ts';

/** The page's state, read from its address and written back to it. */
export const useCompareSearch = (): Address<CompareSearch> => useAddress('/compare', readCompare, writeCompare);
