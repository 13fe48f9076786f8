import type { ErrorComponentProps } from '@tanstack/react-router';
import { formatQuery, START } from '../fight/search.ts';

/** What stands in place of a page that failed: what happened, and two ways on. */
export function FaultPage({ error }: ErrorComponentProps) {
  return (
    <main id="main" className="message" role="alert">
      <h1>This page failed</h1>
      <p>The program met a fault of its own: {error instanceof Error ? error.message : String(error)}</p>
      <p className="foot">
        <a href={`/fight${formatQuery(START)}`}>Start with July 1914</a>, or <a href={location.href}>load this page again</a>.
      </p>
    </main>
  );
}
