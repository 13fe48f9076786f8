import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Timeline } from '../../src/web/timeline/Timeline.tsx';
import { mount } from './mount.tsx';

function Dated({ onPreview, onCommit }: { readonly onPreview: (date: string) => void; readonly onCommit: (date: string) => void }) {
  const [date, setDate] = useState('1914-07-28');
  return (
    <Timeline
      date={date}
      shown={date}
      onPreview={onPreview}
      onCommit={(next) => {
        setDate(next);
        onCommit(next);
      }}
      onCrisis={vi.fn()}
    />
  );
}

describe('the time line', () => {
  it.each([
    ['{ArrowRight}', '29 July 1914'],
    ['{ArrowLeft}', '27 July 1914'],
    ['{Shift>}{ArrowRight}{/Shift}', '28 July 1915'],
    ['{PageUp}', '28 July 1924'],
    ['{PageDown}{PageDown}', '28 July 1894'],
    ['{Home}', '1 January 1815'],
    ['{End}', '31 December 2026'],
  ])('moves by %s to %s', async (keys, date) => {
    mount(<Dated onPreview={vi.fn()} onCommit={vi.fn()} />);
    const slider = page.getByRole('slider', { name: 'Date' });
    slider.element().focus();
    await userEvent.keyboard(keys);
    await expect.element(slider).toHaveAttribute('aria-valuetext', date);
  });

  it('previews every key and asks once, when the keys rest', async () => {
    const onPreview = vi.fn();
    const onCommit = vi.fn();
    mount(<Dated onPreview={onPreview} onCommit={onCommit} />);
    page.getByRole('slider').element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(onPreview.mock.calls.flat()).toEqual(['1914-07-29', '1914-07-30', '1914-07-31']);
    expect(onCommit).not.toHaveBeenCalled();
    await expect.poll(() => onCommit.mock.calls.flat()).toEqual(['1914-07-31']);
  });

  it('says its range in years', async () => {
    mount(<Dated onPreview={vi.fn()} onCommit={vi.fn()} />);
    const slider = page.getByRole('slider');
    await expect.element(slider).toHaveAttribute('aria-valuemin', '1815');
    await expect.element(slider).toHaveAttribute('aria-valuemax', '2026');
    await expect.element(slider).toHaveAttribute('aria-valuenow', '1914');
  });
});
