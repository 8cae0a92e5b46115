import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import type { WageMonth } from '../metrics/facts';
import type { CountyStanding } from '../monitoring/county-standing';
import { countiesInWords, monthInWords, partOfCounties, partsOfSentence } from './counties-in-words';

const count = (standings: readonly CountyStanding[], test: (one: CountyStanding) => boolean): number =>
  standings.filter(test).length;

/** Did the money arrive? Before the issue the counties' own advances are normal, and said to be. */
function moneyClause(standings: readonly CountyStanding[], year: number): Bilingual {
  const whole = standings.length;
  const passedOn = count(standings, (one) => one.chain.passedOn.on !== null);
  const received = count(standings, (one) => one.chain.received.on !== null);
  const issued = count(standings, (one) => one.chain.issued.on !== null);
  if (issued + received + passedOn === 0) {
    const advancing = count(standings, (one) => one.chain.advanced > 0);
    const normal =
      advancing === 0
        ? bilingual('', '')
        : bilingual(
            `，${partOfCounties(advancing, whole).zh}以自有资金垫付工资，下达后归垫，属正常安排`,
            `, and ${partOfCounties(advancing, whole).en} advance${advancing === 1 || whole === 1 ? 's' : ''} wages from county money, to be settled later, as is usual`,
          );
    return bilingual(
      `${year} 年市级资金尚未下达${normal.zh}`,
      `the city money of ${year} has not been issued yet${normal.en}`,
    );
  }
  const paid = partOfCounties(passedOn, whole);
  const verb = passedOn === 1 || whole === 1 ? 'has' : 'have';
  const base = bilingual(
    `${year} 年资金 ${paid.zh}已拨付到位`,
    `${paid.en} ${verb} the money of ${year} at the county bureau`,
  );
  const waiting = received - passedOn;
  if (waiting <= 0) return base;
  const overdue = count(standings, (one) => one.chain.clockState === 'missing');
  const late =
    overdue > 0
      ? bilingual(`，其中 ${overdue} 个已超过时限`, `, ${overdue} of them over the clock`)
      : bilingual('', '');
  return bilingual(
    `${base.zh}，${waiting} 个已到县级财政、尚未拨付${late.zh}`,
    `${base.en}, ${waiting} at county finance and not passed on${late.en}`,
  );
}

const isPaid = (wage: WageMonth): boolean => wage.personsPaid >= wage.personsOnPost;

/** Are people paid? Of the latest month that any county handed in; a county without it is said, not counted as paid. */
function wagesClause(standings: readonly CountyStanding[]): Bilingual {
  const months = standings.flatMap((one) => one.latestWages?.month ?? []).sort();
  const month = months.at(-1);
  if (month === undefined) return bilingual('工资发放尚无到期数据', 'no wages are due yet');
  const reported = standings.flatMap((one) => (one.latestWages?.month === month ? [one.latestWages] : []));
  const paid = reported.filter(isPaid).length;
  const persons = reported.reduce((sum, one) => sum + one.personsPaid, 0);
  const unpaid = standings.reduce((sum, one) => sum + one.unpaidPersons, 0);
  const name = monthInWords(month);
  const part = partOfCounties(paid, standings.length);
  const absent = standings.length - reported.length;
  const verb = paid === 1 || standings.length === 1 ? 'has' : 'have';
  return bilingual(
    `${name.zh}工资 ${part.zh}已发放（${persons} 人）${absent > 0 ? `，${absent} 个尚未报送` : ''}${unpaid > 0 ? `，共有 ${unpaid} 人次到期未发` : ''}`,
    `${part.en} ${verb} paid the wages of ${name.en} (${persons} persons)${absent > 0 ? `, ${absent} not reported yet` : ''}${unpaid > 0 ? `, ${unpaid} wages are overdue` : ''}`,
  );
}

/** Is anything wrong? */
function wrongClause(standings: readonly CountyStanding[]): Bilingual {
  const overdue = standings.reduce((sum, one) => sum + one.findings.overdue, 0);
  const warning = count(standings, (one) => one.light === 'warning');
  const attention = count(standings, (one) => one.light === 'attention');
  const findings =
    overdue === 0
      ? bilingual('没有超期未整改的问题', 'no finding is overdue')
      : bilingual(
          `有 ${overdue} 个问题超期未整改`,
          overdue === 1 ? '1 finding is overdue' : `${overdue} findings are overdue`,
        );
  if (warning + attention === 0) {
    return bilingual(`${findings.zh}，各地情况正常`, `${findings.en} and every county is normal`);
  }
  const lights = [
    ...(warning > 0 ? [bilingual(`${warning} 个预警`, `${warning} with a warning`)] : []),
    ...(attention > 0 ? [bilingual(`${attention} 个需关注`, `${attention} to be watched`)] : []),
  ];
  return bilingual(
    `${findings.zh}，${lights.map((one) => one.zh).join('、')}`,
    `${findings.en}; counties: ${lights.map((one) => one.en).join(', ')}`,
  );
}

/** What a clause of the headline speaks of, so that it can be linked to its evidence. */
export type HeadlineSubject = 'money' | 'wages' | 'findings';

export interface HeadlinePart {
  readonly about: HeadlineSubject | null;
  readonly text: Bilingual;
}

/** The headline in its parts: printed one after the other they are `headline`. */
export function headlineParts(standings: readonly CountyStanding[], year: number): readonly HeadlinePart[] {
  if (standings.length === 0) {
    const text = bilingual(`${year} 年没有可显示的数据。`, `There is nothing to show for ${year}.`);
    return [{ about: null, text }];
  }
  const due = standings.some((one) => one.light !== 'none');
  const wrong = due
    ? wrongClause(standings)
    : bilingual(`${countiesInWords(standings.length).zh}尚无到期事项`, 'nothing is due yet');
  const [money, wages, findings] = partsOfSentence([
    moneyClause(standings, year),
    wagesClause(standings),
    wrong,
  ]) as readonly [Bilingual, Bilingual, Bilingual];
  return [
    { about: 'money', text: money },
    { about: 'wages', text: wages },
    { about: 'findings', text: findings },
  ];
}

/**
 * The one sentence of all: did the money arrive, are people paid, is anything wrong. Every figure in it is counted from the
 * standings; it never speaks of grade or rank. Example: "2025 年资金 9 个县（市、区）中 8 个已拨付到位；12 月工资…；没有超期未整改的问题…。"
 */
export function headline(standings: readonly CountyStanding[], year: number): Bilingual {
  const parts = headlineParts(standings, year);
  return bilingual(parts.map(({ text }) => text.zh).join(''), parts.map(({ text }) => text.en).join(''));
}
