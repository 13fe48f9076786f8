import { useDeferredValue, useMemo } from 'react';
import { percent } from '../../charts/numbers.ts';
import { planeTop, WINSET_KEY, winSetChart, winSetShare, winSetTable } from '../../charts/winset.ts';
import type { Assessment } from '../../core/assess/assessment.ts';
import type { Bargain } from '../../core/assess/bargain.ts';
import { areaWords, winSetFinding } from '../../explain/assessment-figures.ts';
import { allOf, chancesOf, moved, shareWords } from '../../explain/quota.ts';
import { Figure } from '../figure/Figure.tsx';
import { QuotaControl } from './QuotaControl.tsx';
import type { AssessSearch } from './search.ts';

interface Props {
  readonly name: string;
  readonly asTable: boolean;
  readonly onTable: (shown: boolean) => void;
  readonly onWhy?: (id: string) => void;
  readonly source: string;
  readonly bargain: Bargain;
  readonly whole: Assessment;
  readonly nameOf: (state: string) => string;
  /** A gate whose quota is moved. */
  readonly quota: AssessSearch['quota'];
  /** Left out: the gates are as the constitutions have them. */
  readonly onQuota?: (quota: AssessSearch['quota']) => void;
}

/** What every member's gates would pass, and what becomes of it where one gate asks for more or less. */
export function WinSet({ bargain, whole, nameOf, quota: asked, onQuota, ...shown }: Props) {
  const quota = useDeferredValue(asked);
  const solved = useMemo(() => {
    const now = moved(bargain, quota);
    return { now, chances: chancesOf(now, whole, quota), all: allOf(now, whole, quota) };
  }, [bargain, whole, quota]);
  const data = useMemo(() => ({ bargain: solved.now, nameOf, ratifies: solved.chances, focus: quota?.state, text: 'this text' }), [solved, quota, nameOf]);
  const draw = useMemo(() => (width: number) => winSetChart(data, width), [data]);
  if (bargain.members.length === 0) return null;
  const top = planeTop(bargain);
  const share = winSetShare(solved.now, top);
  const before = winSetShare(bargain, top);
  const body = quota === null ? undefined : solved.now.members.find(({ state }) => state === quota.state)?.gates.find(({ id }) => id === quota.gate)?.body;
  const finding =
    quota !== null && body !== undefined
      ? `At ${shareWords(quota.share)} of the ${body}, ${nameOf(quota.state)} passes ${areaWords(winSetShare(solved.now, top, quota.state))}`
      : winSetFinding(solved.now, solved.chances, nameOf);
  return (
    <Figure
      {...shown}
      span={6}
      question="Can it be ratified?"
      finding={finding}
      keys={WINSET_KEY}
      note="Floor of spending, % of GDP, that would pass"
      draw={draw}
      table={winSetTable(data)}
      controls={onQuota === undefined ? null : <QuotaControl bargain={bargain} quota={asked} nameOf={nameOf} onQuota={onQuota} />}
      below={
        <p className="src" role="status" aria-live="polite">
          {quota === null
            ? `What all pass: ${areaWords(share)}. `
            : `${nameOf(quota.state)} alone: ${areaWords(winSetShare(solved.now, top, quota.state))}, against ${areaWords(winSetShare(bargain, top, quota.state))} at its own quota. What all pass: ${areaWords(share)}, against ${areaWords(before)}. `}
          {solved.all === undefined
            ? `Not known: gates of ${bargain.missing.map(nameOf).join(', ')}.`
            : `All ${solved.now.members.length} ratify this text with chance ${percent(solved.all)}.`}
        </p>
      }
    />
  );
}
