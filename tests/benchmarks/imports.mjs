import { createRequire } from 'node:module';
import path from 'node:path';
import { residentMegabytes, said, startNode, stop } from './processes.mjs';

const ROUNDS = 7;
const ROWS = 10_000;
/** As many wrong cells as are marked in the workbook that is handed back. */
const WRONG = 500;
const PASSWORD = 'Yuheng-demo-2025';
/** A county and a month of the demonstration whose spending is still to be reported. */
const COUNTY = 'yuanjiang';
const MONTH = '2026-02';
const OF = '?program=assistants';
const HEADINGS = [
  ...['序号', '姓名', '身份证号', '银行卡号', '市级补助（元）', '县级配套（元）'],
  ...['单位社保（元）', '实发工资（元）', '发放日期', '岗位'],
];

/**
 * A wage list of 10,000 people by Excel: read, checked beside the roster, previewed and taken over, through HTTP and with
 * all that is written; and one with 500 wrong cells, which is handed back with them marked. Beside them stands what the
 * parser of whole workbooks takes only to open the same file.
 */
export async function benchImports({ checkout, database, table }) {
  table.title(`Excel: a wage list of ${ROWS.toLocaleString('en')} rows`);
  const require = createRequire(path.join(checkout, 'backend', 'package.json'));
  // Turn and turn about, so that each application finds something to write.
  const sound = [await workbook(require, { countyPart: 800 }), await workbook(require, { countyPart: 900 })];
  const wrong = await workbook(require, { countyPart: 800, wrong: WRONG });
  const start = async () => {
    const server = startNode([path.join(checkout, 'backend/dist/server.js')], {
      environment: { ...database, HOST: '127.0.0.1', PORT: '0' },
    });
    return { server, port: (await said(server, /玉衡 Yuheng: http:\/\/127\.0\.0\.1:(\d+)/))[1] };
  };
  // The first server fills an empty database, which takes memory of its own.
  await stop((await start()).server);
  const { server, port } = await start();
  const ask = await signedIn(`http://127.0.0.1:${port}`);
  let resident = 0;
  const watching = setInterval(
    () => (resident = Math.max(resident, residentMegabytes(server.child.pid))),
    10,
  );
  const rounds = [];
  let first;
  let residentOfFirst;
  try {
    first = await taken(ask, sound[1]);
    residentOfFirst = resident;
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({
        taken: await taken(ask, sound[round % 2]),
        marked: await marked(ask, wrong),
        opened: await opened(require, sound[0]),
      });
    }
  } finally {
    clearInterval(watching);
    await stop(server);
  }
  const add = (name, of, unit, goal) =>
    table.add({ name, rounds: rounds.map(of), unit, ...(goal ? { goal } : {}) });
  table.add({
    name: 'previewed and taken over, the first after a start',
    rounds: [first],
    unit: 's',
    goal: 3,
  });
  add('previewed and taken over', ({ taken: one }) => one, 's', 3);
  add(`with ${WRONG} wrong cells: previewed and handed back marked`, ({ marked: one }) => one, 's', 3);
  add('marked ÷ taken over, round by round', ({ marked: a, taken: b }) => a / b, '×');
  add('exceljs only opens it', ({ opened: one }) => one, 's');
  add('taken over ÷ only opened, round by round', ({ taken: a, opened: b }) => a / b, '×');
  const memory = (name, megabytes, goal) =>
    table.add({ name, rounds: [megabytes], unit: 'MB', ...(goal ? { goal } : {}) });
  memory('the server while it takes over the first, resident at most', residentOfFirst, 300);
  // With nothing in between Node leaves uncollected what the lists before have left.
  memory(`the same with ${2 * ROUNDS} more right after it`, resident);
}

/** A list of people who do not exist; in so many cells an amount in words, which no sheet takes. */
async function workbook(require, { countyPart, wrong = 0 }) {
  const { Workbook } = require('@protobi/exceljs');
  const { checkCharacter } = require('@yuheng/shared/domain/personal-data/resident-identity-number');
  const made = new Workbook();
  const sheet = made.addWorksheet('工资表');
  sheet.addRow(HEADINGS);
  for (let n = 0; n < ROWS; n += 1) {
    // 530499 is no county's code: the numbers are nobody's.
    const born = 19_700_101 + Math.floor(n / 900);
    const body = `530499${born}${String(100 + (n % 900)).padStart(3, '0')}`;
    const cityPart = n < wrong ? '一千' : 1000;
    sheet.addRow([
      ...[n + 1, `演示${n + 1}`, `${body}${checkCharacter(body)}`, `999999${String(n).padStart(13, '0')}`],
      ...[cityPart, countyPart, 300, 1000 + countyPart, '2026-03-10', '人民调解协助'],
    ]);
  }
  return Buffer.from(await made.xlsx.writeBuffer());
}

async function signedIn(address) {
  const call = async (url, options, status) => {
    const answer = await fetch(`${address}${url}`, options);
    if (answer.status !== status) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const session = await call(
    '/api/session',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: `county-${COUNTY}`, password: PASSWORD }),
    },
    200,
  );
  const headers = { cookie: session.headers.get('set-cookie').split(';')[0] };
  return {
    preview: async (bytes) => {
      const url = `/api/wage-lists/${COUNTY}/${MONTH}${OF}`;
      const form = { ...headers, 'content-type': 'multipart/form-data; boundary=bench' };
      return (await call(url, { method: 'POST', headers: form, body: formOf(bytes) }, 201)).json();
    },
    apply: async (id) => {
      const url = `/api/sheets/spending/${COUNTY}/${MONTH}/workbook/${id}/application${OF}`;
      return (await call(url, { method: 'POST', headers }, 200)).json();
    },
  };
}

const formOf = (bytes) =>
  Buffer.concat([
    Buffer.from(
      '--bench\r\ncontent-disposition: form-data; name="file"; filename="list.xlsx"\r\ncontent-type: application/zip\r\n\r\n',
    ),
    bytes,
    Buffer.from('\r\n--bench--\r\n'),
  ]);

const seconds = async (work) => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

const taken = (ask, bytes) =>
  seconds(async () => {
    const preview = await ask.preview(bytes);
    if (preview.persons !== ROWS || !preview.import?.changes)
      throw new Error(`The list was not read: ${JSON.stringify(preview).slice(0, 2000)}`);
    await ask.apply(preview.import.id);
  });

const marked = (ask, bytes) =>
  seconds(async () => {
    const preview = await ask.preview(bytes);
    if (preview.wrongCells !== WRONG || !preview.marked)
      throw new Error(`${preview.wrongCells} cells were wrong.`);
  });

const opened = (require, bytes) =>
  seconds(() => new (require('@protobi/exceljs').Workbook)().xlsx.load(bytes));
