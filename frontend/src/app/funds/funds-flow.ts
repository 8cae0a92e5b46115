import type { Funds } from '@yuheng/shared/contract/funds';
import { FLOW_ROWS, flowHeight, flowScene } from '../charts/flow';
import type { ChartTable } from '../charts/chart-table';
import type { Reading } from '../charts/reading';
import type { Scene } from '../charts/scene';
import { formatMoney } from '../ui/money';

export interface FlowParts {
  readonly option: Scene;
  readonly table: ChartTable;
  readonly summary: string;
  readonly height: number;
  /** So many counties can no longer be followed by the eye: the table alone. */
  readonly tableOnly: boolean;
}

type CountyFunds = Funds['counties'][number];

/** What stands where: with county finance, with the county bureau, or spent. What was settled is spent city money. */
const partsOf = ({ received, passedOn, spentFen, advancedFen }: CountyFunds) => ({
  spent: spentFen,
  atBureau: Math.max(0, passedOn.fen - spentFen),
  atFinance: Math.max(0, received.fen - Math.max(passedOn.fen, spentFen)),
  advanced: advancedFen,
});
const PARTS = ['spent', 'atBureau', 'atFinance', 'advanced'] as const;

/**
 * 资金流向图: what the city sent, county by county, and where it stands now. Advances not settled yet begin at the county. Null
 * while no money has moved and none is advanced: bands of no thickness would look like a failure.
 */
export function flowChart(data: Funds, { text, unit, look }: Reading, picked: number): FlowParts | null {
  const { total, counties } = data;
  if (total.receivedFen === 0 && total.spentFen === 0 && total.advancedFen === 0) return null;
  const word = (key: string) => text(`funds.flow.${key}`);
  const unitWord = text(`ui.unit.${unit}`);
  const money = (fen: number) => formatMoney(fen, unit);
  const rows = counties.map((county) => ({ county, parts: partsOf(county) }));
  const sums = Object.fromEntries(
    PARTS.map((part) => [part, rows.reduce((sum, one) => sum + one.parts[part], 0)]),
  ) as Record<(typeof PARTS)[number], number>;
  const hue = { spent: look.city, atBureau: look.received, atFinance: look.quiet, advanced: look.advance };
  const shown = PARTS.filter((part) => sums[part] > 0);
  const isKnown = ({ state }: CountyFunds): boolean => state === 'reported';
  const table = {
    columns: [
      text('funds.table.county'),
      `${word('received')} (${unitWord})`,
      ...shown.map((part) => `${word(part)} (${unitWord})`),
    ],
    rows: rows.map(({ county, parts }) => [
      county.name,
      isKnown(county) ? money(county.received.fen) : '—',
      ...shown.map((part) => (isKnown(county) ? money(parts[part]) : '—')),
    ]),
  };
  return {
    option: flowScene(
      {
        source: { name: word('source'), label: money(total.receivedFen), value: total.receivedFen },
        rows: rows.map(({ county, parts }) => ({
          name: county.name,
          value: county.received.fen,
          label: isKnown(county) ? money(county.received.fen) : text('ui.valueState.notDue'),
          parts: shown.map((part) => (isKnown(county) ? parts[part] : null)),
        })),
        parts: shown.map((part) => ({
          name: word(part),
          label: money(sums[part]),
          hue: hue[part],
          ...(part === 'advanced' ? { own: true } : {}),
          approved: part === 'atBureau' || part === 'atFinance' || data.state !== 'provisional',
        })),
        tips: table.rows.map((row) =>
          row.map((value, index) => (index === 0 ? value : `${table.columns[index]} ${value}`)),
        ),
        picked,
      },
      look,
    ),
    table,
    summary: text('funds.flow.summary', {
      received: money(total.receivedFen),
      unit: unitWord,
      parts: shown.map((part) => `${word(part)} ${money(sums[part])}`).join(text('funds.flow.between')),
    }),
    height: flowHeight(counties.length),
    tableOnly: counties.length > FLOW_ROWS,
  };
}
