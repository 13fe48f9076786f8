import { attributeText, type AttributeType, type GraphFile } from './graph-file.ts';
import { xmlText } from './xml.ts';

const TYPES: Readonly<Record<AttributeType, string>> = { int: 'integer', double: 'double', string: 'string', boolean: 'boolean' };

/** A network as GEXF 1.3 (https://gexf.net): the format of Gephi. */
export function gexf({ name, description, directed, nodeAttributes, edgeAttributes, nodes, edges }: GraphFile): string {
  const declared = (scope: 'node' | 'edge', types: Readonly<Record<string, AttributeType>>): string[] => [
    `    <attributes class="${scope}">`,
    ...Object.entries(types).map(([attribute, type]) => `      <attribute id="${xmlText(attribute)}" title="${xmlText(attribute)}" type="${TYPES[type]}"/>`),
    '    </attributes>',
  ];
  const held = (values: GraphFile['nodes'][number]['values'], types: Readonly<Record<string, AttributeType>>): string => {
    const written = Object.keys(types).flatMap((attribute) => {
      const text = attributeText(values[attribute]);
      return text === undefined ? [] : [`<attvalue for="${xmlText(attribute)}" value="${xmlText(text)}"/>`];
    });
    return written.length === 0 ? '' : `<attvalues>${written.join('')}</attvalues>`;
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `  <meta><creator>foedus</creator><title>${xmlText(name)}</title><description>${xmlText(description)}</description></meta>`,
    `  <graph defaultedgetype="${directed ? 'directed' : 'undirected'}" mode="static">`,
    ...declared('node', nodeAttributes),
    ...declared('edge', edgeAttributes),
    '    <nodes>',
    ...nodes.map(({ id, label, values }) => `      <node id="${xmlText(id)}" label="${xmlText(label)}">${held(values, nodeAttributes)}</node>`),
    '    </nodes>',
    '    <edges>',
    ...edges.map(
      ({ source, target, values }, index) =>
        `      <edge id="${index}" source="${xmlText(source)}" target="${xmlText(target)}">${held(values, edgeAttributes)}</edge>`,
    ),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}
