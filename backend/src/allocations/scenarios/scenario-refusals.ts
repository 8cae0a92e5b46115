import { bilingual } from '@yuheng/shared/domain/bilingual';

/** What is told of a scenario with which nothing can be done any more: what is wrong, and what to do. */
export const SCENARIO_GONE = bilingual(
  '没有这个测算方案，可能已经撤下；请返回方案列表查看。',
  'There is no such scenario: it may have been taken off the list. Look at the list of scenarios.',
);

export const WAS_SUBMITTED = bilingual(
  '该方案已经报送，不能撤下；如需更改，请另存方案，原方案留存备查。',
  'The scenario was submitted and stays: save another one instead.',
);

export const NAMED_FOR_GOOD = bilingual(
  '该方案已经报送，名称不再更改；请另存方案。',
  'The scenario was submitted under its name and keeps it: save another one instead.',
);
