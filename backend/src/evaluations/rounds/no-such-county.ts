import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';

/** What was sent names a county that the round does not have, or that is not the reader's. */
export const noSuchCounty = (pointer: string, county: string): Refusal =>
  refusal(
    pointer,
    `没有县（市、区）“${county}”，请核对后重新选择。`,
    `There is no county “${county}”: check and choose again.`,
  );
