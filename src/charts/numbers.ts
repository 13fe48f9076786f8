/** Numbers as figures print them: two significant digits, no space before %, a true minus. */

const digits = (value: number): string => {
  const rounded = Number(value.toPrecision(2));
  const places = rounded === 0 ? 0 : Math.max(0, 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return rounded.toFixed(Math.min(places, 4));
};

/** "3.1%", "45%", "<0.01%". */
export function percent(chance: number): string {
  if (Number.isNaN(chance)) return 'missing';
  const value = 100 * chance;
  if (value === 0) return '0%';
  if (Math.abs(value) < 0.01) return '<0.01%';
  if (value > 99 && value < 100) return value > 99.9 ? '>99.9%' : `${value.toFixed(1)}%`;
  return `${digits(value)}%`;
}

/** "1.4 to 5.6": the ends of a range of chances, in percent, without the sign. */
export function percentRange(low: number | undefined, high: number | undefined): string {
  if (low === undefined || high === undefined) return '';
  const bare = (value: number): string => percent(value).replace('%', '');
  return `${bare(low)} to ${bare(high)}`;
}

/** "3.1% (90%: 1.4 to 5.6)": a chance with its range, where one is known. */
export function percentWithRange({ value, low, high }: { readonly value: number; readonly low?: number; readonly high?: number }): string {
  const range = percentRange(low, high);
  return range === '' ? percent(value) : `${percent(value)} (90%: ${range})`;
}

/** "−3.1", "+11": a difference of chances in points. */
export function points(difference: number): string {
  const value = 100 * difference;
  if (Math.abs(value) < 0.0005) return '0';
  if (Math.abs(value) < 0.01) return `${value < 0 ? '−' : '+'}<0.01`;
  return `${value < 0 ? '−' : '+'}${digits(Math.abs(value))}`;
}

/** "+0.66", "−0.05": two decimals, as ledgers add up. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return text === '0.00' ? '0.00' : `${value < 0 ? '−' : '+'}${text}`;
}

/** A plain number in two significant digits. */
export function plain(value: number): string {
  return `${value < 0 ? '−' : ''}${digits(Math.abs(value))}`;
}
