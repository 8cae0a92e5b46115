import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { TestAnswer, TestServer } from '../../support/server';

/** What these tests ask of a server, as people at browsers ask it. */
export interface SheetRequests {
  /** `inspection/hongta/2026-03` */
  read(sheet: string, as?: string): Promise<Sheet>;
  save(of: ItemOf, given: object): Promise<TestAnswer>;
  /** Says all of it, each over whatever stands there. */
  fill(sheet: string, as: string, answers: Readonly<Record<string, object>>): Promise<void>;
  act(of: ActOf, body?: object): Promise<TestAnswer>;
}

interface ItemOf {
  readonly sheet: string;
  readonly item: string;
  readonly as: string;
  readonly version: number;
}

interface ActOf {
  readonly sheet: string;
  readonly act: 'submission' | 'confirmation' | 'return' | 'approval' | 'reopening';
  readonly as: string;
  /** Absent: the one that stands there. */
  readonly version?: number;
  readonly key?: string;
}

const urlOf = (path: string): string => `/api/sheets/${path}?program=assistants`;

export function sheetRequests(server: TestServer): SheetRequests {
  const read: SheetRequests['read'] = async (sheet, as = 'officer-1') =>
    (await server.request({ url: urlOf(sheet), as })).json<Sheet>();
  const save: SheetRequests['save'] = ({ sheet, item, as, version }, body) =>
    server.request({
      method: 'PUT',
      url: urlOf(`${sheet}/items/${item}`),
      as,
      headers: { 'if-match': `"${version}"` },
      body,
    });
  return {
    read,
    save,
    fill: async (sheet, as, answers) => {
      const { items } = await read(sheet, as);
      for (const [item, given] of Object.entries(answers)) {
        const version = items.find(({ id }) => id === item)?.current?.version ?? 0;
        const answer = await save({ sheet, item, as, version }, given);
        if (answer.status !== 200) throw new Error(`${sheet} ${item}: ${answer.text}`);
      }
    },
    act: async ({ sheet, act, as, version, key }, body) =>
      server.request({
        method: 'POST',
        url: urlOf(`${sheet}/${act}`),
        as,
        headers: {
          'if-match': `"${version ?? (await read(sheet, as)).version}"`,
          ...(key ? { 'idempotency-key': key } : {}),
        },
        ...(body ? { body } : {}),
      }),
  };
}

/** What a whole wage month of so many persons says, the city part advanced by the county. */
export function countyAsks(persons: number): Readonly<Record<string, object>> {
  const value = (figure: number): object => ({ state: 'reported', value: String(figure) });
  return {
    personsOnPost: value(persons),
    personsPaid: value(persons),
    personsPaidOnTime: value(persons),
    personsInsured: value(persons),
    cityPartDue: value(persons * 100_000),
    cityPartPaid: value(persons * 100_000),
    countyAdvance: value(persons * 100_000),
    countyPart: value(persons * 200_000),
    grossWage: value(persons * 300_000),
    socialInsurance: value(persons * 80_000),
    paidOn: { state: 'reported', value: '2026-04-10' },
  };
}

export const WAGES = countyAsks(24);
