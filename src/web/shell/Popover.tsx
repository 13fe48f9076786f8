import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';

interface Props {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A non-modal dialog below its anchor, kept inside the window. Escape and a press elsewhere close it; Escape gives focus back. */
export function Popover({ anchor, label, className, onClose, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [shift, setShift] = useState(0);

  useLayoutEffect(() => {
    const rect = box.current?.getBoundingClientRect();
    if (!rect) return;
    const width = document.documentElement.clientWidth;
    const over = rect.right + 8 - width;
    setShift(over > 0 ? -Math.min(over, rect.left - 8) : rect.left < 8 ? 8 - rect.left : 0);
  }, []);

  useEffect(() => {
    const press = (event: PointerEvent): void => {
      if (!(event.target instanceof Node)) return;
      if (box.current?.contains(event.target) || anchor.current?.contains(event.target)) return;
      if (event.target instanceof Element && event.target.closest('[data-fills-slot]')) return;
      onClose();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [anchor, onClose]);

  return (
    <div
      ref={box}
      className={`pop ${className}`}
      role="dialog"
      aria-label={label}
      style={{ top: 'calc(100% + 8px)', left: shift }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
        anchor.current?.focus();
      }}
    >
      {children}
    </div>
  );
}
