import { texts } from '../ui/texts';

export const COUNTY_MAP_TEXTS = texts(
  {
    county: '县（市、区）',
    light: '提示',
    none: '无数据',
    schematic: '示意图，不代表实际边界。颜色区间含下限，不含上限（最后一个区间含上限）。',
    reviewNumber: '审图号：{{ number }}。颜色区间含下限，不含上限（最后一个区间含上限）。',
    noReviewNumber: '边界文件没有填写审图号，本图不得公开使用。',
    notDrawn: '边界文件不能画成地图，下面是示意图。请管理员检查边界文件。',
    noShape: '边界文件中没有：{{ names }}，请看数据表。',
    tooMany: '共 {{ count }} 个县（市、区），不适合画成示意图，请看数据表。',
    nothing: '还没有可以显示的县（市、区）。',
  },
  {
    county: 'County',
    light: 'Light',
    none: 'No value',
    schematic:
      'A schematic map: it shows no real boundaries. A range includes its lower limit; the last one its upper limit too.',
    reviewNumber:
      'Map review number: {{ number }}. A range includes its lower limit; the last one its upper limit too.',
    noReviewNumber: 'The boundary file has no map review number: this map must not be published.',
    notDrawn:
      'The boundary file cannot be drawn; here is the schematic map. Ask the administrator to check the file.',
    noShape: 'Not in the boundary file: {{ names }}. Please read the table.',
    tooMany: '{{ count }} counties are too many for a schematic map; please read the table.',
    nothing: 'There is no county to show yet.',
  },
);
