import { loadsOf, tasksOf, withPlace, type Task } from './assignment-draft';

const task = (county: string, section: string, account: string, turn: Task['turn'] = 'first'): Task => ({
  county,
  section,
  account,
  turn,
});
const TASKS = [
  task('hongta', 'benefit', 'a'),
  task('hongta', 'benefit', 'b', 'second'),
  task('yimen', 'benefit', 'a'),
];
const at = (place: number) => ({ county: 'hongta', section: 'benefit', place });
const cell = (tasks: readonly Task[]) =>
  tasksOf(tasks, 'hongta', 'benefit').map((one) => `${one.account} ${one.turn}`);

describe('an assignment that is being adjusted', () => {
  it('gives a place to somebody else, who takes it in its turn, and leaves other cells alone', () => {
    const next = withPlace(TASKS, at(1), 'c', 'first');
    expect(cell(next)).toEqual(['a first', 'c second']);
    expect(tasksOf(next, 'yimen', 'benefit')).toEqual([TASKS[2]]);
  });

  it('takes one more behind the last place, and lets one go', () => {
    expect(cell(withPlace(TASKS, at(2), 'c', 'third'))).toEqual(['a first', 'b second', 'c third']);
    expect(cell(withPlace(TASKS, at(0), null, 'first'))).toEqual(['b second']);
  });

  it('has nobody in one cell twice: who comes to another place leaves the former', () => {
    expect(cell(withPlace(TASKS, at(0), 'b', 'first'))).toEqual(['b first']);
  });

  it('adds up what each would have to do', () => {
    const sections = [
      { id: 'benefit', name: { zh: '效益', en: 'Benefit' }, byPeople: 2, byProgram: 1, leaves: [] },
    ];
    expect(loadsOf(TASKS, ['a', 'c'], sections)).toEqual([
      { account: 'a', byPeople: 4, byProgram: 2, counties: 2 },
      { account: 'c', byPeople: 0, byProgram: 0, counties: 0 },
    ]);
  });
});
