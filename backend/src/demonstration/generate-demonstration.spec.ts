import { createHash } from 'node:crypto';
import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { fen } from '@yuheng/shared/domain/money/fen';
import { demonstrationAccounts } from './demonstration-accounts';
import { demonstrationAssignments } from './demonstration-assignments';
import { DEMONSTRATION_FINALISATIONS } from './demonstration-evaluation';
import { FIXTURE_COUNTIES, fixtureDemonstration } from './demonstration-fixture';
import { generateDemonstration } from './generate-demonstration';

/**
 * The rows of the demonstration as they were last agreed on. A new value is right only when a story was meant to change;
 * the template and the method are left out, because they belong to the domain and have specs of their own.
 */
const AGREED_SHA256 = '8f6a0e34039dc9b37bd5f4cf467b83e612d4afd2242064b3c23fd919c09cb20e';

function everyRow(): CanonicalValue {
  const data = fixtureDemonstration();
  const rows = {
    ...data,
    inspectionTemplates: data.inspectionTemplates.map((one) => ({ ...one, items: null })),
    evaluationMethods: data.evaluationMethods.map((one) => ({ ...one, definition: null })),
    finalisations: DEMONSTRATION_FINALISATIONS,
    ...demonstrationAccounts('530400', FIXTURE_COUNTIES, 'hash'),
    assignments: demonstrationAssignments(data.evaluationRounds, FIXTURE_COUNTIES),
  };
  // Moments as they are printed.
  return JSON.parse(JSON.stringify(rows)) as CanonicalValue;
}

describe('generateDemonstration', () => {
  it('gives the same rows every time', () => {
    expect(canonicalJson(everyRow())).toBe(canonicalJson(everyRow()));
  });

  it('gives the rows that were agreed on, to the byte', () => {
    expect(createHash('sha256').update(canonicalJson(everyRow()), 'utf8').digest('hex')).toBe(AGREED_SHA256);
  });

  it('lets one county change nothing in the rows of another', () => {
    const all = fixtureDemonstration();
    const counties = FIXTURE_COUNTIES.filter(({ id }) => id !== 'tonghai');
    const without = generateDemonstration({ cityId: '530400', counties });
    const others = <Row extends { countyId: string }>(rows: readonly Row[]): Row[] =>
      rows.filter(({ countyId }) => countyId !== 'tonghai');
    expect(without.wageMonths).toEqual(others(all.wageMonths));
    expect(without.workloadMonths).toEqual(others(all.workloadMonths));
    expect(without.findings).toEqual(others(all.findings));
  });

  it('refuses a county that it has no story of', () => {
    const county = { id: 'elsewhere', firstOffice: 'office', posts: 1, amount: fen(1_200_000) };
    expect(() => generateDemonstration({ cityId: '530400', counties: [county] })).toThrow(/elsewhere/);
  });

  it('says nothing that accuses anybody', () => {
    // The official wording of one template item and of its criteria names what it looks for: it is no invented text.
    const text = canonicalJson(everyRow());
    const accusations =
      /截留|挪用|挤占|贪污|侵占|套取|骗取|虚报|虚列|冒领|造假|伪造|违规|违纪|违法|渎职|腐败|受贿|处分|拖欠|克扣|欠薪|失职/;
    expect(accusations.exec(text)?.[0]).toBeUndefined();
  });

  it('names no county in any text, so that anonymous names hold everywhere', () => {
    const text = canonicalJson(everyRow());
    const names = /红塔|江川|澄江|通海|华宁|易门|峨山|新平|元江|玉溪/;
    expect(names.exec(text)?.[0]).toBeUndefined();
  });

  it('passes earmarked use and supervision gaps wherever an inspector looked', () => {
    const { inspectionResults } = fixtureDemonstration();
    for (const item of ['earmarkedUse', 'supervisionGaps']) {
      const conclusions = inspectionResults
        .filter(({ itemId }) => itemId === item)
        .map(({ conclusion }) => conclusion);
      expect(new Set(conclusions.filter((one) => one !== null))).toEqual(new Set(['pass']));
    }
  });

  it('marks as 演示 every document number and every source that no text published', () => {
    const { fundMovements, programPosts } = fixtureDemonstration();
    const numbers = [
      ...fundMovements.map(({ documentNumber }) => documentNumber),
      ...DEMONSTRATION_FINALISATIONS.map(({ documentNumber }) => documentNumber),
    ].filter((one) => one !== null);
    expect(numbers.length).toBeGreaterThan(30);
    expect(numbers.filter((one) => !one.startsWith('演示'))).toEqual([]);
    const unpublished = programPosts.filter(({ year }) => year !== 2025);
    expect(unpublished.filter(({ source }) => !source.startsWith('演示数据：'))).toEqual([]);
  });
});
