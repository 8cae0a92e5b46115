import { identityNumberOf } from '@yuheng/backend/demonstration/demonstration-numbers';
import { wageListWorkbook } from '../../integration/imports/wage-list-workbook';
import { splitOf, splitWorkbook } from '../../integration/allocations/split-workbook';
import { sha256, textOfYear } from '../../api/requests';
import type { TestServer } from '../../support/server';
import { accountRecipes } from './account-recipes';
import { decisionRecipes } from './decision-recipes';
import { fieldworkRecipes } from './fieldwork-recipes';
import { kitchenOf, type Recipes } from './recipe';
import { resultRecipes, roundRecipes } from './round-recipes';
import { scenarioRecipes } from './scenario-recipes';
import { scoreRecipes } from './score-recipes';

const ASSISTANTS = { program: 'assistants' };
/** Sheets that are still to be filled in on the day of the demonstration. */
const SHEET = { ...ASSISTANTS, kind: 'inspection', county: 'huaning', month: '2026-02' };
const WAGES = { ...ASSISTANTS, county: 'yuanjiang', month: '2026-02' };
const OWN = { county: 'hongta' };
const FILED = {
  ...{ ...ASSISTANTS, ...OWN, year: 2026, document: 'transferDocument', recipient: 'cityFinance' },
  filedOn: '2026-03-17',
};
const ENTRY = {
  ...{ ...ASSISTANTS, ...OWN, year: 2026, act: 'issue', fen: 100, on: '2026-03-18' },
  ...{ documentNumber: '演示财行〔2026〕1号', subject: '演示科目' },
};
const personOf = (name: string) => ({
  ...{ ...OWN, name, employment: 'laborContract', office: null, bankCard: null, onPostFrom: '2026-01-05' },
  ...{ contractFrom: null, contractUntil: null, insuredSince: null, identityNumber: identityNumberOf(name) },
});

