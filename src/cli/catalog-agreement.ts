import { catalogAgreement, type CatalogAgreement } from '../app/catalog-agreement.ts';
import { loadCatalog } from '../app/load-catalog.ts';
import { CODED_FIELDS } from '../core/treaty/vocabulary.ts';
import type { Input, Outcome } from './command.ts';
import type { Io } from './io.ts';
import { count, figuresTable, grouped, wrap, type Style } from './style.ts';
import { workplaceOf } from './workspace-flag.ts';

/** `foedus catalog atop`: how far the catalog agrees with ATOP, and where and why it does not. */
export async function catalogAtop(input: Input, io: Io): Promise<Outcome> {
  const found = await catalogAgreement(loadCatalog(), workplaceOf(input, io));
  return { value: found, text: (style) => agreementText(found, style) };
}

/** Shares to one decimal of a percentage. */
const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));

function agreementText({ atop, treaties, counts, unexplained, differences, idle }: CatalogAgreement, style: Style): string {
  const heading = ['field', 'compared', 'agree', '%', 'present', '%'].map((cell) => style.bold(cell));
  const rows = CODED_FIELDS.map((field) => {
    const { compared, agree, present } = counts[field];
    return [field, grouped(compared), grouped(agree), percent(agree, compared), grouped(present.compared), percent(present.agree, present.compared)];
  });
  const ids = [...new Set(differences.map(({ treaty }) => treaty))];
  const open = unexplained === 0 ? 'each with its reason' : `${unexplained} without a reason in the file`;
  return [
    `${count(treaties, 'treaty', 'treaties')} of the catalog that ATOP ${atop} codes too\n`,
    figuresTable([heading, ...rows]),
    style.dim('present: of which the catalog or ATOP says that there is something; of the others both say that there is nothing.\n'),
    `\n${style.bold(`${count(differences.length, 'difference')}, ${open}`)}\n`,
    ...ids.flatMap((id) => [
      `${style.bold(id)}\n`,
      ...differences
        .filter(({ treaty }) => treaty === id)
        .map(
          ({ field, of, ours, theirs, reason }) =>
            `${wrap(`${field}, ${of}: ${ours ?? 'nothing'}; ATOP: ${theirs ?? 'nothing'}. ${reason ?? 'No reason given.'}`, 2)}\n`,
        ),
    ]),
    ...idle.map(({ treaty, field, of }) => `${treaty}: gives a reason for ${field}${of === undefined ? '' : `, ${of}`}, where the two do not differ\n`),
  ].join('');
}
