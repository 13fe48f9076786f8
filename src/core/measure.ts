/** `foedus/measure`: power, similarity, networks and the stability of systems, each from numbers given. Runs in Node and in the browser. */
export { countAlignments, alignmentOf, type Alignment, type AlignmentCount, type AllianceChoice, type Threats } from './measures/balancing.ts';
export { banzhaf, banzhafOf, type Banzhaf } from './measures/banzhaf.ts';
export { cinc, COMPONENTS, componentsKnown } from './measures/cinc.ts';
export { collectiveSecurity, type Deterred } from './measures/collective-security.ts';
export { concentration } from './measures/concentration.ts';
export { energyOf, landscape, type Landscape, type LandscapeMinimum } from './measures/landscape.ts';
export { lossOfStrength, milesOf, milesPerDay } from './measures/loss-of-strength.ts';
export { balanceOfPower, type BalanceOfPower } from './measures/niou-ordeshook-rose.ts';
export { polarity, type Polarity } from './measures/polarity.ts';
export { shapleyShubik, shapleyShubikOf } from './measures/shapley-shubik.ts';
export { vetoRule, weightedVote, type VotingGame, type VotingRule } from './measures/voting-game.ts';
export { warStability, warStableNetworks, type WarStability } from './measures/war-stability.ts';
export { formatFraction, toNumber, type Fraction } from './math/fraction.ts';

export { capabilitiesByYear, type Capabilities } from './measures/record/capabilities.ts';
export { membersByYear, type Members } from './measures/record/members.ts';
export { OBLIGATIONS, pledgesByYear, type Obligation, type Pledges } from './measures/record/pledges.ts';

export { similarities, type Similarities } from './measures/similarity/all-dyads.ts';
export type { Distance } from './measures/similarity/distance.ts';
export { cohensKappa } from './measures/similarity/kappa.ts';
export { scottsPi } from './measures/similarity/pi.ts';
export { portfoliosOf, type PortfolioYear } from './measures/similarity/portfolios.ts';
export { sScore, type SOptions } from './measures/similarity/s.ts';
export { tauB } from './measures/similarity/tau-b.ts';

export { structuralBalance, type Balance } from './measures/network/balance.ts';
export { clustering, type Clustering } from './measures/network/clustering.ts';
export { components, type Components } from './measures/network/components.ts';
export { coreness } from './measures/network/coreness.ts';
export { degreeAssortativity } from './measures/network/assortativity.ts';
export { degrees, directedDegrees } from './measures/network/degree.ts';
export { density } from './measures/network/density.ts';
export { eigenvectorCentrality, type EigenvectorCentrality } from './measures/network/eigenvector.ts';
export { faultLines, type FaultLines } from './measures/network/fault-lines.ts';
export { createGraph, without, type Graph } from './measures/network/graph.ts';
export { louvain, type Communities } from './measures/network/louvain.ts';
export { measureNetwork, type NetworkMeasures, type NetworkSummary, type StateMeasures } from './measures/network/measures.ts';
export { modularity } from './measures/network/modularity.ts';
export { obligationNetwork, type ObligationNetwork } from './measures/network/obligation-network.ts';
export { pageRank, type PageRank } from './measures/network/pagerank.ts';
export { shortestPaths, type ShortestPaths } from './measures/network/shortest-paths.ts';
export { spectrum } from './measures/network/spectrum.ts';
export { networksByYear, type NetworkYear } from './measures/network/yearly.ts';

export { createRng, type Rng } from './math/rng.ts';
export { tableFromRows } from './table/from-rows.ts';
export type { Table } from './table/table.ts';
