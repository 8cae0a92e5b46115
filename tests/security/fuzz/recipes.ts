import { jpegWithPlace } from '@yuheng/backend/fieldwork/given-pictures';
import { identityNumberOf } from '@yuheng/backend/demonstration/demonstration-numbers';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { wageListWorkbook } from '../../integration/imports/wage-list-workbook';
import { formOf, type TestServer } from '../../support/server';
import { roundRecipes } from './round-recipes';

/** What a request of an operation says that chance alone would never say: ids, days and files that belong together. */
export interface Recipe {
  /** Who may do it there. */
  readonly as: string;
  /** By the name of a parameter or of a key of the body; what is not named here is left out where it may be. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The file of an upload. */
  readonly file?: Buffer;
}

export type Recipes = Readonly<Partial<Record<EndpointName, Recipe>>>;

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

type Say = <Answer>(url: string, as: string, body: unknown) => Promise<Answer>;
type Send = <Answer>(url: string, as: string, file: Buffer) => Promise<Answer>;

/** The fieldwork of one county, a thing of each kind. */
async function fieldworkOf(say: Say, send: Send): Promise<Recipes> {
  const [as, round] = ['evaluator-1', nameBasedUuid('round/assistants/2025/financeEvaluation')];
  const [board, photo] = [`/api/evaluations/${round}/fieldwork/hongta`, jpegWithPlace()];
  const place = { round, ...OWN, indicator: 'satisfaction', noSupervisedPerson: 'true', note: '公示栏' };
  const about = { indicator: 'satisfaction', title: '问卷', audience: '司法所' };
  const visit = {
    ...{ kind: 'visit', on: '2026-03-18', place: '会议室', evaluators: ['evaluator-1', 'evaluator-2'] },
    ...{ met: ['科室负责人'], notes: '查阅了原件。' },
  };
  const { documents } = await say<{ documents: { id: string }[] }>(`${board}/documents`, as, {
    documents: [{ indicator: null, title: '制度文件' }],
  });
  const record = (await say<{ id: string }>(`${board}/records`, as, visit)).id;
  const stored = await send<{ id: string }>(
    `${board}/photos?indicator=satisfaction&note=x&noSupervisedPerson=true`,
    as,
    photo,
  );
  const sample = (await say<{ id: string }>(`${board}/samples`, as, { population: 'posts', size: 2 })).id;
  const online = { kind: 'online', ...about, questions: [], closesOn: '2026-03-31' };
  const survey = (await say<{ id: string }>(`${board}/surveys`, as, online)).id;
  const { links } = await say<{ links: { path: string }[] }>(
    `${board}/surveys/${survey}/links?count=1`,
    as,
    undefined,
  );
  const token = links[0]?.path.split('/')[2];
  return {
    settleDocument: { as, values: { ...place, document: documents[0]?.id, state: 'received' } },
    enterFieldRecord: { as, values: { ...place, ...visit } },
    changeFieldRecord: { as, values: { ...place, ...visit, record } },
    storeFieldPhoto: { as, values: place, file: photo },
    downloadFieldPhoto: { as, values: { ...place, photo: stored.id } },
    downloadFieldOriginal: { as, values: { ...place, photo: stored.id } },
    withdrawFieldPhoto: { as, values: { ...place, photo: stored.id } },
    drawFieldSample: { as, values: { ...place, population: 'justiceOffices', size: 1 } },
    checkFieldSample: { as, values: { ...place, sample } },
    enterSurvey: { as, values: { ...place, ...online } },
    issueSurveyLinks: { as, values: { ...place, survey } },
    readSurvey: { as, values: { token } },
    answerSurvey: { as, values: { token } },
  };
}

