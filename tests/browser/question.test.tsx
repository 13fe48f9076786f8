import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readSearch, type FightSearch } from '../../src/web/fight/search.ts';
import { Question, type SlotName } from '../../src/web/question/Question.tsx';
import { mount } from './mount.tsx';

const search = readSearch({ date: '1910-01-01', from: 'AAA', to: 'BBB', step: '3', why: 'duty:x' });

function Asking({ onAsk }: { readonly onAsk: (next: FightSearch) => void }) {
  const [open, setOpen] = useState<SlotName | null>(null);
  return <Question search={search} open={open} onOpen={setOpen} onAsk={onAsk} />;
}

describe('the question', () => {
  it('is a sentence and a heading', async () => {
    mount(<Asking onAsk={vi.fn()} />);
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(/^If Aaaland attacks Bbbland on 1 January 1910, who would fight\?$/);
  });

  it('takes an attacker from the search field, by arrows and Enter', async () => {
    const onAsk = vi.fn();
    mount(<Asking onAsk={onAsk} />);
    await page.getByRole('button', { name: 'Attacker: Aaaland' }).click();
    const field = page.getByRole('combobox', { name: 'Choose the attacker' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('land');
    await expect.element(page.getByRole('option', { name: /Bbbland/ })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Control>}a{/Control}ccc{Enter}');
    expect(onAsk).toHaveBeenCalledOnce();
    expect(onAsk.mock.calls[0]?.[0]).toMatchObject({ from: ['CCC'], to: 'BBB', step: 1, why: null });
  });

  it('suggests the nearest names for one it does not know', async () => {
    mount(<Asking onAsk={vi.fn()} />);
    await page.getByRole('button', { name: 'Target: Bbbland' }).click();
    await userEvent.keyboard('Bblund');
    await expect.element(page.getByText(/No state by that name\. Nearest: /)).toBeVisible();
  });

  it('gives focus back to the slot on Escape', async () => {
    mount(<Asking onAsk={vi.fn()} />);
    const slot = page.getByRole('button', { name: 'Target: Bbbland' });
    await slot.click();
    await userEvent.keyboard('{Escape}');
    await expect.element(slot).toHaveFocus();
    await expect.element(slot).toHaveAttribute('aria-expanded', 'false');
  });

  it('reads a date in words and refuses what is none', async () => {
    const onAsk = vi.fn();
    mount(<Asking onAsk={onAsk} />);
    await page.getByRole('button', { name: 'Date: 1 January 1910' }).click();
    const field = page.getByRole('textbox', { name: 'Date' });
    await field.fill('the day after');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await userEvent.keyboard('{Enter}');
    expect(onAsk).not.toHaveBeenCalled();
    await field.fill('28. July 1914');
    await expect.element(page.getByText('Read as 28 July 1914. Enter to ask.')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(onAsk.mock.calls[0]?.[0]).toMatchObject({ date: '1914-07-28' });
  });
});
