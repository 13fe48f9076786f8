import type { Brief, BriefFigure, BriefNote } from './brief.ts';
import { html, type Html } from './html.ts';
import { figure, mark, page } from './page.ts';

/** Assumptions that stand on paper; all of them stand on a screen. */
const WEIGHTIEST = 44;

/** Inputs of a derivation that stand in a note; all of them are in the Markdown. */
const SHOWN = 3;

/**
 * A brief as one HTML file: two sheets of A4 on paper, one page with tables on a screen.
 * @param face an `@font-face` rule to carry along; the reader's own type where it is empty
 */
export function briefHtml(brief: Brief, face = ''): string {
  const by = new Map(brief.figures.map((one) => [one.id, one]));
  const of = (...ids: readonly string[]): BriefFigure[] => ids.flatMap((id) => by.get(id) ?? []);
  const pledged = by.has('pledge');
  const left = of('deterrence', 'winset', 'survival');
  const right = pledged ? of('credibility', 'pledge', 'response') : of('credibility', 'response', 'tornado');
  const second = pledged ? of('tornado', 'ranks') : [];
  const body = html`<article>
    <section class="page">
      ${head(brief)}
      <div class="cols">
        <div class="col">${left.map(figure)}</div>
        <div class="col">${right.map(figure)}</div>
      </div>
      ${foot(brief, 1)}
    </section>
    <section class="page${second.length === 0 && ' roomy'}">
      ${of('balance').map(figure)} ${second.length > 0 && html`<div class="cols">${second.map((one) => html`<div class="col">${figure(one)}</div>`)}</div>`}
      ${notes(brief.notes)} ${assumptions(brief)} ${ledger(brief)} ${foot(brief, 2)}
    </section>
  </article>`;
  return page(brief.title, body, face);
}

function head({ label, day, title, answer, conditions, clause, notes: told }: Brief): Html {
  const number = new Map(told.map((note) => [note.id, note.number]));
  const runs = answer.map((run) => {
    if (typeof run === 'string') return run;
    if ('range' in run) return html`<span class="iv">${run.range}</span>`;
    const at = number.get(run.why);
    return html`<b>${run.text}</b>${at !== undefined && html`<sup><a href="#note-${at}">${at}</a></sup>`}`;
  });
  return html`<header>
    <p class="kicker"><b>${mark()} Foedus brief</b><span>${label}</span><span>${day}</span></p>
    <h1>${title}</h1>
    <p class="answer">${runs}</p>
    ${clause !== undefined && html`<blockquote class="clause">${clause.quoted ? `“${clause.text}”` : clause.text} <cite>${clause.where}</cite></blockquote>`}
    <p class="cond">${conditions.join(' · ')}</p>
  </header> `;
}

function foot({ label, day, ledger: rows }: Brief, sheet: number): Html {
  const versions = rows.slice(0, 3).map(({ version }) => version);
  return html`<footer class="foot"><span>${label}, ${day}</span><span>${versions.join(' · ')}</span><span>${sheet} of 2</span></footer> `;
}

function notes(told: readonly BriefNote[]): Html {
  const item = ({ number, why }: BriefNote): Html =>
    html`<li id="note-${number}">
      <b>${number}. ${why.crumb}.</b> ${why.meaning} ${why.interval !== undefined && html`<span>${why.interval}.</span>`}
      ${why.equation.length > 0 && html`<span class="eq">${why.equation.join('; ')}.</span>`} ${why.inputs.length > 0 && html`<span>${inputsOf(why)}.</span>`}
      ${sourceOf(why)}
    </li> `;
  return html`<section class="small">
    <h2>Why these numbers</h2>
    <ol class="notes">
      ${told.map(item)}
    </ol>
  </section> `;
}

/** What a derivation rests on beyond the ledger. */
function sourceOf({ sources }: BriefNote['why']): Html | false {
  const [first] = sources;
  return first !== undefined && !/^(Crisis parameters|Power of|Facts) /.test(first) && html`<span>${first.replace(/\.?$/, '.')}</span>`;
}

const inputsOf = ({ inputs }: BriefNote['why']): string =>
  inputs
    .slice(0, SHOWN)
    .map(({ label, text }) => `${label} ${text}`)
    .join('; ');

function assumptions({ assumptions: rows }: Brief): Html {
  return html`<section class="small">
    <h2>What is assumed, with 90% ranges, the weightiest first</h2>
    <ul class="assume">
      ${rows.map(({ name, kind, value, range }, i) => html`<li${i >= WEIGHTIEST && html` class="more"`}><span>${name}${kind === 'declared' && '*'}</span><span>${value} [${range.replace(' to ', ', ')}]</span></li> `)}
    </ul>
    <p class="src">
      * declared, not estimated. Where each comes from stands in the Markdown of this brief and in
      catalog/parameters/${rows.length > WEIGHTIEST && `, with ${rows.length - WEIGHTIEST} more of less weight`}.
    </p>
  </section> `;
}

function ledger({ ledger: rows, missing, limits, credits }: Brief): Html {
  return html`<section class="small">
    <h2>What this rests on</h2>
    <ul class="ledger">
      ${rows.map(({ what, version, from, more }) => html`<li><b>${what}</b> <code>${version}</code> <span>${from}${more !== undefined && html`<span class="more"> ${more}</span>`}</span></li> `)}
    </ul>
    <p>${missing.length === 0 ? 'Nothing is missing here.' : `Missing, and left out: ${missing.join('; ')}.`} ${limits.join(' ')}</p>
    <p class="credits">${credits.join('. ')}.</p>
  </section> `;
}
