import type { Bilingual } from '../../bilingual';
import type { BandsRule, Indicator } from '../method';

/** An indicator before a layout gives it its place and its marks. */
export type UnplacedIndicator = Omit<Indicator, 'parent' | 'marks'>;

/** A heading of the tree: a dimension, or below one. */
export const heading = (id: string, name: Bilingual, parent?: string): Indicator =>
  parent === undefined ? { id, name } : { id, parent, name };

/** An indicator in its place, with its marks. */
export const leafUnder = (parent: string, marks: string, indicator: UnplacedIndicator): Indicator => ({
  ...indicator,
  parent,
  marks,
});

/**
 * 达成 100–80 %(含), 部分达成 80–60 %(含), 未达成 60–0 % (rules.md section 4). Some provinces use 80–50–0: a setting of the method.
 * Evaluators read the label on their sheet, so it is the official word.
 */
export const ACHIEVEMENT_BANDS: BandsRule = {
  kind: 'bands',
  bands: [
    { label: '达成', from: '0.8', to: '1' },
    { label: '部分达成', from: '0.6', to: '0.8' },
    { label: '未达成', from: '0', to: '0.6' },
  ],
};
