import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foedus, temporaryFolder } from './harness.ts';

const ESTONIA = ['trigger', '--attacker', 'RUS', '--target', 'EST', '--date', '2025-01-01'];

describe('foedus trigger --json', () => {
  it('prints the object that programs read', async () => {
    const { exit, out, err } = await foedus([...ESTONIA, '--json']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const verdict = JSON.parse(out);
    expect(verdict.event).toMatchObject({
      kind: 'armed-attack',
      attackers: ['RUS'],
      target: 'EST',
      date: '2025-01-01',
      domain: 'land',
      place: { state: 'EST' },
    });
    expect(verdict.event.place.lat).toBeCloseTo(59.4, 0);
    const latvia = verdict.duties.find(
      (duty: { state: string; treaty: string; article: string }) => duty.state === 'LVA' && duty.treaty === 'nato' && duty.article === '5',
    );
    expect(latvia).toMatchObject({ action: 'defend', toward: 'EST', against: ['RUS'], automaticity: 'discretionary' });
    expect(latvia.because.length).toBeGreaterThan(0);
    expect(Object.keys(verdict)).toEqual(['format', 'event', 'duties', 'notOwed', 'conflicts']);
  });

  it('adds the cascade where one is asked for', async () => {
    const { out } = await foedus([...ESTONIA, '--cascade', 'chosen', '--refuses', 'USA', '--json']);
    const { cascade } = JSON.parse(out);
    expect(cascade.mode).toBe('chosen');
    expect(cascade.belligerents).toContain('LVA');
    expect(cascade.belligerents).not.toContain('USA');
    expect(cascade.broken).toContainEqual(expect.objectContaining({ state: 'USA', treaty: 'nato' }));
  });

  it('a refusal asks for the cascade by choice', async () => {
    const { out } = await foedus([...ESTONIA, '--refuses', 'USA', '--json']);
    expect(JSON.parse(out).cascade).toMatchObject({ mode: 'chosen' });
  });

  it('takes today where no date is given', async () => {
    const { out } = await foedus(['trigger', '--attacker', 'RUS', '--target', 'EST', '--json'], { today: () => '2024-03-07' });
    expect(JSON.parse(out).event.date).toBe('2024-03-07');
  });

  it('knows whose ally an attacker is, whatever --only asks', async () => {
    const { out } = await foedus(['trigger', '--attacker', 'USA', '--target', 'CHN', '--date', '1955-06-01', '--only', 'sino-soviet-1950', '--json']);
    expect(JSON.parse(out).duties).toMatchObject([{ state: 'RUS', action: 'defend', toward: 'CHN', against: ['USA'] }]);
  });

  it('looks at the treaties of --only alone', async () => {
    const { out } = await foedus([...ESTONIA, '--only', 'nato', '--json']);
    const { duties } = JSON.parse(out);
    expect(new Set(duties.map((duty: { treaty: string }) => duty.treaty))).toEqual(new Set(['nato']));
  });

  it('takes who began it, wars under way, domain, object and intensity', async () => {
    const { out } = await foedus([
      ...ESTONIA,
      '--began-by',
      'EST',
      '--at-war',
      'RUS:UKR',
      '--domain',
      'sea',
      '--object',
      'public-vessel',
      '--intensity',
      'below-threshold',
      '--kind',
      'threat',
      '--json',
    ]);
    expect(JSON.parse(out).event).toMatchObject({
      beganBy: ['EST'],
      atWar: [{ attacker: 'RUS', target: 'UKR' }],
      domain: 'sea',
      object: 'public-vessel',
      intensity: 'below-threshold',
      kind: 'threat',
    });
  });

  it('finds whose land a point is', async () => {
    const { out } = await foedus([...ESTONIA, '--at', '58.38,26.72', '--json']);
    expect(JSON.parse(out).event.place).toMatchObject({ kind: 'point', state: 'EST' });
  });
});

describe('foedus trigger in words', () => {
  it('says who owes what, by which article', async () => {
    const { out } = await foedus(ESTONIA);
    expect(out).toContain('Russia attacks Estonia on 1 January 2025.');
    expect(out).toMatch(/31 states owe Estonia defense against Russia: nato, article 5 \(each judges what it\s+does\)/);
  });

  it('has status 0 where nobody owes anything', async () => {
    const { exit, out } = await foedus([...ESTONIA, '--only', 'anglo-polish-1939']);
    expect(exit).toBe(0);
    expect(out).toContain('Nobody owes anything');
  });
});

describe('foedus trigger --cascade expected', () => {
  it('shows who would come in a table, and the cascade', async () => {
    const { exit, out, err } = await foedus([...ESTONIA, '--cascade', 'expected', '--draws', '5']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^Who would come, given a war\n {2}state +side +chance +bound by$/m);
    expect(out).toMatch(/^ {2}Latvia +target's +\.\d+ \[\.\d+, \.\d+\] +eu-42-7 42\(7\), nato 5$/m);
    expect(out).toMatch(/^ {2}and \d+ more, none above \.\d+; --verbose shows them$/m);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('Days of warning 20 (5 to 60), to a settled fact 3 (1.5 to 14), as in the contingency russia-estonia.');
    expect(out.indexOf('Who would come')).toBeLessThan(out.indexOf('Cascade (expected)'));
    expect(out).toContain("1. The United States joins the target's side: nato, article 5");
  });

  it('--verbose shows all, --draws 0 no ranges', async () => {
    const { out } = await foedus([...ESTONIA, '--cascade', 'expected', '--draws', '0', '--verbose']);
    expect(out).toMatch(/^ {2}Malta +target's +\.\d+ +eu-42-7 42\(7\)$/m);
    expect(out).not.toContain('--verbose shows them');
  });

  it('is of wars between states', async () => {
    const { exit, err } = await foedus(['trigger', '--attacker', 'NONSTATE', '--target', 'USA', '--date', '2025-01-01', '--cascade', 'expected']);
    expect({ exit, err }).toEqual({ exit: 2, err: 'foedus: --cascade: expected: no attacker is a state, and the chances are of wars between states.\n' });
  });

  it('names whose power it knows where it does not know that of one side', async () => {
    const { exit, err } = await foedus(['trigger', '--attacker', 'IRQ', '--target', 'FJI', '--date', '1990-08-02', '--cascade', 'expected']);
    expect(exit).toBe(2);
    expect(err).toMatch(/^foedus: --cascade: expected: the catalog does not know the power of Fiji in 1990 \(figures of 1985\)\.\n.*Known are .*IRQ/);
  });
});

describe('drafts', () => {
  it('--treaty FILE adds a treaty', async () => {
    const folder = temporaryFolder();
    await foedus(['init', 'baltic-draft', '--name', 'Baltic draft', '--party', 'EST', '--party', 'JPN', '--signed', '2024-01-01', '--quiet'], { cwd: folder });
    const { out } = await foedus([...ESTONIA, '--treaty', 'baltic-draft.yaml', '--json'], { cwd: folder });
    expect(JSON.parse(out).duties).toContainEqual(expect.objectContaining({ state: 'JPN', action: 'defend', treaty: 'baltic-draft' }));
  });

  it('--treaty FILE stands in for the treaty with its id', async () => {
    const folder = temporaryFolder();
    const nato = readFileSync('catalog/treaties/nato.yaml', 'utf8');
    writeFileSync(path.join(folder, 'mine.yaml'), nato.replace(/^name: .*$/m, 'name: "A draft of mine"'));
    const { exit, out } = await foedus([...ESTONIA, '--treaty', 'mine.yaml', '--only', 'nato', '--verbose'], { cwd: folder });
    expect(exit).toBe(0);
    expect(out).toContain('nato, article 5');
  });
});

describe('a question that cannot be asked: status 2 and one line', () => {
  it.each([
    [['--target', 'ESTO'], /^foedus: --target: There is no state 'ESTO'\. Did you mean EST \(Estonia\)/],
    [['--target', 'est'], /^foedus: --target: State ids are three capital letters, not 'est'\. Did you mean EST/],
    [['--attacker', 'RUS', '--attacker', 'XXX'], /^foedus: --attacker: There is no state 'XXX'/],
    [['--date', '2025-02-30'], /^foedus: --date: there is no 2025-02-30 in the calendar/],
    [['--date', '1700-01-01'], /^foedus: --date: 1700-01-01 is out of range; foedus covers 1815-01-01 to/],
    [['--date', '9999-01-01'], /^foedus: --date: 9999-01-01 is out of range/],
    [['--date', 'yesterday'], /^foedus: --date: 'yesterday' is not a date; write it as YYYY-MM-DD/],
    [['--place', 'falkland-island'], /^foedus: --place: there is no place 'falkland-island'\. Did you mean falkland-islands/],
    [['--place', 'FRA', '--at', '1,2'], /^foedus: give --place or --at, not both/],
    [['--at', 'north'], /^foedus: --at: 'north' is not a point/],
    [['--at', '91,0'], /^foedus: --at: 91,0 is no point on earth/],
    [['--at-war', 'RUS'], /^foedus: --at-war: 'RUS' is not a pair/],
    [['--at-war', 'RUS:XXX'], /^foedus: --at-war: There is no state 'XXX'/],
    [['--began-by', 'XXX'], /^foedus: --began-by: There is no state 'XXX'/],
    [['--only', 'nat'], /^foedus: there is no treaty 'nat'\. Did you mean nato/],
    [['--cascade', 'expected', '--date', '2010-06-01'], /^foedus: --cascade: expected: the catalog knows nobody's power in 2010, .* 1815 to 1825, .* to today/],
    [['--cascade', 'expected', '--draws', 'many'], /^foedus: --draws: 'many' is no whole number/],
    [['--cascade', 'letter', '--draws', '10'], /^foedus: --draws: only an expected cascade is drawn; ask for --cascade expected/],
    [['--seed', '2'], /^foedus: --seed: only an expected cascade is drawn/],
    [['--target', 'RUS'], /^foedus: --attacker: Russia cannot attack itself/],
    [['--treaty', 'missing.yaml'], /^foedus: missing\.yaml: no such file/],
    [['--treaty', 'catalog/'], /^foedus: catalog\/: is a directory; name a file/],
  ])('%j', async (argv, line) => {
    const { exit, out, err } = await foedus([...ESTONIA, ...argv]);
    expect({ exit, out, lines: err.trimEnd().split('\n').length }).toEqual({ exit: 2, out: '', lines: 1 });
    expect(err).toMatch(line);
  });
});