/** Enters what some requests speak of, and says what each has to say. */
export async function recipesOf(server: TestServer): Promise<Recipes> {
  const say = async <Answer>(url: string, as: string, body: unknown): Promise<Answer> =>
    (await server.request({ method: 'POST', url, as, body })).json<Answer>();
  const send = async <Answer>(url: string, as: string, file: Buffer): Promise<Answer> =>
    (await server.request({ method: 'POST', url, as, ...formOf(file) })).json<Answer>();
  const file = async (url: string, as: string): Promise<Buffer> => (await server.request({ url, as })).bytes;

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
  const voucher = Buffer.from('%PDF-1.7\n% voucher of the fuzzer');
  const evidence = await send<{ id: string }>('/api/counties/hongta/evidence', 'inspector', voucher);

  const workbookOf = `/api/sheets/${SHEET.kind}/${SHEET.county}/${SHEET.month}/workbook?program=${SHEET.program}`;
  const sheet = await file(workbookOf, 'inspector');
  const imported = { ...SHEET, import: (await send<{ id: string }>(workbookOf, 'inspector', sheet)).id };
  const rosterOf = '/api/roster/workbook?county=hongta';
  const roster = await file(rosterOf, 'county-hongta');
  const { digest } = await send<{ digest: string }>(rosterOf, 'county-hongta', roster);
  const wages = await wageListWorkbook({
    headings: ['姓名', '身份证号', '市级补助', '县级配套'],
    rows: [['演示人员', identityNumberOf('wages'), 1000, 800]],
  });
  const drafted = await say<{ draft: string }>('/api/methods/drafts?program=assistants', 'officer-1', {
    from: { kind: 'version', version: 1 },
  });
  const method = { as: 'officer-1', values: { draft: drafted.draft, year: '2025' } };
  const version = { as: 'officer-1', values: { ...ASSISTANTS, version: '1', year: '2025' } };
  const county = 'county-hongta';
  const fieldwork = await fieldworkOf(say, send);
  const rounds = await roundRecipes(say, send);
  return {
    readMethodVersion: version,
    downloadMethodWorkbook: version,
    simulateMethodVersion: version,
    readMethodDraft: method,
    downloadMethodDraftWorkbook: method,
    simulateMethodDraft: method,
    readMethodFile: {
      as: 'officer-1',
      values: {},
      file: await file(`/api/methods/drafts/${drafted.draft}/workbook`, 'officer-1'),
    },
    ...fieldwork,
    ...rounds,
    readSheetItemHistory: {
      as: 'inspector',
      values: { ...SHEET, ...OWN, month: '2025-02', item: 'staffOnPost' },
    },
    readFinding: { as: 'inspector', values: { finding: finding?.id } },
    raiseDoubt: {
      as: 'inspector',
      values: { ...ASSISTANTS, ...OWN, month: '2025-02', item: 'staffOnPost', text: '请核对' },
    },
    storeEvidence: { as: 'inspector', values: OWN, file: voucher },
    downloadEvidence: { as: 'inspector', values: { ...OWN, file: evidence.id } },
    previewWageList: { as: 'county-yuanjiang', values: WAGES, file: wages },
    nameWageColumns: { as: county, values: { ...OWN, columns: [{ heading: '级差', field: 'ignored' }] } },
    previewSheetWorkbook: { as: 'inspector', values: SHEET, file: sheet },
    applySheetWorkbook: { as: 'inspector', values: imported },
    downloadImportResult: { as: 'inspector', values: imported },
    downloadRosterWorkbook: { as: county, values: OWN },
    previewRosterWorkbook: { as: county, values: OWN, file: roster },
    importRoster: { as: county, values: { ...OWN, digest }, file: roster },
    enterAssistant: { as: county, values: personOf('演示乙') },
    discloseAssistant: { as: county, values: { assistant: assistant.id, reason: '例行检查' } },
    enterLedgerEntry: { as: 'finance', values: ENTRY },
    reverseLedgerEntry: { as: 'finance', values: { entry: entries[0]?.id, reason: '演示更正' } },
    explainReconciliation: {
      as: `county-${vacancy?.county}`,
      values: { ...ASSISTANTS, ...vacancy, text: '正在公开招录。' },
    },
    withdrawFiling: { as: 'officer-1', values: { ...FILED, reason: '日期登记有误' } },
    openYear: { as: 'officer-1', values: { ...ASSISTANTS, year: 2027, reason: '例行开启' } },
  };
}
