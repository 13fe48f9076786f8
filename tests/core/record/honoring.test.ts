import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/core/record/calls.ts';
import { honoringFrame } from '../../../src/core/record/honoring.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import { rowsOf, type Row } from '../../../src/core/table/table.ts';
import { memberRow, phaseRow, tableOf } from '../atop/made-up.ts';
import { numbersTable } from './made-up-record.ts';

const NAMES = ['warid', 'atopid', 'cowwarid', 'multilateral', 'sample', 'cfnaBF', 'honorBF', 'violateBF', 'cfnaLLM', 'honorLLM', 'violateLLM'] as const;
const PLEDGES = ['defense', 'offense', 'neutral', 'nonagg'] as const;
const kinds = { warname: 'text', ...Object.fromEntries([...NAMES, ...PLEDGES].map((name) => [name, 'int16'] as const)) } as const;

const CALL: Call = {
  war: 9,
  year: 1910,
  atopId: 2000,
  owedHelp: new Set(['CCC', 'DDD']),
  helped: new Set(['CCC']),
  owedNeutrality: new Set(),
  neutral: new Set(),
};

function frameOf(row: Row, phases: readonly Row[] = [phaseRow({ base: 2, conditio: 0, pubsecr: 2 })]): Row | undefined {
  const [found] = rowsOf(
    honoringFrame({
      cases: tableFromRows(kinds, [{ warid: 4, atopid: 2000, cowwarid: 9, warname: 'Made-up1911-1912', multilateral: 1, sample: 1, defense: 1, ...row }]),
      participants: numbersTable(
        ['warnum', 'ccode', 'side', 'startyear1', 'startmonth1', 'startday1', 'initiator'],
        [
          [9, 1, 1, 1910, 7, 1, 1],
          [9, 2, 2, 1910, 5, 3, 2],
        ],
      ),
      calls: [CALL],
      phase: tableOf(phases),
      member: tableOf([memberRow(1), memberRow(2)]),
      institutions: tableFromRows({ atopidphase: 'float64', milinst: 'int8', formal: 'int8' }, [{ atopidphase: 2000, milinst: 2, formal: 1 }]),
    }),
  );
  return found;
}

describe('the honoring frame', () => {
  it('says what each coding says', () => {
    expect(frameOf({ honorBF: 1, violateLLM: 1 })).toMatchObject({ honored: 1, called: 1, honored_llm: 0, called_llm: 1 });
    expect(frameOf({ cfnaBF: 1 })).toMatchObject({ honored: null, called: 0, honored_llm: null, called_llm: null });
  });

  it('has the promises of the cases, and the clauses of ATOP', () => {
    expect(frameOf({ neutral: 1 })).toMatchObject({
      help: 1,
      defense: 1,
      offense: 0,
      neutral: 1,
      nonaggression: 0,
      bilateral: 0,
      sample: 1,
      bases: 1,
      conditional: 0,
      secret: 1,
      wartime: null,
      institutions: 2,
      formality: 1,
    });
    expect(frameOf({ defense: 0, offense: 1, multilateral: 0 })).toMatchObject({ help: 1, bilateral: 1 });
    expect(frameOf({ defense: 0 })).toMatchObject({ help: 0 });
  });

  it('dates a war on the list by the first to enter it, and lays the law beside it', () => {
    expect(frameOf({})).toMatchObject({ year: 1910, postwar: 0, listed: 1, owed: 2, helped: 1, owed_neutrality: 0, kept_neutral: 0, signed_in_war: 0 });
  });

  it('dates another by its name, and leaves the law out', () => {
    expect(frameOf({ cowwarid: null })).toMatchObject({ year: 1911, listed: 0, owed: null, helped: null });
    expect(frameOf({ cowwarid: null, warname: 'Made-up_1945' })).toMatchObject({ year: 1945, postwar: 1 });
  });

  it('reads the phase that stood, and tells who signed in the war', () => {
    const phases = [phaseRow({ phase: 1, endyr: 1905, endmo: 1, endday: 1, base: 0 }), phaseRow({ phase: 2, begyr: 1905, begmo: 1, begday: 1, base: 3 })];
    expect(frameOf({}, phases)).toMatchObject({ bases: 1, signed_in_war: 0 });
    expect(frameOf({}, [phaseRow({ begyr: 1910, begmo: 5, begday: 4, base: 3 })])).toMatchObject({ bases: 1, signed_in_war: 1 });
    expect(frameOf({}, [phaseRow({ begyr: 1910, begmo: 5, begday: 3 })])).toMatchObject({ signed_in_war: 0 });
  });

  it('knows nothing of the clauses of an alliance that ATOP does not have', () => {
    expect(frameOf({ atopid: 2001 })).toMatchObject({ bases: null, institutions: null, signed_in_war: 0, owed: 0 });
  });
});
