import { Global, Module } from '@nestjs/common';
import { ColumnCipherService } from './column-cipher.service';
import { RetentionRepository } from './retention.repository';
import { RetentionService } from './retention.service';

@Global()
@Module({
  providers: [ColumnCipherService, RetentionRepository, RetentionService],
  exports: [ColumnCipherService, RetentionService],
})
export class PersonalDataModule {}
