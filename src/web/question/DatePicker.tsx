import { useEffect, useRef, useState } from 'react';
import { formatDate } from '../../core/states/dates.ts';
import { clampDate, FIRST_DAY, LAST_DAY, parseDate } from '../fight/dates.ts';

interface Props {
  readonly date: string;
  readonly onPick: (date: string) => void;
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** A date typed in any of the usual forms, read back as it is understood. */
export function DatePicker({ date, onPick }: Props) {
  const [text, setText] = useState(formatDate(date));
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);
  const read = parseDate(text, today());
  const outside = read !== null && clampDate(read) !== read;
  const good = read !== null && !outside;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (good) onPick(read);
      }}
    >
      <input
        ref={input}
        className="input"
        aria-label="Date"
        aria-invalid={!good}
        aria-describedby="date-read"
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <p id="date-read" className={good ? 'hint' : 'hint fault'} role="status">
        {good
          ? `Read as ${formatDate(read)}. Enter to ask.`
          : outside
            ? `The catalog covers ${FIRST_DAY.slice(0, 4)} to ${LAST_DAY.slice(0, 4)}.`
            : 'Not a date. Try 28 July 1914, 1914-07-28, July 1914 or 1914.'}
      </p>
    </form>
  );
}
