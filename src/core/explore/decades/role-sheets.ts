import type { DecadesStart, StartTreaty } from './types.ts';

/** What a player of one state is handed. */
export interface RoleSheet {
  readonly state: string;
  readonly name: string;
  readonly figures: { readonly share: number; readonly gdp?: number; readonly defense?: number; readonly major: boolean; readonly nuclear: boolean };
  /** Against whom it prepares for war. */
  readonly rivals: readonly string[];
  /** What it owes, and under which article. */
  readonly owes: readonly RoleDuty[];
  /** What it is owed. */
  readonly owed: readonly RoleDuty[];
  readonly pledges: readonly { readonly treaty: string; readonly article: string; readonly text: string }[];
  /** Attacks that some treaty says it must answer, and what its rivals may not do unanswered. */
  readonly redLines: readonly string[];
  /** How it could leave what binds it. */
  readonly exits: readonly string[];
}

export interface RoleDuty {
  readonly treaty: string;
  readonly article: string;
  readonly action: string;
  /** States on the other end. */
  readonly states: readonly string[];
  /** How far the text leaves open what is done. */
  readonly open: boolean;
}

const DOES: Readonly<Record<string, string>> = { defend: 'defend', assist: 'assist', 'join-offense': 'join an attack by' };
const listed = (names: readonly string[], most = 8): string =>
  names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ');

/** A role sheet for every state named, from the start of a run. @param ids states that are played; every state with a treaty when left out */
export function roleSheets(start: DecadesStart, ids?: readonly string[]): readonly RoleSheet[] {
  const bound = new Set(start.treaties.flatMap(({ members }) => members));
  return start.states.flatMap(({ id }, place) => ((ids === undefined ? bound.has(place) : ids.includes(id)) ? [sheetOf(start, place)] : []));
}

function sheetOf(start: DecadesStart, place: number): RoleSheet {
  const { states, treaties, pairs } = start;
  const n = states.length;
  const name = (one: number): string => states[one]?.name ?? '?';
  const own = states[place];
  const mine = treaties.filter(({ members }) => members.includes(place));
  const rivals = states.flatMap((_, other) => (pairs.rivals[place * n + other] === 1 ? [name(other)] : []));
  const owes = dutiesOf(mine, ({ clause }) => (clause.bound.includes(place) ? [clause.toward] : []), name);
  const owed = dutiesOf(mine, ({ clause }) => (clause.toward === place ? clause.bound : []), name);
  return {
    state: own?.id ?? '',
    name: name(place),
    figures: {
      share: own?.share ?? 0,
      ...(own?.gdp !== undefined && { gdp: own.gdp }),
      ...(own?.defense !== undefined && { defense: own.defense }),
      major: own?.major === true,
      nuclear: own?.nuclear === true,
    },
    rivals,
    owes,
    owed,
    pledges: mine.flatMap(({ pledge, name: treaty }) =>
      pledge?.bound.includes(place) === true
        ? [{ treaty, article: pledge.article, text: `${(100 * pledge.atLeast).toFixed(1)} % of GDP for defense by ${pledge.by} (${pledge.id})` }]
        : [],
    ),
    redLines: [
      `An attack on ${name(place)} itself.`,
      ...owes
        .filter(({ action }) => action === 'defend')
        .map(
          ({ treaty, article, states: whom, open }) =>
            `An attack on ${listed(whom)}: ${treaty}, article ${article}, binds ${name(place)} to help${open ? ', by what it deems necessary' : ''}.`,
        ),
    ],
    exits: mine.map(({ name: treaty, exit }) =>
      exit.allowed
        ? `${treaty}: ${exit.article === undefined ? 'the text does not say how one leaves' : `article ${exit.article}`}; ${exit.notice === 0 ? 'no notice' : `${exit.notice < 1 ? `${Math.round(12 * exit.notice)} months'` : `${Math.round(exit.notice)} year${exit.notice >= 1.5 ? "s'" : "'s"}`} notice`}.`
        : `${treaty}: its text forbids leaving.`,
    ),
  };
}

