import { Workbook, type Worksheet } from '@protobi/exceljs';

type CellValue = string | number | object | null;
export type SplitRow = readonly [
  year: CellValue,
  county: CellValue,
  program: CellValue,
  posts: CellValue,
  amount: CellValue,
  source: CellValue,
];

export const COUNTIES = [
  '红塔区',
  '江川区',
  '澄江市',
  '通海县',
  '华宁县',
  '易门县',
  '峨山彝族自治县',
  '新平彝族傣族自治县',
  '元江哈尼族彝族傣族自治县',
];
export const POSTS = [25, 15, 11, 19, 13, 14, 15, 21, 17];
const HEADINGS = ['年度', '县（市、区）', '项目', '名额', '金额（元）', '来源'];
const SOURCE = '玉司发〔2014〕67号';

/** The nine counties of a year with the posts of 2014, or those given by name. */
export const splitOf = (year: number, posts: Readonly<Record<string, number>> = {}): SplitRow[] =>
  COUNTIES.map((county, place): SplitRow => {
    const count = posts[county] ?? POSTS[place] ?? 0;
    return [year, county, '协勤人员经费', count, count * 12_000, SOURCE];
  });

export interface TableGiven {
  readonly headings?: readonly string[];
  readonly above?: readonly string[];
  readonly name?: string;
  readonly then?: (sheet: Worksheet, workbook: Workbook) => void;
}

/** A table of past splits as an officer keeps it: headings in the first row, one row a county. */
export async function splitWorkbook(
  rows: readonly SplitRow[],
  { headings = HEADINGS, above = [], name = 'Sheet1', then }: TableGiven = {},
): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(name);
  for (const line of above) sheet.addRow([line]);
  sheet.addRow([...headings]);
  for (const row of rows) sheet.addRow([...row]);
  then?.(sheet, workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
