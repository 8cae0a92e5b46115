import { apportionInput } from '@yuheng/shared/contract/engine/apportion';
import { apportion } from '@yuheng/shared/domain/apportionment/apportion';
import { defineCommand } from '../command';

export const command = defineCommand({ name: 'apportion', input: apportionInput, run: apportion });
