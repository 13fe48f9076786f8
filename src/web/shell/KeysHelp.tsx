import { useKeysOn } from './keys.ts';
import { PAGES } from './pages.ts';
import { Sheet } from './Sheet.tsx';

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['/'], 'Find a state, treaty or article'],
  [['a'], 'Choose the attacker'],
  [['t'], 'Choose the target'],
  [['d'], 'Choose the date'],
  [['←', '→'], 'Step back or on (on the time line: a day; with Shift a year; Page a decade)'],
  [['Space'], 'Play or pause'],
  [['p'], 'Duty or chance of honoring'],
  [['m'], 'Map or table'],
  [['w'], 'Swap the large view and the small one'],
  [['y'], 'Open or close the first why'],
  ...PAGES.map(({ key, words }) => [['g', key], `Go to ${words}`] as const),
  [['?'], 'This list'],
  [['Esc'], 'Close'],
];

/** The list of shortcuts, and the switch that turns them off. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const [on, setOn] = useKeysOn();
  return (
    <Sheet title="Keyboard shortcuts" onClose={onClose}>
      <dl className="keys-list">
        {KEYS.map(([keys, what]) => (
          <KeyRow key={keys.join(' ')} keys={keys} what={what} />
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        Single-key shortcuts are on
      </label>
    </Sheet>
  );
}

function KeyRow({ keys, what }: { readonly keys: readonly string[]; readonly what: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{what}</dd>
    </>
  );
}
