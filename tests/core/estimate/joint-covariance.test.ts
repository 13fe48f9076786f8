import { describe, expect, it } from 'vitest';
import { clusteredCovariance } from '../../../src/core/estimate/clustered.ts';
import { fit } from '../../../src/core/estimate/fit.ts';
import { jointCovariance } from '../../../src/core/estimate/joint-covariance.ts';
import { createRng } from '../../../src/core/math/rng.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import { numberColumn } from '../../../src/core/table/table.ts';

const rng = createRng(7, 'joint covariance');
const rows = Array.from({ length: 240 }, (_, at) => {
  const group = Math.floor(at / 6);
  const x = rng.normal();
  const shared = group % 3 === 0 ? 1 : 0;
  return { group, x, later: at % 2, y: rng.next() < 1 / (1 + Math.exp(-(0.5 * x + shared - 0.5))) ? 1 : 0 };
});
const table = tableFromRows({ group: 'int16', x: 'float64', later: 'int8', y: 'int8' }, rows);
const groupOf = numberColumn(table, 'group').values;

function grouped(subset?: string) {
  const found = fit({ model: 'logit', formula: 'y ~ x', ...(subset !== undefined && { subset }) }, table);
  return { fit: found, groups: Int32Array.from(found.prepared.frame.used, (row) => groupOf[row] ?? 0) };
}

describe('the joint covariance of fits', () => {
  it('of one is its cluster-robust covariance', () => {
    const one = grouped();
    const { vcov } = clusteredCovariance(one.fit, groupOf);
    jointCovariance([one]).forEach((value, at) => expect(value).toBeCloseTo(vcov[at] ?? Number.NaN, 12));
  });

  it('of a fit and itself is that covariance four times', () => {
    const one = grouped();
    const joint = jointCovariance([one, one]);
    const own = jointCovariance([one]);
    for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) expect(joint[i * 4 + j]).toBeCloseTo(own[(i % 2) * 2 + (j % 2)] ?? Number.NaN, 12);
  });

  it('of halves of the same groups holds both blocks, and how they hang together', () => {
    const [first, second] = [grouped('later == 0'), grouped('later == 1')];
    const joint = jointCovariance([first, second]);
    const blocks = [jointCovariance([first]), jointCovariance([second])];
    for (let i = 0; i < 2; i++) {
      for (let j = 0; j < 2; j++) {
        expect(joint[i * 4 + j]).toBeCloseTo(blocks[0]?.[i * 2 + j] ?? Number.NaN, 12);
        expect(joint[(i + 2) * 4 + j + 2]).toBeCloseTo(blocks[1]?.[i * 2 + j] ?? Number.NaN, 12);
        expect(joint[i * 4 + j + 2]).toBeCloseTo(joint[(j + 2) * 4 + i] ?? Number.NaN, 14);
      }
    }
    expect(joint[2]).not.toBe(0);
  });

  it('needs two groups', () => {
    const { fit: found } = grouped();
    expect(() => jointCovariance([{ fit: found, groups: new Int32Array(found.n) }])).toThrow('rows of one group');
  });
});
