import { defineSource, type Variable } from '../../source.ts';
import { between, code, flag, onlyLabeledCodes } from '../describe.ts';

/** A variable that the published file names with a dot in place of the underscore. */
const named = (published: string, variable: Variable): readonly [string, Variable] => [published.replaceAll('.', '_'), { ...variable, published: [published] }];
const marked = (published: string, label: string): readonly [string, Variable] => named(published, flag(label));
const count = (published: string, label: string): readonly [string, Variable] => named(published, { kind: 'int8', label });
const score = (published: string, label: string): readonly [string, Variable] => named(published, { kind: 'float64', label });

const flags = Object.fromEntries([
  marked('nonagg.only', 'nothing but a promise of non-aggression'),
  marked('armred.rc', 'armed forces are to be raised in concert (ATOP armred = 2)'),
  marked('milaid.rc', 'military aid by grants, loans, training or technology (ATOP milaid of 2 or more)'),
  ['uncond', flag('no main obligation is conditional')],
  marked('uncond.def', 'an unconditional promise of defense'),
  marked('uncond.off', 'an unconditional promise of offense'),
  marked('agpro.mult', 'further agreements on several matters promised (ATOP agprois = 5)'),
  marked('io.form', 'an organization is founded (ATOP organ1 above 0)'),
  marked('ecaid.dum', 'economic aid'),
  marked('milaid.dum', 'military aid'),
  marked('uncond.milsup', 'unconditional military support'),
  marked('base.dum', 'bases'),
  marked('milcon.dum', 'military contact, in hostilities or in peacetime (ATOP milcon of 1 or 2)'),
  marked('def.cor.dum', 'a common defense policy (ATOP milcon = 3)'),
  marked('trade.dum', 'trade concessions (ATOP ecaid = 3)'),
  marked('compag.econ', 'an economic companion agreement'),
  marked('compag.mil', 'a military companion agreement'),
  marked('agpro.econ', 'further economic agreements promised'),
  marked('organ1.dum', 'an organization is founded'),
  marked('notaiden.dum', 'a promise not to aid enemies'),
  marked('interv.dum', 'a clause on intervention in one another'),
  marked('econagg.dum', 'any economic agreement'),
  marked('ussr.mem', 'the Soviet Union is a member of a treaty signed from 1945 on'),
  marked('us.mem', 'the United States are a member of a treaty signed from 1945 on'),
  marked('super.mem', 'one of the two is'),
  marked('non.maj.only', 'no member is a major power'),
  marked('asymm.cap', 'major powers, or one of the two, with others'),
]);

const institutions = {
  hinst: flag('military institutions are high (Leeds and Anac 2005)'),
  minst: flag('military institutions are moderate (Leeds and Anac 2005)'),
  milorg: flag('a military organization'),
  milinst: code('peacetime military institutions (Leeds and Anac 2005)', { 0: 'low', 1: 'moderate', 2: 'high' }),
  pubtreat: flag('a public treaty'),
  formorg: flag('a formal organization'),
  formal: code('formality (Leeds and Anac 2005)', { 0: 'low', 1: 'moderate', 2: 'high' }),
};

/** Latent depth of treaties that promise military support: Alley 2021. */
export const alleyDepth = defineSource({
  id: 'alley-depth',
  title: 'Alley, latent depth of alliance treaties',
  version: '2021',
  homepage: 'https://github.com/joshuaalley/arms-allies',
  citations: [
    {
      key: 'alley2021depth',
      type: 'article',
      author: 'Alley, Joshua',
      year: 2021,
      title: 'Alliance Participation, Treaty Depth, and Military Spending',
      fields: { journal: 'International Studies Quarterly', volume: '65', number: '4' },
    },
  ],
  terms: { text: 'Replication material of the article; no license is stated. Cite the article.' },
  downloads: [],
  tables: [
    {
      id: 'treaty',
      title: 'Latent depth by treaty',
      unit: 'alliance',
      layouts: [{ file: /^alley_latent_treaty_depth\.csv$/i, missing: ['NA'] }],
      columns: {
        atopid: { kind: 'int16', label: 'ATOP number of the alliance (version 4)' },
        begyr: { kind: 'int16', label: 'year of signature' },
        endyr: { kind: 'int16', label: 'year of the end; 0 in effect at the end of the data' },
        version: { kind: 'float64', label: 'version of ATOP' },
        ...institutions,
        ...flags,
        ...Object.fromEntries([
          count('scope.index', 'scope: unconditional, two kinds of aid, organization, more pacts: how many'),
          count('milcor.index', 'index of military coordination'),
          count('econagg.index', 'economic agreements: how many kinds'),
          count('fp.conc.index', 'concessions in foreign policy: how many kinds'),
          count('mp.count', 'major powers among the members'),
          count('num.mem', 'members, of any time'),
          score('mean.s.sc', "similarity S of members' alliances, mean, first year"),
          score('low.s.sc', "similarity S of members' alliances, lowest, first year"),
          score('mean.pi.sc', "the same by Scott's pi, mean"),
          score('low.pi.sc', "the same by Scott's pi, lowest"),
          score('mean.kap.sc', "the same by Cohen's kappa, mean"),
          score('low.kap.sc', "the same by Cohen's kappa, lowest"),
          score('latent.depth.mean', 'latent depth, mean of the posterior'),
          score('latent.depth.var', 'latent depth, variance of the posterior'),
          score('latent.depth.sd', 'latent depth, standard deviation of the posterior'),
        ]),
      },
      key: ['atopid'],
      absent: 'missing',
      publishedRows: 289,
      checks: [
        ...onlyLabeledCodes({ ...institutions, ...flags }),
        { holds: 'atopid BETWEEN 1000 AND 9999', message: 'atopid is an ATOP number' },
        between('latent_depth_mean', -5, 5),
        { holds: 'abs(latent_depth_sd * latent_depth_sd - latent_depth_var) < 1e-6', message: 'the variance is the square of the standard deviation' },
      ],
    },
  ],
  caveats: [
    'Depth is a latent variable estimated from what the text says of integrated command, companion military agreements, military aid, military contact, bases, organizations, subordination and contributions: how much cooperation is written down, not how much there is. NATO is in the middle of the scale.',
    'One value a treaty for its whole life, of treaties that promise offense or defense, with a standard deviation of .35 to 1.06 against a spread of about one: much of it is uncertain.',
    'ATOP numbers are of version 4; all 289 are in 5.1. Treaties signed since 2011 are not in it.',
    'Columns of the published file that ATOP has by the same name are left out of this file.',
    'The published names have dots: latent.depth.mean is latent_depth_mean here.',
  ],
});
