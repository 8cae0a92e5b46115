import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import { countConclusions } from '../metrics/inspections/inspection-average';
import { amountInWords } from '../money/print-money';
import type { CountyStanding } from '../monitoring/county-standing';
import { LIGHT_WORDS } from '../monitoring/light';
import { dayInWords } from '../period/day-in-words';
import { monthInWords, oneSentence } from './counties-in-words';

function moneyClause({ chain }: CountyStanding, year: number): Bilingual {
  if (chain.passedOn.on !== null) {
    const [day, amount] = [dayInWords(chain.passedOn.on), amountInWords(chain.passedOn.amount)];
    return bilingual(
      `${year} 年资金 ${amount.zh}已于 ${day.zh}拨付到位`,
      `the money of ${year}, ${amount.en}, reached the county bureau on ${day.en}`,
    );
  }
  if (chain.received.on !== null) {
    const over = chain.clockState === 'missing';
    return bilingual(
      `${year} 年资金已到县级财政 ${chain.passOnDays} 天，尚未拨付到县级司法局${over ? `，超过 ${chain.clockDays} 天时限` : ''}`,
      `the money of ${year} has been at county finance for ${chain.passOnDays} days and is not passed on${over ? `, over the clock of ${chain.clockDays} days` : ''}`,
    );
  }
  if (chain.issued.on !== null) {
    return bilingual(`${year} 年资金已下达，尚未到位`, `the money of ${year} is issued and has not arrived`);
  }
  if (chain.advanced > 0) {
    const amount = amountInWords(chain.advanced);
    return bilingual(
      `${year} 年市级资金尚未下达，已由县级垫付 ${amount.zh}，属正常安排`,
      `the city money of ${year} is not issued yet; the county has advanced ${amount.en}, as is usual`,
    );
  }
  return bilingual(`${year} 年市级资金尚未下达`, `the city money of ${year} is not issued yet`);
}

function wagesClause(standing: CountyStanding): Bilingual {
  const wage = standing.latestWages;
  if (!wage) return bilingual('工资发放尚未到期', 'no wages are due yet');
  const month = monthInWords(wage.month);
  const others = standing.unpaidPersons - Math.max(0, wage.personsOnPost - wage.personsPaid);
  const earlier =
    others > 0
      ? bilingual(`，以前月份还有 ${others} 人次未发`, `, ${others} wages of earlier months are unpaid`)
      : bilingual('', '');
  if (wage.personsPaid < wage.personsOnPost) {
    return bilingual(
      `${month.zh}在岗 ${wage.personsOnPost} 人，工资已发 ${wage.personsPaid} 人${earlier.zh}`,
      `in ${month.en} ${wage.personsOnPost} were on post and ${wage.personsPaid} have been paid${earlier.en}`,
    );
  }
  const inTime = wage.personsPaidOnTime >= wage.personsOnPost;
  return bilingual(
    `${month.zh}在岗 ${wage.personsOnPost} 人，工资${inTime ? '均已按时发放' : `均已发放，其中 ${wage.personsOnPost - wage.personsPaidOnTime} 人迟发`}${earlier.zh}`,
    `in ${month.en} all ${wage.personsOnPost} on post were paid${inTime ? ' in time' : `, ${wage.personsOnPost - wage.personsPaidOnTime} of them late`}${earlier.en}`,
  );
}

function inspectionClause({ latestInspection, findings }: CountyStanding): Bilingual {
  if (!latestInspection) return bilingual('督查尚未到期', 'no inspection is due yet');
  const { passed, failed } = countConclusions(latestInspection);
  const month = monthInWords(latestInspection.month);
  const open =
    findings.open === 0
      ? bilingual('没有未整改的问题', 'no finding is open')
      : bilingual(
          `${findings.open} 个问题未整改${findings.overdue > 0 ? `（${findings.overdue} 个超期）` : '（均在期限内）'}`,
          `${findings.open} open ${findings.open === 1 ? 'finding' : 'findings'}${findings.overdue > 0 ? `, ${findings.overdue} overdue` : ', none overdue'}`,
        );
  return bilingual(
    `${month.zh}督查适用 ${passed + failed} 项、合格 ${passed} 项，${open.zh}`,
    `${passed} of ${passed + failed} applicable items passed in ${month.en}, ${open.en}`,
  );
}

/**
 * How one county stands, and why: money, wages, inspection, and its light with the number of reasons. Nothing in it speaks
 * of grade, rank or another county. `name` is the county's name as printed on that day.
 */
export function countySentence(name: string, standing: CountyStanding, year: number): Bilingual {
  const { light, reasons } = standing;
  const word = LIGHT_WORDS[light];
  const clauses = [moneyClause(standing, year), wagesClause(standing), inspectionClause(standing)];
  const why =
    reasons.length === 0
      ? []
      : [
          bilingual(
            `目前为${word.zh}，原因 ${reasons.length} 项：${reasons.map((one) => one.zh).join('、')}`,
            `the state is "${word.en}" for ${reasons.length} ${reasons.length === 1 ? 'reason' : 'reasons'}: ${reasons.map((one) => one.en).join(', ')}`,
          ),
        ];
  const calm = light === 'normal' ? [bilingual('目前情况正常', 'the state is normal')] : [];
  const sentence = oneSentence([...clauses, ...why, ...calm]);
  return bilingual(`${name}：${sentence.zh}`, `${name}: ${sentence.en}`);
}
