import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';

export interface Option {
  readonly id: string;
  readonly label: ReactNode;
  readonly detail?: string | undefined;
  readonly disabled?: boolean;
  /** Heading shown above the first option of a group. */
  readonly group?: string | undefined;
}

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly options: (query: string) => readonly Option[];
  readonly empty: (query: string) => string;
  readonly onPick: (id: string) => void;
  readonly hint?: ReactNode;
}

/** A search field over a list: ARIA combobox with a listbox below. Arrows walk, Enter picks. */
export function Combobox({ label, placeholder, options, empty, onPick, hint }: Props) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const shown = options(query);
  const at = Math.min(active, shown.length - 1);

  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, query]);

  const step = (by: number): void => {
    let next = at;
    for (let i = 0; i < shown.length; i++) {
      next = (next + by + shown.length) % shown.length;
      if (!shown[next]?.disabled) break;
    }
    setActive(next);
  };
  const pick = (option: Option | undefined): void => {
    if (option && !option.disabled) onPick(option.id);
  };

  return (
    <>
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') step(1);
          else if (event.key === 'ArrowUp') step(-1);
          else if (event.key === 'Enter') pick(shown[at]);
          else return;
          event.preventDefault();
        }}
      />
      {hint ? <p className="hint">{hint}</p> : null}
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label={label}>
        {shown.map((option, i) => (
          <OptionRow
            key={option.id}
            id={`${id}-${i}`}
            option={option}
            active={i === at}
            heading={option.group !== shown[i - 1]?.group ? option.group : undefined}
            onPick={pick}
          />
        ))}
      </ul>
      {shown.length === 0 ? (
        <p className="hint" role="status">
          {empty(query)}
        </p>
      ) : null}
    </>
  );
}

interface RowProps {
  readonly id: string;
  readonly option: Option;
  readonly active: boolean;
  readonly heading: string | undefined;
  readonly onPick: (option: Option) => void;
}

function OptionRow({ id, option, active, heading, onPick }: RowProps) {
  return (
    <>
      {heading ? (
        <li role="presentation" className="grp">
          {heading}
        </li>
      ) : null}
      <li
        id={id}
        role="option"
        aria-selected={active}
        aria-disabled={option.disabled ?? false}
        className={active ? 'act' : undefined}
        onClick={() => onPick(option)}
      >
        <span>{option.label}</span>
        {option.detail ? <small>{option.detail}</small> : null}
      </li>
    </>
  );
}
