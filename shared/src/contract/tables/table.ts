/** A list as a file shows it, in Chinese, as the program's papers are. */
export interface Table {
  /** Above the headings; the file is called as its first part, before " · ". */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableValue[])[];
}

export interface TableColumn {
  readonly heading: string;
  /** `money` is given in fen and shown in 元; the heading says so. */
  readonly kind: 'text' | 'money' | 'count';
}

export type TableValue = string | number | null;

/** A title that says of which day the data is, and that it is invented where it is. */
export const tableTitle = (
  name: string,
  { asOf, demonstration }: { readonly asOf: string; readonly demonstration: boolean },
): string => `${name} · 数据截至${asOf}${demonstration ? ' · 演示数据' : ''}`;

export const text = (heading: string): TableColumn => ({ heading, kind: 'text' });
export const money = (heading: string): TableColumn => ({ heading: `${heading}（元）`, kind: 'money' });
export const count = (heading: string): TableColumn => ({ heading, kind: 'count' });

/** 是 or nothing: a column of marks is read by its marks. */
export const mark = (value: boolean): string => (value ? '是' : '');
