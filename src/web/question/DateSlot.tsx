import { formatDate } from '../../core/states/dates.ts';
import { DatePicker } from './DatePicker.tsx';
import { Slot } from './Slot.tsx';

interface Props {
  readonly name?: string;
  /** What the date is, for who cannot see the sentence. */
  readonly title?: string;
  readonly date: string;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly onPick: (date: string) => void;
  /** What follows it on the same line: a comma, a question mark. */
  readonly after?: string;
}

/** The date of the sentence; one that is picked closes it. */
export function DateSlot({ name = 'date', title = 'Date', date, open, onToggle, onPick, after }: Props) {
  const pick = (next: string): void => {
    onToggle(false);
    onPick(next);
  };
  return (
    <span className="nowrap">
      <Slot name={name} label={`${title}: ${formatDate(date)}`} open={open} onToggle={onToggle} popover={<DatePicker date={date} onPick={pick} />}>
        {formatDate(date)}
      </Slot>
      {after}
    </span>
  );
}
