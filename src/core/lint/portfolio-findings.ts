import type { Path } from '../diagnostics.ts';
import type { PortfolioKind, Promised } from '../law/portfolio.ts';
import { normalizeDate } from '../states/dates.ts';
import { clausesOf } from './clauses.ts';
import type { Finding, PlacedTreaty, PortfolioContext } from './rule.ts';

/** Conflicts of one kind, each at its obligation in the later treaty, with the earlier one beside it. */
export function conflictFindings({ conflicts, fileOf }: PortfolioContext, kind: PortfolioKind): readonly (Finding & { readonly file: string })[] {
  return conflicts().flatMap((conflict) => {
    if (conflict.kind !== kind) return [];
    const [help, restraint] = [fileOf(conflict.help.treaty), fileOf(conflict.restraint.treaty)];
    if (help === undefined || restraint === undefined) return [];
    const helpIsLater = begins(help) > begins(restraint);
    const [later, earlier] = helpIsLater ? [help, restraint] : [restraint, help];
    const [promise, other] = helpIsLater ? [conflict.help, conflict.restraint] : [conflict.restraint, conflict.help];
    return [
      {
        file: later.file,
        at: placeOf(later, promise),
        clause: promise.obligation,
        message: `${conflict.because} (${conflict.date})`,
        related: [{ file: earlier.file, at: placeOf(earlier, other), message: `${other.treaty}: ${other.obligation}` }],
      },
    ];
  });
}

/** A treaty begins on entry into force; of two on one day the later signed, then the later id, counts as later. */
function begins({ treaty }: PlacedTreaty): string {
  return `${normalizeDate(treaty.in_force ?? treaty.signed)} ${normalizeDate(treaty.signed)} ${treaty.id}`;
}

function placeOf({ treaty }: PlacedTreaty, { obligation }: Promised): Path {
  const clause = clausesOf(treaty).find((one) => one.obligation.id === obligation);
  return clause === undefined ? ['id'] : [...clause.path, 'id'];
}
