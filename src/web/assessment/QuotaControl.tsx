import type { Bargain } from '../../core/assess/bargain.ts';
import { movable, quotaWords, SHARES, shareWords } from '../../explain/quota.ts';
import type { AssessSearch } from './search.ts';

interface Props {
  /** As the constitutions have it. */
  readonly bargain: Bargain;
  readonly quota: AssessSearch['quota'];
  readonly nameOf: (state: string) => string;
  readonly onQuota: (quota: AssessSearch['quota']) => void;
}

/** Moves the quota of one gate: a chamber, and the share of it that must agree. */
export function QuotaControl({ bargain, quota, nameOf, onQuota }: Props) {
  const gates = bargain.members.flatMap(({ state, gates: own }) => movable(own).map((gate) => ({ state, gate })));
  const chosen = gates.find(({ state, gate }) => state === quota?.state && gate.id === quota.gate) ?? preferred(gates);
  if (chosen === undefined) return null;
  const own = chosen.gate.quota?.share ?? '1/2+';
  const shares: readonly string[] = [...new Set([...SHARES, own])].toSorted((a, b) => place(a) - place(b));
  const share = quota?.state === chosen.state && quota.gate === chosen.gate.id ? quota.share : own;
  const at = Math.max(0, shares.indexOf(share));
  const set = (next: string): void => onQuota(next === own ? null : { state: chosen.state, gate: chosen.gate.id, share: next });
  return (
    <div className="quota">
      <label className="field">
        <span>Whose gate</span>
        <select
          className="select"
          value={`${chosen.state}:${chosen.gate.id}`}
          onChange={(event) => {
            const [state = '', gate = ''] = event.target.value.split(':');
            const found = gates.find((one) => one.state === state && one.gate.id === gate);
            if (found) onQuota({ state, gate, share: found.gate.quota?.share ?? '1/2+' });
          }}
        >
          {gates.map(({ state, gate }) => (
            <option key={`${state}:${gate.id}`} value={`${state}:${gate.id}`}>
              {nameOf(state)}, {gate.body}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>
          Quota: <b>{shareWords(share)}</b>
          {share === own ? '' : `; its own is ${quotaWords(chosen.gate)}`}
        </span>
        <input
          type="range"
          min={0}
          max={shares.length - 1}
          step={1}
          value={at}
          aria-label={`Quota of the ${chosen.gate.body}`}
          aria-valuetext={shareWords(share)}
          onChange={(event) => set(shares[Number(event.target.value)] ?? own)}
        />
      </label>
      {quota === null ? null : (
        <button type="button" className="lnk" onClick={() => onQuota(null)}>
          As it is
        </button>
      )}
    </div>
  );
}

type Choice = { readonly state: string; readonly gate: Bargain['members'][number]['gates'][number] };

/** The Senate of the United States where it is among them: the gate most told about; else the first. */
const preferred = (gates: readonly Choice[]): Choice | undefined => gates.find(({ state, gate }) => state === 'USA' && gate.id === 'senate') ?? gates[0];

function place(share: string): number {
  if (share === 'all') return 2;
  const [upper = '1', lower = '1'] = share.replace('+', '').split('/');
  return Number(upper) / Number(lower) + (share.endsWith('+') ? 1e-6 : 0);
}
