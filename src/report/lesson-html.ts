import { addressOf } from '../core/facts/lesson-address.ts';
import { html, type Html } from './html.ts';
import { citationOf } from './ledger.ts';
import type { LessonSheet } from './lesson.ts';
import { figure, mark, page, tableOf } from './page.ts';

/** A lesson as one HTML file: one sheet of A4 on paper. @param face as for a brief */
export function lessonHtml({ lesson, exhibit, versions }: LessonSheet, face = ''): string {
  const { title, question, answer, minutes, steps, facts, discuss } = lesson;
  const body = html`<article>
    <section class="page lesson">
      <header>
        <p class="kicker"><b>${mark()} Foedus lesson</b><span>${title}</span><span>${minutes} minutes, offline: foedus serve</span></p>
        <h1>${question}</h1>
      </header>
      <div class="cols">
        <div class="col">
          <section class="small">
            <h2>Steps</h2>
            <ol class="steps">
              ${steps.map(step)}
            </ol>
          </section>
          <section class="small take">
            <h2>What to take away</h2>
            <p>${answer}</p>
          </section>
          <section class="small">
            <h2>To discuss</h2>
            <ul class="facts">
              ${discuss.map((one) => html`<li>${one}</li> `)}
            </ul>
          </section>
        </div>
        <div class="col">
          <section class="fig">
            <p class="q">${exhibit.title}</p>
            <h2>${exhibit.finding}</h2>
            <div class="${exhibit.numbers ? 'numbers' : 'words'}">${tableOf(exhibit.table)}</div>
            <p class="src">Source: ${exhibit.source}</p>
          </section>
          ${exhibit.figures.map(figure)}
          <section class="small">
            <h2>What the sources say</h2>
            <ul class="facts">
              ${facts.map(({ text, source }) => html`<li>${text} <span>${citationOf(source)}.</span></li> `)}
            </ul>
          </section>
        </div>
      </div>
      <footer class="foot"><span>foedus report --lesson ${lesson.id}</span><span>${versions.join(' · ')}</span></footer>
    </section>
  </article>`;
  return page(`${title}: ${question}`, body, face);
}

const step = ({ title, text, view, ask }: LessonSheet['lesson']['steps'][number]): Html =>
  html`<li>
    <b>${title}</b>
    <p>${text}</p>
    <code>${addressOf(view)}</code>
    ${ask !== undefined && html`<p class="askline">${ask}</p>`}
  </li> `;
