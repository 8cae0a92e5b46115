import { bilingual, type Bilingual } from '../../bilingual';
import type { DecisionRole, DecisionStep } from './decision';

export const DECISION_STEP_NAMES: Readonly<Record<DecisionStep, Bilingual>> = {
  submission: bilingual('报送', 'Submission'),
  collectiveDecision: bilingual('党组会（局长办公会）集体研究', 'Collective decision'),
  countersignature: bilingual('财政会签', 'Countersignature of the finance bureau'),
  promulgation: bilingual('印发', 'Promulgation'),
};

/** Whose each step is, when it is taken in the program. */
export const STEP_OWNERS: Readonly<Record<DecisionStep, DecisionRole>> = {
  submission: 'programOfficer',
  collectiveDecision: 'leader',
  countersignature: 'finance',
  promulgation: 'programOfficer',
};

export const DECISION_ROLE_NAMES: Readonly<Record<DecisionRole, Bilingual>> = {
  leader: bilingual('局领导', 'the leadership'),
  programOfficer: bilingual('项目管理科室人员', 'a program officer'),
  finance: bilingual('市财政局人员', 'the city finance bureau'),
};
