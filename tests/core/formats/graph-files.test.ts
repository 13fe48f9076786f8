import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gexf } from '../../../src/core/formats/gexf.ts';
import type { GraphFile } from '../../../src/core/formats/graph-file.ts';
import { graphml } from '../../../src/core/formats/graphml.ts';
import { elements, HALF_PAIR, parseXml } from '../../support/xml.ts';

const NETWORK: GraphFile = {
  name: 'defense-1914',
  description: 'Who owes "whom" & why <not>',
  directed: false,
  nodeAttributes: { ccode: 'int', name: 'string', closeness: 'double' },
  edgeAttributes: { source_owes: 'boolean' },
  nodes: [
    { id: '437', label: "Côte d'Ivoire", values: { ccode: 437, name: "Côte d'Ivoire", closeness: 0.25 } },
    { id: '255', label: 'Germany', values: { ccode: 255, name: 'Germany', closeness: null } },
    { id: '300', label: 'A<B & "C"', values: { ccode: 300, closeness: Number.NaN } },
  ],
  edges: [{ source: '437', target: '255', values: { source_owes: true } }],
};

describe('GraphML', () => {
  const root = parseXml(graphml(NETWORK));

  it('declares every attribute it uses, with its type', () => {
    expect(root.attributes['xmlns']).toBe('http://graphml.graphdrawing.org/xmlns');
    expect(elements(root, 'key').map(({ attributes }) => [attributes['for'], attributes['attr.name'], attributes['attr.type']])).toEqual([
      ['node', 'label', 'string'],
      ['node', 'ccode', 'int'],
      ['node', 'name', 'string'],
      ['node', 'closeness', 'double'],
      ['edge', 'source_owes', 'boolean'],
    ]);
    const keys = new Set(elements(root, 'key').map(({ attributes }) => attributes['id']));
    for (const { attributes } of elements(root, 'data')) expect(keys).toContain(attributes['key']);
  });

  it('holds nodes and edges; a value that is missing is left out', () => {
    expect(elements(root, 'graph')[0]?.attributes).toEqual({ id: 'defense-1914', edgedefault: 'undirected' });
    expect(elements(root, 'node').map((node) => [node.attributes['id'], ...elements(node, 'data').map(({ text }) => text)])).toEqual([
      ['437', "Côte d'Ivoire", '437', "Côte d'Ivoire", '0.25'],
      ['255', 'Germany', '255', 'Germany'],
      ['300', 'A<B & "C"', '300'],
    ]);
    expect(elements(root, 'edge').map(({ attributes, children }) => [attributes, children[0]?.text])).toEqual([[{ source: '437', target: '255' }, 'true']]);
    expect(elements(root, 'desc')[0]?.text).toBe(NETWORK.description);
  });

  it('says where the edges are directed', () => {
    expect(elements(parseXml(graphml({ ...NETWORK, directed: true })), 'graph')[0]?.attributes['edgedefault']).toBe('directed');
  });
});

describe('GEXF', () => {
  const root = parseXml(gexf(NETWORK));

  it('is of version 1.3, with its attributes declared', () => {
    expect(root.attributes).toEqual({ xmlns: 'http://gexf.net/1.3', version: '1.3' });
    expect(elements(root, 'attributes').map(({ attributes, children }) => [attributes['class'], ...children.map((child) => child.attributes['type'])])).toEqual(
      [
        ['node', 'integer', 'string', 'double'],
        ['edge', 'boolean'],
      ],
    );
  });

  it('holds nodes and edges; a value that is missing is left out', () => {
    expect(
      elements(root, 'node').map((node) => [node.attributes['label'], ...elements(node, 'attvalue').map(({ attributes }) => attributes['value'])]),
    ).toEqual([
      ["Côte d'Ivoire", '437', "Côte d'Ivoire", '0.25'],
      ['Germany', '255', 'Germany'],
      ['A<B & "C"', '300'],
    ]);
    expect(elements(root, 'edge')[0]?.attributes).toEqual({ id: '0', source: '437', target: '255' });
    expect(elements(root, 'graph')[0]?.attributes['defaultedgetype']).toBe('undirected');
  });

  it('writes no empty list of values', () => {
    const bare = parseXml(gexf({ ...NETWORK, edges: [{ source: '437', target: '255', values: {} }] }));
    expect(elements(bare, 'edge')[0]?.children).toEqual([]);
  });
});

describe('any text', () => {
  it('comes back as it was, but for what XML cannot hold', () => {
    const cleaned = (text: string): string =>
      text.replaceAll(new RegExp(HALF_PAIR, 'g'), '\uFFFD').replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(fc.constantFrom('<', '>', '&', '"', "'", '\n', '\t', '\u0001', '\uD800', ']]>'), fc.string({ unit: 'binary', maxLength: 1 })),
        }),
        (text) => {
          const network: GraphFile = { ...NETWORK, name: text, nodes: [{ id: text, label: text, values: { name: text } }], edges: [] };
          const [node] = elements(parseXml(graphml(network)), 'node');
          expect(node?.attributes['id']).toBe(cleaned(text));
          expect(node?.children.map((data) => data.text)).toEqual([cleaned(text), cleaned(text)]);
          expect(elements(parseXml(gexf(network)), 'node')[0]?.attributes['label']).toBe(cleaned(text));
        },
      ),
    );
  });
});
