import { addressOf } from '../core/facts/lesson-address.ts';
import { citationOf } from './ledger.ts';
import type { LessonSheet } from './lesson.ts';
import { markdownTable, plainText } from './markdown.ts';

/** A lesson as Markdown: the same words, figures as tables. */
export function lessonMarkdown({ lesson, exhibit, versions }: LessonSheet): string {
  const { id, title, question, answer, minutes, steps, facts, discuss } = lesson;
  return `${[
    `# ${plainText(question)}`,
    `Foedus lesson · ${plainText(title)} · ${minutes} minutes, offline: \`foedus serve\``,
    '## Steps',
    ...steps.map(({ title: head, text, view, ask }, i) =>
      [`${i + 1}. **${plainText(head)}.** ${plainText(text)}`, `   \`${addressOf(view)}\``, ...(ask === undefined ? [] : [`   *${plainText(ask)}*`])].join(
        '\n\n',
      ),
    ),
    `## ${plainText(exhibit.title)}`,
    `**${plainText(exhibit.finding)}**`,
    markdownTable(exhibit.table, exhibit.numbers),
    `Source: ${plainText(exhibit.source)}`,
    ...exhibit.figures.map(({ question: asked, finding, table, source }) =>
      [`### ${plainText(asked)}`, `**${plainText(finding)}**`, markdownTable(table), `Source: ${plainText(source)}`].join('\n\n'),
    ),
    '## What the sources say',
    facts.map(({ text, source }) => `- ${plainText(text)} ${plainText(citationOf(source))}.`).join('\n'),
    '## What to take away',
    plainText(answer),
    '## To discuss',
    discuss.map((one) => `- ${plainText(one)}`).join('\n'),
    `\`foedus report --lesson ${id}\` · ${versions.join(' · ')}`,
  ].join('\n\n')}\n`;
}
