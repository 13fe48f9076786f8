import { memo } from 'react';
import type { DrawnArea } from './areas.ts';
import type { View } from './projection.ts';

interface Props {
  readonly view: View;
  readonly areas: readonly DrawnArea[];
}

/** Treaty areas: hatched, with one dashed edge around all of them together. */
export const Areas = memo(function Areas({ view, areas }: Props) {
  const { width, height } = view;
  const paths = (side: 'within' | 'without'): string[] => [
    ...new Set(areas.flatMap((area) => area[side].map((shape, i) => view.draw(`area ${side} ${i} ${area.key}`, shape))).filter((d) => d !== '')),
  ];
  const within = paths('within');
  const without = paths('without');
  if (within.length === 0) return null;
  return (
    <g aria-hidden="true" className="areas">
      <mask id="area-in" maskUnits="userSpaceOnUse" x="0" y="0" width={width} height={height}>
        {within.map((d) => (
          <path key={d} d={d} fill="#fff" />
        ))}
        {without.map((d) => (
          <path key={d} d={d} fill="#000" />
        ))}
      </mask>
      <mask id="area-out" maskUnits="userSpaceOnUse" x="0" y="0" width={width} height={height}>
        <rect width={width} height={height} fill="#fff" />
        {within.map((d) => (
          <path key={d} d={d} fill="#000" />
        ))}
      </mask>
      <rect className="areafill" width={width} height={height} fill="url(#hatch)" mask="url(#area-in)" />
      <g mask="url(#area-out)">
        {within.map((d) => (
          <path key={d} className="areaedge" d={d} />
        ))}
      </g>
    </g>
  );
});
