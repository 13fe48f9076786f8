import type { Cascade, Expectation } from '../core/law/types.ts';
import { both } from '../core/text/sentence.ts';
import { chance, chanceRange } from './chance.ts';
import { table, wrap, type Style } from './style.ts';

/** The likeliest shown where not all are. */
const SHOWN = 12;

/** `nato 5, eu-42-7 42(7)`: each treaty once, with its articles. */
function boundBy({ bound }: Expectation): string {
  const treaties = [...new Set(bound.map(({ treaty }) => treaty))];
  return treaties.map((id) => `${id} ${both(bound.filter(({ treaty }) => treaty === id).map(({ article }) => article))}`).join(', ') || '-';
}

/** Who would come into the war with what chance, as a table; all of them where asked for. */
export function expectedText(cascade: Cascade, name: (state: string) => string, style: Style, all: boolean): string {
  const { expected = [], expected_not_assessed: unknown = [], expected_method: method = '' } = cascade;
  const shown = all ? expected : expected.slice(0, SHOWN);
  const rest = expected.slice(shown.length);
  const rows = shown.map((one) => [`  ${name(one.state)}`, one.side === 'target' ? "target's" : "attacker's", chanceRange(one.chance), boundBy(one)]);
  const lines = [
    style.bold('Who would come, given a war'),
    expected.length === 0
      ? '  Nobody is bound, and no great power has a reason of its own.'
      : table([['  state', 'side', 'chance', 'bound by'], ...rows]).trimEnd(),
    ...(rest.length === 0 ? [] : [`  and ${rest.length} more, none above ${chance(rest[0]?.chance.value ?? 0)}; --verbose shows them`]),
    ...(unknown.length === 0 ? [] : [wrap(`Bound, and not asked, as their power is not known: ${both(unknown.map(name))}.`, 2)]),
    style.dim(wrap(method, 2)),
  ];
  return `${lines.join('\n')}\n`;
}