function dutiesOf(
  treaties: readonly StartTreaty[],
  others: (of: { readonly clause: StartTreaty['clauses'][number] }) => readonly number[],
  name: (place: number) => string,
): readonly RoleDuty[] {
  return treaties.flatMap((treaty) => {
    const found = new Map<string, { readonly article: string; readonly action: string; readonly open: boolean; readonly states: Set<string> }>();
    for (const clause of treaty.clauses) {
      const on = others({ clause });
      if (on.length === 0) continue;
      const key = `${clause.action} ${clause.article}`;
      const row = found.get(key) ?? { article: clause.article, action: clause.action, open: clause.discretionary, states: new Set<string>() };
      on.forEach((one) => row.states.add(name(one)));
      found.set(key, row);
    }
    return [...found.values()].map(({ states, ...row }): RoleDuty => ({ ...row, treaty: treaty.name, states: [...states].toSorted() }));
  });
}

/** A sheet as Markdown, for one page of paper. */
export function sheetMarkdown({ name, figures, rivals, owes, owed, pledges, redLines, exits }: RoleSheet, year: number): string {
  const duty =
    (own: boolean) =>
    (one: RoleDuty): string =>
      `- ${own ? `${DOES[one.action] ?? one.action} ${listed(one.states)}` : `${listed(one.states)} ${one.states.length === 1 ? 'owes' : 'owe'} it help`}: ${one.treaty}, article ${one.article}${one.open ? ' (each judges what to do)' : ''}`;
  const part = (title: string, lines: readonly string[], none: string): string => `## ${title}\n${lines.length === 0 ? none : lines.join('\n')}\n`;
  const facts = [
    `${(100 * figures.share).toFixed(2)} % of the world's power`,
    ...(figures.gdp === undefined ? [] : [`GDP ${Math.round(figures.gdp).toLocaleString('en-US')} billion dollars`]),
    ...(figures.defense === undefined ? [] : [`${(100 * figures.defense).toFixed(1)} % of it for defense`]),
    ...(figures.major ? ['a great power'] : []),
    ...(figures.nuclear ? ['has nuclear weapons'] : []),
  ];
  return [
    `# ${name}, ${year}\n`,
    `${facts.join(' · ')}\n`,
    part('You owe', owes.map(duty(true)), 'Nothing by treaty.'),
    part('You are owed', owed.map(duty(false)), 'Nothing by treaty.'),
    part(
      'Red lines',
      redLines.map((line) => `- ${line}`),
      'None.',
    ),
    part('Rivals', rivals.length === 0 ? [] : [`- ${listed(rivals, 12)}`], 'None.'),
    part(
      'Pledges',
      pledges.map(({ treaty, text }) => `- ${text}: ${treaty}`),
      'None.',
    ),
    part(
      'Ways out',
      exits.map((line) => `- ${line}`),
      'Nothing binds it.',
    ),
  ].join('\n');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** All sheets as one HTML file, a page of paper each; opens offline. */
export function sheetsHtml(sheets: readonly RoleSheet[], year: number): string {
  const body = sheets
    .map((sheet) => {
      const lines = sheetMarkdown(sheet, year)
        .split('\n')
        .map((line) => {
          if (line.startsWith('# ')) return `<h1>${escaped(line.slice(2))}</h1>`;
          if (line.startsWith('## ')) return `<h2>${escaped(line.slice(3))}</h2>`;
          if (line.startsWith('- ')) return `<li>${escaped(line.slice(2))}</li>`;
          return line === '' ? '' : `<p>${escaped(line)}</p>`;
        })
        .join('\n')
        .replaceAll(/((?:<li>.*<\/li>\n?)+)/g, '<ul>$1</ul>\n');
      return `<section>${lines}</section>`;
    })
    .join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Role sheets, ${year}</title>
<style>body{font:15px/1.45 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}section{break-after:page;border-top:1px solid #ccc;padding-top:1rem}h1{font-size:1.5rem;margin:0}h2{font-size:1rem;margin:1rem 0 .25rem}ul{margin:0;padding-left:1.2rem}p{margin:.25rem 0}@media print{section{border:0}}</style>
</head><body>
${body}
</body></html>
`;
}
