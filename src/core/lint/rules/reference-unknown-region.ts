import { regionsNamed } from '../leaves.ts';
import { replaceWord } from '../edits.ts';
import { defineRule } from '../rule.ts';

export const referenceUnknownRegion = defineRule({
  id: 'reference/unknown-region',
  severity: 'error',
  summary: 'An area names a region, territory or state that is not known.',
  rationale:
    'An area is geometry: whether an attack falls inside is computed from the outlines of the regions it names. One that is not known covers nothing. Ids are lower-case words joined by hyphens; where only that is wrong (North_Atlantic), the fix writes the id.',
  source: 'North Atlantic Treaty (1949), article 6, and the protocol of 1951 that rewrote it: an area clause decides cases by named regions.',
  check: ({ treaty, world, parsed }) =>
    regionsNamed(treaty)
      .filter(({ value }) => !world.knowsRegion(value))
      .map(({ path, value }) => {
        const written = value
          .trim()
          .toLowerCase()
          .replaceAll(/[\s_]+/g, '-');
        const fix = written !== value && world.knowsRegion(written) ? replaceWord(parsed, path, value, written) : undefined;
        return {
          at: path,
          message: `There is no region, territory or state '${value}'${fix === undefined ? '' : `: write ${written}`}`,
          ...(fix !== undefined && { fix }),
        };
      }),
});
