/** Hatches and the arrowhead. Ids are shared by the maps of a page, which draw the same. */
export function Defs() {
  return (
    <defs>
      <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="areahatch" d="M0 0V7" />
      </pattern>
      <pattern id="split" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect className="splitbed" width="6" height="6" />
        <path className="split" d="M0 0V6" />
      </pattern>
      <pattern id="missing" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect className="missingbed" width="5" height="5" />
        <path className="missing" d="M0 0V5" />
      </pattern>
      <marker id="head" viewBox="0 0 8 8" refX="6.5" refY="4" markerWidth="5.5" markerHeight="5.5" orient="auto">
        <path d="M0 .6 7 4 0 7.4Z" fill="context-stroke" />
      </marker>
    </defs>
  );
}
