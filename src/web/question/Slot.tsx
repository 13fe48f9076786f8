import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Popover } from '../shell/Popover.tsx';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly open: boolean;
  readonly empty?: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly popover: ReactNode;
  readonly children: ReactNode;
}

/** An underlined part of the sentence: a button that opens its choices. */
export function Slot({ name, label, open, empty = false, onToggle, popover, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <span className="slotbox">
      <button
        ref={button}
        type="button"
        className={`slot${empty ? ' open-slot' : ''}`}
        data-slot={name}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => onToggle(!open)}
      >
        {children}
      </button>
      {open ? (
        <Popover anchor={button} label={label} className="picker" onClose={() => onToggle(false)}>
          {popover}
        </Popover>
      ) : null}
    </span>
  );
}
