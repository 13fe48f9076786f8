import { attributeText, type AttributeType, type GraphFile } from './graph-file.ts';
import { xmlText } from './xml.ts';

/**
 * A network as GraphML (U. Brandes, M. Eiglsperger, I. Herman, M. Himsolt and M. S. Marshall, "GraphML Progress Report", Graph
 * Drawing 2001): read by igraph, NetworkX, Gephi, Cytoscape, yEd. The attribute `label` of a node is its name in words.
 */
export function graphml({ name, description, directed, nodeAttributes, edgeAttributes, nodes, edges }: GraphFile): string {
  const key = (scope: 'node' | 'edge') => (attribute: string, type: AttributeType) =>
    `  <key id="${scope}-${xmlText(attribute)}" for="${scope}" attr.name="${xmlText(attribute)}" attr.type="${type}"/>`;
  const data = (scope: 'node' | 'edge', values: GraphFile['nodes'][number]['values'], types: Readonly<Record<string, AttributeType>>) =>
    Object.keys(types)
      .flatMap((attribute) => {
        const text = attributeText(values[attribute]);
        return text === undefined ? [] : [`<data key="${scope}-${xmlText(attribute)}">${xmlText(text)}</data>`];
      })
      .join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    `  <desc>${xmlText(description)}</desc>`,
    key('node')('label', 'string'),
    ...Object.entries(nodeAttributes).map(([attribute, type]) => key('node')(attribute, type)),
    ...Object.entries(edgeAttributes).map(([attribute, type]) => key('edge')(attribute, type)),
    `  <graph id="${xmlText(name)}" edgedefault="${directed ? 'directed' : 'undirected'}">`,
    ...nodes.map(
      ({ id, label, values }) => `    <node id="${xmlText(id)}"><data key="node-label">${xmlText(label)}</data>${data('node', values, nodeAttributes)}</node>`,
    ),
    ...edges.map(
      ({ source, target, values }) => `    <edge source="${xmlText(source)}" target="${xmlText(target)}">${data('edge', values, edgeAttributes)}</edge>`,
    ),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}
