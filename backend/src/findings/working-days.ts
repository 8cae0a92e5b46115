import { workingCalendar, type WorkingCalendar } from '@yuheng/shared/domain/period/working-days';
import { bundledHolidays } from '../duties/bundled-holidays';

/** The working days of the holiday tables that come with the program. */
export const workingDays = (): WorkingCalendar => workingCalendar(bundledHolidays());
