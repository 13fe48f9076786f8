/** `foedus/data`: published data sets in the store of a workspace, and the panels, measures and networks made of them. Node alone. */
export { importFolder, importMadeUp, type ImportReport } from './data-import.ts';
export { pull, type Pulled, type PullProgress } from './data-pull.ts';
export { listSources, type ListedSource } from './data-sources.ts';
export { storeStatus, type StoreStatus } from './data-status.ts';
export { citationsOf } from './data-cite.ts';
export { bibtex } from '../core/formats/bibtex.ts';
export { storeFolder } from './store-folder.ts';
export { usingStore as withStore } from './with-store.ts';
export type { Store } from '../data/store/store.ts';

export { buildPanel, panelSummary, stateCodes, type AuditEntry, type BuiltPanel, type PanelRequest, type PanelSummary } from './panel.ts';
export { similarityOf, type SimilarityAnswer, type SimilarityRequest } from './similarity.ts';
export { networkOf, networksOf, type NetworkAnswer, type NetworkRequest, type NetworksAnswer } from './network.ts';
export { listMeasures, runMeasure } from './measure.ts';
export type { Facts, Measured, Question } from './measures/define.ts';
export { storeFacts } from './store-facts.ts';

export { isMissing, MISSING, valueAt, type Column } from '../core/table/column.ts';
export { columnOf, numberColumn, rowAt, rowsOf, textColumn, type Row, type Table } from '../core/table/table.ts';
export { tableFromRows } from '../core/table/from-rows.ts';
export { writePanel } from './panel-files.ts';
export { writeTable } from './write-table.ts';
export { UserError } from './user-error.ts';
