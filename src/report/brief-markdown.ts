import type { Brief, BriefFigure, BriefNote } from './brief.ts';
import { markdownTable, plainText } from './markdown.ts';

/** A brief as Markdown: the same words, every figure as its table, every derivation in full. */
export function briefMarkdown(brief: Brief): string {
  const { label, day, title, conditions, answer, clause, figures, notes, assumptions, ledger, missing, limits, credits } = brief;
  const number = new Map(notes.map((note) => [note.id, note.number]));
  const said = answer
    .map((run) => {
      if (typeof run === 'string') return plainText(`.${run}.`).slice(1, -1);
      if ('range' in run) return run.range;
      const at = number.get(run.why);
      return `**${plainText(run.text)}**${at === undefined ? '' : `[^${at}]`}`;
    })
    .join('');
  return `${[
    `# ${plainText(title)}`,
    `Foedus brief · ${plainText(label)} · ${day}`,
    said.trim(),
    ...(clause === undefined ? [] : [`> ${clause.quoted ? `“${plainText(clause.text)}”` : plainText(clause.text)} — ${plainText(clause.where)}`]),
    conditions.map(plainText).join(' · '),
    ...figures.map(figureText),
    '## What is assumed, with 90% ranges, the weightiest first',
    markdownTable(
      {
        head: ['Assumption', 'Kind', 'Value', '90% range', 'Where it comes from'],
        rows: assumptions.map(({ name, kind, value, range, basis }) => [name, kind, value, range, basis]),
      },
      false,
    ),
    '## What this rests on',
    markdownTable(
      { head: ['What', 'Version', 'From'], rows: ledger.map(({ what, version, from, more = '' }) => [what, version, `${from} ${more}`.trim()]) },
      false,
    ),
    missing.length === 0 ? 'Nothing is missing here.' : `Missing, and left out: ${missing.map(plainText).join('; ')}.`,
    limits.map(plainText).join(' '),
    credits.map((line) => `- ${plainText(line)}`).join('\n'),
    '## Why these numbers',
    ...notes.map(noteText),
  ].join('\n\n')}\n`;
}

function figureText({ question, finding, note, table, source }: BriefFigure): string {
  return [
    `## ${plainText(question)}`,
    `**${plainText(finding)}**`,
    ...(note === undefined ? [] : [plainText(note)]),
    markdownTable(table),
    `Source: ${plainText(source)}`,
  ].join('\n\n');
}

function noteText({ number, why }: BriefNote): string {
  const parts = [
    `**${plainText(why.crumb)}.** ${plainText(why.meaning)}`,
    ...(why.interval === undefined ? [] : [`${plainText(why.interval)}.`]),
    ...why.equation.map((line) => `\`${line}\``),
    ...(why.inputs.length === 0 ? [] : [`${why.inputs.map(({ label, text }) => plainText(`${label}: ${text}`)).join('; ')}.`]),
    ...(why.hangs === undefined ? [] : [`Hangs most on: ${plainText(why.hangs.text)}`]),
    `Sources: ${why.sources.map(plainText).join('; ')}.`,
  ];
  return `[^${number}]: ${parts.join(' ')}`;
}
