import { useRef, useState, type ReactNode } from 'react';
import { Popover } from '../shell/Popover.tsx';

/** The way to change the conditions of a question. @param renderForm what opens behind the button; it says when it is done */
export function ConditionsButton({ renderForm }: { readonly renderForm: (done: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const done = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span className="slotbox">
      <button ref={button} type="button" className="lnk" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
        Change conditions
      </button>
      {open ? (
        <Popover anchor={button} label="Conditions" className="form" onClose={() => setOpen(false)}>
          {renderForm(done)}
        </Popover>
      ) : null}
    </span>
  );
}
