/** A treaty as a document to read: headings, paragraphs, tables and lists, for any markup. */
import { idWords } from '../text/id-words.ts';
import { articleName, both, capitalized } from '../text/sentence.ts';
import { describeObligation } from './describe.ts';
import { areaPartPhrase, stateName, type NameOf } from './phrases.ts';
import type { Amendment, Treaty } from './schema.ts';
import type { Obligation } from './obligation-schema.ts';
import { exitSentence, termSentence } from './term.ts';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] };

/** An entry of a list; `url` is an address where the text can be read. */
export interface Item {
  readonly text: string;
  readonly url?: string;
}

/** The document of a treaty. @param nameOf names of states */
export function documentOf(treaty: Treaty, nameOf: NameOf): readonly Block[] {
  return [
    heading(1, treaty.name),
    paragraph(datesSentence(treaty)),
    heading(2, 'Parties'),
    parties(treaty, nameOf),
    ...section(
      'Purposes',
      (treaty.purposes ?? []).map(
        (one) => `${one.text}${one.metric === undefined ? '' : ` (measured by ${one.metric}${one.target === undefined ? '' : `, target ${one.target}`})`}`,
      ),
    ),
    heading(2, 'Obligations'),
    ...(treaty.obligations.length === 0 ? [paragraph(treaty.no_obligation ?? 'None.')] : treaty.obligations.flatMap((one) => clause(one, treaty, nameOf))),
    ...section(
      'Amendments',
      (treaty.amendments ?? []).map((one) => amendmentSentence(one, treaty, nameOf)),
    ),
    ...section(
      'Reservations',
      (treaty.reservations ?? []).map((one) => `${capitalized(stateName(one.state, nameOf))}, on ${one.obligation}: ${one.source}`),
    ),
    ...section(
      'Suspensions',
      (treaty.suspensions ?? []).map(
        (one) =>
          `${capitalized(both(one.bound.map((id) => stateName(id, nameOf))))} from ${one.from}${one.until === undefined ? '' : ` until ${one.until}`}: ${one.source}`,
      ),
    ),
    ...section('Term and exit', [...(treaty.term ? [termSentence(treaty.term)] : []), ...(treaty.exit ? [exitSentence(treaty.exit)] : [])]),
    ...pledges(treaty, nameOf),
    ...section(
      'Conditions',
      (treaty.conditionality ?? []).map((one) => `${one.demands}${one.until === undefined ? '' : ` (until ${one.until})`}`),
    ),
    ...section('Notes', treaty.notes ?? []),
    ...section(
      `Differences from ATOP${treaty.atop === undefined ? '' : ` ${treaty.atop}`}`,
      (treaty.atop_differences ?? []).map(({ field, of, reason }) => `${capitalized(field)}${of === undefined ? '' : ` (${of})`}: ${reason}`),
    ),
    heading(2, 'Sources'),
    {
      kind: 'list',
      items: treaty.sources.map((one) => ({
        text: [one.title, one.publisher, one.year, one.citation, one.note].filter((part) => part !== undefined).join(', '),
        ...(one.url !== undefined && { url: one.url }),
      })),
    },
  ];
}

function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function section(title: string, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [heading(2, title), { kind: 'list', items: items.map((text) => ({ text })) }];
}

function datesSentence({ signed, in_force, ended, secrecy }: Treaty): string {
  const force =
    in_force === undefined
      ? 'It never entered into force.'
      : `In force from ${in_force}${ended === undefined ? '' : `; no longer binding from ${ended.date} (${ended.how.replaceAll('-', ' ')})`}.`;
  const secret = secrecy === 'public' ? '' : secrecy === 'secret' ? ' The treaty was secret.' : ' Some of its articles were secret.';
  return `Signed ${signed}. ${force}${secret}`;
}

function parties(treaty: Treaty, nameOf: NameOf): Block {
  const roles = treaty.parties.some((party) => party.role !== undefined);
  return {
    kind: 'table',
    head: ['Party', 'Bound from', 'Until', ...(roles ? ['Role'] : [])],
    rows: treaty.parties.map((party) => [nameOf(party.state), party.from, party.to ?? '', ...(roles ? [party.role ?? ''] : [])]),
  };
}

function clause(obligation: Obligation, treaty: Treaty, nameOf: NameOf): Block[] {
  const parts = obligation.trigger?.area?.parts ?? [];
  return [
    heading(3, `${capitalized(articleName(obligation.article))}: ${idWords(obligation.id)}`),
    paragraph(describeObligation(obligation, treaty, nameOf)),
    ...(parts.length > 2 ? [{ kind: 'list' as const, items: parts.map((part) => ({ text: capitalized(areaPartPhrase(part, nameOf)) })) }] : []),
    ...(obligation.precision === undefined ? [] : [paragraph(/[.!?]$/.test(obligation.precision) ? obligation.precision : `${obligation.precision}.`)]),
    ...(obligation.quote === undefined ? [] : [{ kind: 'quote' as const, text: obligation.quote }]),
    ...(obligation.contested === undefined ? [] : [paragraph(`Contested: ${obligation.contested}`)]),
  ];
}

function amendmentSentence({ date, change, source }: Amendment, treaty: Treaty, nameOf: NameOf): string {
  if ('adds' in change) return `${date}: added ${idWords(change.adds.id)}. ${describeObligation(change.adds, treaty, nameOf)} (${source})`;
  const what = [
    change.add_domains === undefined ? '' : `covers ${both(change.add_domains)} too`,
    change.set === undefined ? '' : `has a new ${both(Object.keys(change.set).map((key) => key.replaceAll('_', ' ')))}`,
    change.ends === true ? 'ends' : '',
  ].filter((word) => word !== '');
  return `${date}: ${idWords(change.obligation)} ${both(what.length === 0 ? ['is confirmed'] : what)} (${source})`;
}

function pledges({ burden }: Treaty, nameOf: NameOf): Block[] {
  const rows = (burden?.pledges ?? []).map((one) => [
    idWords(one.id),
    one.metric ?? '',
    one.at_least === undefined ? '' : `${one.at_least}${one.unit === undefined ? '' : ` ${one.unit}`}`,
    one.bound === undefined || one.bound === 'all' ? 'all' : Array.isArray(one.bound) ? both(one.bound.map(nameOf)) : one.bound.role,
    one.agreed ?? '',
    one.by ?? '',
  ]);
  return rows.length === 0 ? [] : [heading(2, 'Pledges'), { kind: 'table', head: ['Pledge', 'Metric', 'At least', 'Bound', 'Agreed', 'By'], rows }];
}
