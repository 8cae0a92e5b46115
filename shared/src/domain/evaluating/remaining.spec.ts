import { remainingInWords, remainingOf } from './remaining';

const of = (people: [number, number], program: [number, number]) =>
  remainingInWords({
    byPeople: { asked: people[0], done: people[1] },
    byProgram: { asked: program[0], done: program[1] },
  });

test('what is left is said by who marks it', () => {
  expect(of([72, 31], [198, 194])).toEqual({
    zh: '需人工打分 72 项，已完成 31；系统计算 198 项，待确认 4。',
    en: '72 to be marked by people, 31 done; 198 computed, 4 to be confirmed.',
  });
});

test('what is finished is said to be, and what is not asked is not spoken of', () => {
  expect(of([18, 18], [0, 0]).zh).toBe('需人工打分 18 项，已全部完成。');
  expect(of([0, 0], [9, 9]).zh).toBe('系统计算 9 项，已全部确认。');
  expect(of([0, 0], [0, 0]).zh).toBe('没有分给您的打分任务。');
});

test('an entry counts where it is complete, apart for people and program', () => {
  expect(
    remainingOf([
      { by: 'people', complete: true },
      { by: 'people', complete: false },
      { by: 'program', complete: true },
    ]),
  ).toEqual({ byPeople: { asked: 2, done: 1 }, byProgram: { asked: 1, done: 1 } });
});
