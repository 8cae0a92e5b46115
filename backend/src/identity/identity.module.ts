import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { AccessTokensController } from './access-tokens/access-tokens.controller';
import { AccessTokensRepository } from './access-tokens/access-tokens.repository';
import { AccessTokensService } from './access-tokens/access-tokens.service';
import { CityRulesRepository } from './accounts/city-rules.repository';
import { PersonsInChargeQueries } from './accounts/persons-in-charge.queries';
import { PersonsInChargeService } from './accounts/persons-in-charge.service';
import { FirstAdministratorRepository } from './first-administrator/first-administrator.repository';
import { FirstAdministratorService } from './first-administrator/first-administrator.service';
import { OpenIdProvider } from './open-id/open-id-provider';
import { OpenIdController } from './open-id/open-id.controller';
import { OpenIdService } from './open-id/open-id.service';
import { OwnAccountController } from './own-account/own-account.controller';
import { OwnAccountRepository } from './own-account/own-account.repository';
import { OwnAccountService } from './own-account/own-account.service';
import { OwnSessionsRepository } from './own-account/own-sessions.repository';
import { OwnSessionsService } from './own-account/own-sessions.service';
import { PasswordsRepository } from './passwords/passwords.repository';
import { PasswordsService } from './passwords/passwords.service';
import { ProofService } from './proof/proof.service';
import { SignInFailuresRepository } from './proof/sign-in-failures.repository';
import { SignInLock } from './proof/sign-in-lock';
import { SecondFactorCodes } from './second-factor/second-factor-codes';
import { SecondFactorEnrolmentService } from './second-factor/second-factor-enrolment.service';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactorRepository } from './second-factor/second-factor.repository';
import { SecondFactorService } from './second-factor/second-factor.service';
import { SessionsController } from './sessions.controller';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';
import { SessionOpening } from './sign-in/session-opening';
import { SignInService } from './sign-in/sign-in.service';

@Module({
  imports: [RegionsModule],
  controllers: [
    AccessTokensController,
    OpenIdController,
    OwnAccountController,
    SecondFactorController,
    SessionsController,
  ],
  providers: [
    AccessTokensRepository,
    AccessTokensService,
    CityRulesRepository,
    FirstAdministratorRepository,
    FirstAdministratorService,
    OpenIdProvider,
    OpenIdService,
    OwnAccountRepository,
    OwnAccountService,
    OwnSessionsRepository,
    OwnSessionsService,
    PasswordsRepository,
    PasswordsService,
    PersonsInChargeQueries,
    PersonsInChargeService,
    ProofService,
    SecondFactorCodes,
    SecondFactorEnrolmentService,
    SecondFactorRepository,
    SecondFactorService,
    SessionOpening,
    SessionsRepository,
    SessionsService,
    SignInFailuresRepository,
    SignInLock,
    SignInService,
  ],
  exports: [PersonsInChargeService, ProofService, SecondFactorService, SessionsRepository, SessionsService],
})
export class IdentityModule {}
