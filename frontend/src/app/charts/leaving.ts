import type { DisclosureClass } from '@yuheng/shared/domain/metrics/metric';
import { formatDay } from '../ui/day';
import type { Language } from '../ui/language';

/** What a chart or table is, for everything of it that leaves the page. */
export interface Leaving {
  readonly heading: string;
  readonly asOf: string;
  readonly demonstration: boolean;
  readonly disclosure: DisclosureClass;
  /** Printed under the chart, such as a 审图号; empty for none. */
  readonly caption: string;
  readonly warning: string;
}

/** What goes with a picture or a file, because it travels without its page: title, day, class, 演示数据, caption. */
export function notesOf(leaving: Leaving, language: Language): readonly string[] {
  const { heading, asOf, demonstration, disclosure, caption, warning } = leaving;
  return [
    heading,
    language.text('ui.asOf', { day: formatDay(asOf, language.current()) }),
    language.text(`ui.disclosure.${disclosure}`),
    ...(demonstration ? [language.text('ui.demonstration')] : []),
    ...[caption, warning].filter(Boolean),
  ];
}

export function fileNameOf({ heading, asOf, demonstration }: Leaving, language: Language): string {
  const mark = demonstration ? `-${language.text('ui.demonstration')}` : '';
  return `${heading}-${asOf}${mark}`.replace(/[\\/:*?"<>|\s]+/g, '-');
}

/** 不公开 stays on the page: no picture, no file (product.md, disclosure classes). */
export const mayLeave = (disclosure: DisclosureClass): boolean => disclosure !== 'closed';