/** Enters what some requests speak of, and says what each has to say. */
export async function recipesOf(server: TestServer): Promise<Recipes> {
  const kitchen = kitchenOf(server);
  const { say, send, read } = kitchen;
  const listed = await server.request({ url: '/api/findings?program=assistants&year=2025', as: 'inspector' });
  const [finding] = listed.json<{ findings: { id: string }[] }>().findings;
  const [vacancy] = await server.sql<{ county: string; month: string }>(
    `select w.county_id as county, w.month from wage_month w join program_post p on p.county_id = w.county_id and p.year = 2025
     where w.month like '2025-%' and w.persons_on_post < p.posts and w.county_id in ('hongta', 'eshan', 'yuanjiang')
       and w.city_part_paid_fen = w.persons_on_post * 100000 order by 1, 2 limit 1`,
  );
  await server.sql(
    `insert into filing values ('530400', $1, $2, $3, $4, $5, $6) on conflict on constraint pk_filing
     do update set filed_on = excluded.filed_on`,
    [FILED.county, FILED.program, FILED.year, FILED.document, FILED.recipient, FILED.filedOn],
  );
  const { entries } = await say<{ entries: { id: string }[] }>('/api/ledger', 'finance', ENTRY);
  const assistant = await say<{ id: string }>('/api/roster', 'county-hongta', personOf('演示甲'));
  const [split] = await server.sql<{ id: string }>('select run_id as id from allocation_run');
  const [scored] = await server.sql<{ id: string }>(
    `select finalised_run_id as id from evaluation_round where year = 2025 and kind = 'departmentEvaluation'`,
  );
  const voucher = Buffer.from('%PDF-1.7\n% voucher of the fuzzer');
  const evidence = await send<{ id: string }>('/api/counties/hongta/evidence', 'inspector', voucher);

  const workbookOf = `/api/sheets/${SHEET.kind}/${SHEET.county}/${SHEET.month}/workbook?program=${SHEET.program}`;
  const sheet = await read(workbookOf, 'inspector');
  const imported = { ...SHEET, import: (await send<{ id: string }>(workbookOf, 'inspector', sheet)).id };
  const rosterOf = '/api/roster/workbook?county=hongta';
  const roster = await read(rosterOf, 'county-hongta');
  const { digest } = await send<{ digest: string }>(rosterOf, 'county-hongta', roster);
  const wages = await wageListWorkbook({
    headings: ['姓名', '身份证号', '市级补助', '县级配套'],
    rows: [['演示人员', identityNumberOf('wages'), 1000, 800]],
  });
  const text = Buffer.from(textOfYear(2029));
  const splits = await splitWorkbook(splitOf(2019));
  const drafted = await say<{ draft: string }>('/api/methods/drafts?program=assistants', 'officer-1', {
    from: { kind: 'version', version: 1 },
  });
  const method = { as: 'officer-1', values: { draft: drafted.draft, year: '2025' } };
  const version = { as: 'officer-1', values: { ...ASSISTANTS, version: '1', year: '2025' } };
  const county = 'county-hongta';
  const WALL_LINK = { ...ASSISTANTS, name: '大厅', endsOn: new Date().toISOString().slice(0, 10) };
  const wall = await say<{ link: { id: string }; path: string }>('/api/wall-links', 'officer-1', WALL_LINK);
  const other = await say<{ link: { id: string } }>('/api/wall-links', 'officer-1', WALL_LINK);
  const code = { as: null, values: { token: wall.path.replace('/screen#', '') } };
  return {
    listDuties: { as: 'leader', values: { ...ASSISTANTS, from: '2026-03-01', to: '2026-03-31' } },
    compareCounties: {
      as: 'leader',
      values: { ...ASSISTANTS, left: 'hongta', right: 'eshan', leftYear: '2025', rightYear: '2025' },
    },
    openWall: code,
    openWallEvents: code,
    createWallLink: { as: 'officer-1', values: WALL_LINK },
    revokeWallLink: { as: 'officer-1', values: { wallLink: other.link.id } },
    readMethodVersion: version,
    downloadMethodWorkbook: version,
    simulateMethodVersion: version,
    readMethodDraft: method,
    downloadMethodDraftWorkbook: method,
    simulateMethodDraft: method,
    readMethodFile: {
      as: 'officer-1',
      values: {},
      file: await read(`/api/methods/drafts/${drafted.draft}/workbook`, 'officer-1'),
    },
    ...(await accountRecipes(kitchen)),
    ...(await fieldworkRecipes(kitchen)),
    ...(await roundRecipes(kitchen)),
    ...(await scoreRecipes(kitchen, evidence.id)),
    ...(await resultRecipes(kitchen)),
    ...(await decisionRecipes(kitchen)),
    readSheetItemHistory: {
      as: 'inspector',
      values: { ...SHEET, ...OWN, month: '2025-02', item: 'staffOnPost' },
    },
    readInspection: { as: 'inspector', values: { ...ASSISTANTS, ...OWN, month: '2025-02' } },
    readFinding: { as: 'inspector', values: { finding: finding?.id } },
    raiseDoubt: {
      as: 'inspector',
      values: { ...ASSISTANTS, ...OWN, month: '2025-02', item: 'staffOnPost', text: '请核对' },
    },
    storeEvidence: { as: 'inspector', values: OWN, file: voucher },
    downloadEvidence: { as: 'inspector', values: { ...OWN, file: evidence.id } },
    previewWageList: { as: 'county-yuanjiang', values: WAGES, file: wages },
    nameWageColumns: { as: county, values: { ...OWN, columns: [{ heading: '级差', field: 'ignored' }] } },
    downloadSheetWorkbook: { as: 'inspector', values: SHEET },
    previewSheetWorkbook: { as: 'inspector', values: SHEET, file: sheet },
    applySheetWorkbook: { as: 'inspector', values: imported },
    downloadImportResult: { as: 'inspector', values: imported },
    downloadRosterWorkbook: { as: county, values: OWN },
    previewRosterWorkbook: { as: county, values: OWN, file: roster },
    importRoster: { as: county, values: { ...OWN, digest }, file: roster },
    enterAssistant: { as: county, values: personOf('演示乙') },
    discloseAssistant: { as: county, values: { assistant: assistant.id, reason: '例行检查' } },
    readLedger: {
      as: 'finance',
      values: { ...ASSISTANTS, year: '2025', from: '2025-01-01', to: '2025-06-30' },
    },
    enterLedgerEntry: { as: 'finance', values: ENTRY },
    reverseLedgerEntry: { as: 'finance', values: { entry: entries[0]?.id, reason: '演示更正' } },
    explainReconciliation: {
      as: `county-${vacancy?.county}`,
      values: { ...ASSISTANTS, ...vacancy, text: '正在公开招录。' },
    },
    createFiling: {
      as: 'county-eshan',
      values: { ...FILED, county: 'eshan', documentNumber: '峨司发〔2026〕1号' },
    },
    withdrawFiling: { as: 'officer-1', values: { ...FILED, reason: '日期登记有误' } },
    readGoal: { as: county, values: { ...ASSISTANTS, ...OWN, year: '2025' } },
    readSelfEvaluation: { as: county, values: { ...ASSISTANTS, ...OWN, year: '2025' } },
    readMidYear: { as: county, values: { ...ASSISTANTS, ...OWN, year: '2025' } },
    readScoringRun: { as: 'leader', values: { run: scored?.id } },
    explainScore: { as: 'leader', values: { ...OWN, run: scored?.id } },
    readAllocationRun: { as: 'leader', values: { run: split?.id } },
    readAllocationCertificate: { as: 'leader', values: { run: split?.id } },
    ...(await scenarioRecipes(kitchen)),
    readAllocationHistory: { as: 'leader', values: ASSISTANTS },
    previewSplitTable: { as: 'officer-1', values: {}, file: splits },
    loadSplitTable: { as: 'officer-1', values: { sha256: sha256(splits) }, file: splits, isUsedUp: true },
    loadPublication: { as: 'officer-1', values: { sha256: sha256(text) }, file: text, isUsedUp: true },
    readPublication: { as: 'leader', values: { year: '2025' } },
    listAuditEntries: { as: 'audit-admin', values: {} },
    openYear: { as: 'officer-1', values: { ...ASSISTANTS, year: 2027, reason: '例行开启' } },
  };
}
