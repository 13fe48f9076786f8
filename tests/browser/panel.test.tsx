import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Cascade } from '../../src/core/law/types.ts';
import { chancesOf, type Likely } from '../../src/web/fight/chances.ts';
import { askedBy } from '../../src/web/fight/question.ts';
import { readSearch, type RawSearch } from '../../src/web/fight/search.ts';
import { tellStory } from '../../src/web/fight/story.ts';
import { COPY } from '../../src/web/fight/words.ts';
import { Answer } from '../../src/web/panels/Answer.tsx';
import { pact } from '../support/small-world.ts';
import { loadedWith, mount, PACTS } from './mount.tsx';

function show(raw: RawSearch, onChange = vi.fn(), treaties = PACTS, found: Likely['found'] | undefined = undefined): void {
  const loaded = loadedWith(treaties);
  const search = readSearch({ date: '1910-01-01', ...raw });
  const asked = askedBy(search, loaded.engine.world);
  const story = 'event' in asked ? tellStory(asked.event, search, undefined, loaded.engine) : null;
  const likely = 'event' in asked && found !== undefined ? [{ event: asked.event, found }] : [];
  const chances = chancesOf(likely);
  mount(
    <Answer asked={asked} story={story} search={search} index={search.step - 1} likely={likely} chances={chances} onDate={vi.fn()} onChange={onChange} />,
    loaded,
  );
}

const ATTACK = { from: 'AAA', to: 'BBB' };

describe('the panel', () => {
  it('answers in a sentence and folds three allies under one article', async () => {
    show(ATTACK);
    await expect.element(page.getByRole('heading', { level: 2 })).toHaveTextContent('1 January: Aaaland attacks Bbbland');
    await expect.element(page.getByText('Three states would owe Bbbland defense. One ally of Aaaland owes it nothing: it began the war.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: '3 allies owe Bbbland defense', exact: true })).toBeVisible();
  });

  it('tells how much is left to the helper, not to who must abstain', async () => {
    const quiet = pact('truce', ['AAA', 'BBB'], [{ kind: 'nonaggression' }], { name: 'The Truce' });
    show(ATTACK, vi.fn(), [...PACTS, quiet]);
    const meta = (name: string): string => document.querySelector(`.v:has([aria-label="why ${name}"]) .meta`)?.textContent ?? '';
    await expect.element(page.getByRole('button', { name: 'why Aaaland owes Bbbland non-aggression' })).toBeVisible();
    expect(meta('3 allies owe Bbbland defense')).toMatch(/· automatic$/);
    expect(meta('Aaaland owes Bbbland non-aggression')).not.toContain('automatic');
  });

  it('shows markup in a name of a treaty as it is written', async () => {
    show(ATTACK, vi.fn(), [pact('league', ['BBB', 'CCC'], [{}], { name: '<img src=x onerror=alert(1)>' })]);
    await expect.element(page.getByText(/<img src=x onerror=alert\(1\)>/).first()).toBeVisible();
    expect(document.querySelector('.v img')).toBeNull();
  });

  it('says once what holds for many states', async () => {
    const closed = pact('closed', ['AAA', 'CCC', 'DDD', 'EEE'], [{}], { name: 'The Closed', form: 'alliance' });
    show({ from: 'FFF', to: 'BBB', tab: 'none' }, vi.fn(), [closed]);
    await expect.element(page.getByRole('tabpanel')).toBeVisible();
    const lines = [...document.querySelectorAll('.outside li')].map((line) => line.textContent);
    expect(lines).toHaveLength(1);
  });

  it('opens a why by the address, and closes it', async () => {
    const onChange = vi.fn();
    show(ATTACK, onChange);
    await page.getByRole('button', { name: 'why 3 allies owe Bbbland defense' }).click();
    expect(onChange).toHaveBeenCalledWith({ why: 'duty:CCC:league:1:BBB' });
  });

  it('walks its tabs by arrows', async () => {
    const onChange = vi.fn();
    show(ATTACK, onChange);
    const owes = page.getByRole('tab', { name: /^Owes/ });
    await expect.element(owes).toHaveAttribute('aria-selected', 'true');
    owes.element().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(onChange).toHaveBeenCalledWith({ tab: 'free' });
    await expect.element(page.getByRole('tab', { name: /^Allied, owes nothing/ })).toHaveFocus();
  });

  it('names allies that owe nothing, with the reason', async () => {
    show({ ...ATTACK, tab: 'free' });
    await expect.element(page.getByRole('tabpanel')).toHaveTextContent(/Fffland owes Aaaland nothing.*The Entente.*ally began it/);
  });

  it('says when nothing is owed, when nothing is asked, and when there is no such state', async () => {
    show({ from: 'EEE', to: 'FFF' }, vi.fn(), []);
    await expect.element(page.getByText(COPY.noneOwed).first()).toBeVisible();
    show({ from: 'AAA' });
    await expect.element(page.getByText(COPY.empty)).toBeVisible();
    show({ from: 'AAA', to: 'XYZ' });
    await expect.element(page.getByText("No state has the code 'XYZ'. Choose one in the question above, by name or by any code.")).toBeVisible();
  });

  const FOUND: Cascade = {
    mode: 'expected',
    steps: [],
    belligerents: [],
    sides: { attacker: [], target: [] },
    neutrals: [],
    broken: [],
    conflicts: [],
    duties: [],
    expected: [
      { state: 'CCC', side: 'target', chance: { value: 0.62, low: 0.4, high: 0.8, half: [0.5, 0.7] }, bound: [{ treaty: 'league', article: '1' }] },
      { state: 'FFF', side: 'attacker', chance: { value: 0.031, low: 0.014, high: 0.056, half: [0.02, 0.04] }, bound: [] },
    ],
    expected_not_assessed: ['DDD'],
    expected_method: 'Chance of coming into the war, given that there is one.',
  };

  it('lists how likely each is to come, with its range and what binds it, and who is not estimated', async () => {
    const onChange = vi.fn();
    show({ ...ATTACK, show: 'chance' }, onChange, PACTS, FOUND);
    await expect.element(page.getByText('One state is more likely than not to come in: Cccland (62%).', { exact: false })).toBeVisible();
    await expect.element(page.getByRole('tab', { name: /^Might come ?2$/ })).toBeVisible();
    await expect.element(page.getByRole('img', { name: '62%, 90% range 40 to 80' })).toBeVisible();
    await expect.element(page.getByText('bound by nothing here')).toBeVisible();
    await expect.element(page.getByText('Not estimated, the power of these states is not known: Dddland.')).toBeVisible();
    await page.getByRole('button', { name: 'why Cccland beside Bbbland' }).click();
    expect(onChange).toHaveBeenCalledWith({ why: 'chance:CCC' });
  });

  it('says that it computes, and why it cannot', async () => {
    show({ ...ATTACK, cascade: 'expected' }, vi.fn(), PACTS, null);
    await expect.element(page.getByText('Computing…')).toBeVisible();
    show({ ...ATTACK, cascade: 'expected' }, vi.fn(), PACTS, "the catalog knows nobody's power in 1830.");
    await expect.element(page.getByText("The catalog knows nobody's power in 1830. Read the letter of the treaties meanwhile.")).toBeVisible();
  });

  it('lets a selected state join or refuse', async () => {
    const onChange = vi.fn();
    show({ ...ATTACK, cascade: 'chosen', own: '1', sel: 'FFF' }, onChange);
    await page.getByRole('button', { name: 'Join Aaaland' }).click();
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ joins: [{ state: 'FFF', beside: 'AAA' }] }));
  });
});
