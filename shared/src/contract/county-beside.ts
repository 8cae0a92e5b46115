import * as z from 'zod';
import { ruling } from './replies';
import { bilingual, decimalText } from './values';

/** 得分率 in percent; null where nothing of the dimension applies. */
const share = z.object({ id: z.string(), share: decimalText.nullable() });

const opinion = z.object({
  indicator: z.string(),
  name: bilingual,
  text: z.string(),
  askedScore: decimalText.nullable(),
  draftScore: decimalText.nullable(),
  ruling: ruling.nullable(),
  /** The score that the ruling set; null where it stays. */
  ruledScore: decimalText.nullable(),
  reason: z.string().nullable(),
});

/** Beside what a finalised result stands: there is nothing of it before 定案. */
export const countyBeside = z.object({
  shares: z.array(share),
  /** Medians over the counties of the city; null where too few have a result. */
  city: z.object({ counties: z.int(), total: decimalText, shares: z.array(share) }).nullable(),
  /** Counties in like conditions, by a stated rule; null for readers of one county. */
  alike: z
    .object({
      sentence: bilingual,
      counties: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          total: decimalText.nullable(),
          shares: z.array(share),
        }),
      ),
    })
    .nullable(),
  /** 意见采纳情况 on the draft that the result came of. */
  opinions: z.object({ sentence: bilingual, rows: z.array(opinion) }),
});
export type CountyBeside = z.infer<typeof countyBeside>;
