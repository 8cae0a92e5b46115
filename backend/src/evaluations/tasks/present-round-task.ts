import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { pageOfTask, taskInWords, type RoundTask } from '@yuheng/shared/domain/evaluating/round-tasks';

/** As the reader is shown it: in a sentence, with the page on which it is done. */
export const presentTask = (
  task: RoundTask,
): ResponseOf<typeof endpoints.listRoundTasks>['tasks'][number] => ({
  kind: task.kind,
  count: task.count,
  overdue: task.overdue,
  text: taskInWords(task),
  link: pageOfTask(task),
  units: [],
});
