import type { CountyValue, Painting } from './county-value';
import type { Mark, Scene } from './scene';

/** Three counties: the least, the most, and one without a value. */
export const COUNTIES: readonly CountyValue[] = [
  { id: 'jia', name: '演示甲县', tile: { row: 1, column: 3 }, value: 0, label: '0.00%', light: 'warning' },
  { id: 'yi', name: '演示乙县', tile: { row: 0, column: 2 }, value: 100, label: '100.00%', light: 'normal' },
  {
    id: 'bing',
    name: '元江哈尼族彝族傣族自治县',
    tile: { row: 2, column: 3 },
    value: null,
    label: '—',
    light: 'none',
  },
];

export const PAINTING: Painting = {
  ranges: [
    { from: 0, to: 50 },
    { from: 50, to: 100 },
  ],
  range: ({ from, to }) => `${from}–${to}`,
  none: '无数据',
  light: (light) => ({ normal: '正常', attention: '关注', warning: '预警', none: '未到期' })[light],
};

export const marksOf = (scene: Scene, width: number): readonly Mark[] => scene.draw(width).marks;
export const wordsIn = (marks: readonly Mark[]): readonly string[] =>
  marks.flatMap((mark) => (mark.kind === 'words' ? [mark.text] : []));
