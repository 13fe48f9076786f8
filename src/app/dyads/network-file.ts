import type { GraphFile } from '../../core/formats/graph-file.ts';
import type { NetworkAnswer } from '../network.ts';

/** A network of a year as graph programs read it: undirected, who owes whom told by attributes of the edges. */
export function networkFile({ year, obligation, states, ties, notes, method }: NetworkAnswer): GraphFile {
  return {
    name: `${obligation}-${year}`,
    description: [`Foedus: ${obligation} obligations in ${year}.`, ...notes, `Tie: ${method['tie'] ?? ''}.`].join(' '),
    directed: false,
    nodeAttributes: {
      ccode: 'int',
      stateabb: 'string',
      name: 'string',
      degree: 'int',
      in_degree: 'int',
      out_degree: 'int',
      betweenness: 'double',
      closeness: 'double',
      eigenvector_max1: 'double',
      pagerank: 'double',
      clustering: 'double',
      coreness: 'int',
      component: 'int',
      community: 'int',
    },
    edgeAttributes: { source_owes: 'boolean', target_owes: 'boolean' },
    nodes: states.map((state) => ({ id: String(state.ccode), label: state.name, values: { ...state } })),
    edges: ties
      .filter(({ members }) => members)
      .map(({ ccode1, ccode2, ccode1_owes, ccode2_owes }) => ({
        source: String(ccode1),
        target: String(ccode2),
        values: { source_owes: ccode1_owes, target_owes: ccode2_owes },
      })),
  };
}
