import { describe, expect, it } from 'vitest';
import { fit } from '../../../src/core/estimate/fit.ts';
import { bargains, play12, play122, play123 } from '../../support/simulated-fits.ts';

const REPLICATIONS = 500;

describe('95 % intervals cover the parameters of simulated plays in 92 to 98 of 100', () => {
  it.each([
    ['egame12, agent', play12({ link: 'probit', type: 'agent' }), 1500],
    ['egame12, private', play12({ link: 'probit', type: 'private' }), 1500],
    ['egame122, private', play122({ link: 'probit', type: 'private' }), 1500],
    ['egame123, private', play123({ link: 'probit', type: 'private' }), 2500],
    ['ultimatum', bargains(), 600],
  ])('%s', (name, { request, truth, table }, rows) => {
    const covered = truth.map(() => 0);
    for (let replication = 0; replication < REPLICATIONS; replication++) {
      const { converged, coefficients } = fit(request, table(rows, `${name} ${replication}`));
      expect(converged).toBe(true);
      coefficients.forEach(({ estimate, se }, index) => {
        if (Math.abs(estimate - (truth[index] ?? Number.NaN)) < 1.959964 * se) covered[index] = (covered[index] ?? 0) + 1;
      });
    }
    for (const count of covered) {
      expect(count / REPLICATIONS).toBeGreaterThan(0.92);
      expect(count / REPLICATIONS).toBeLessThan(0.98);
    }
  });
});
