import { createElement, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Chart } from '../../charts/chart.ts';
import { px, type Element } from '../../charts/svg.ts';
import { useWidth } from '../shell/useSize.ts';

interface Props {
  /** Draws the figure for a width. */
  readonly draw: (width: number) => Chart;
  /** What it says, in a sentence; the table beside it is its text alternative. */
  readonly label: string;
  readonly onWhy?: ((why: string) => void) | undefined;
  /** Drawn above the figure, at the places of its numbers. */
  readonly children?: ((chart: Chart) => ReactNode) | undefined;
}

const named = (name: string): string =>
  name === 'class' ? 'className' : name.startsWith('data-') ? name : name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** An element of a drawing as React has it. */
function drawn({ name, attributes, children }: Element, key: number): ReactNode {
  const props: Record<string, string | number> = { key };
  for (const [attribute, value] of Object.entries(attributes)) props[named(attribute)] = typeof value === 'number' ? px(value) : value;
  return createElement(name, props, ...children.map((child, i) => (typeof child === 'string' ? child : drawn(child, i))));
}

/** A figure at the width there is; its numbers are buttons that open where they come from. */
export function DrawnChart({ draw, label, onWhy, children }: Props) {
  const [box, width] = useWidth<HTMLDivElement>(600);
  const chart = useMemo(() => draw(Math.max(240, width)), [draw, width]);
  return (
    <div className="chart" ref={box} style={{ height: chart.height }}>
      <svg width={chart.width} height={chart.height} viewBox={`0 0 ${px(chart.width)} ${px(chart.height)}`} role="img" aria-label={label}>
        <defs>
          <pattern id="missing" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
            <rect className="hatch-ground" width="6" height="6" />
            <rect className="hatch-line" width="1" height="6" />
          </pattern>
        </defs>
        {chart.drawing.map(drawn)}
      </svg>
      {children?.(chart)}
      {onWhy
        ? chart.hits.map((hit) => (
            <button
              key={`${hit.why} ${hit.y}`}
              type="button"
              className="n hit"
              data-why={hit.why}
              aria-label={hit.label}
              title="Where this number comes from"
              style={{ left: hit.x - 2, top: hit.y - 16, width: hit.width + 4, height: hit.height }}
              onClick={(event) => {
                event.stopPropagation();
                onWhy(hit.why);
              }}
            />
          ))
        : null}
    </div>
  );
}
