import { agreementInput } from '@yuheng/shared/contract/engine/agreement';
import { agreement } from '@yuheng/shared/domain/agreement/agreement';
import { defineCommand } from '../command';

export const command = defineCommand({ name: 'agreement', input: agreementInput, run: agreement });
