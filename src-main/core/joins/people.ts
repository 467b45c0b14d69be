import { assetsInFindingsOf, forgetPerson, positionsOf, releasableAssets } from '../access/index.ts';
import { listLogAccounts, loggedAccounts, replaceAccounts } from '../accesslogs/index.ts';
import { forgetInCases } from '../cases/index.ts';
import { forgetInEscalations } from '../escalations/index.ts';
import { forgetInEvidence } from '../evidence/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { forgetInFigures } from '../figures/index.ts';
import { forgetInRedFlags } from '../parties/index.ts';
import { createPeopleHandlers } from '../people/index.ts';
import { forgetInProgramme } from '../programme/index.ts';
import { forgetInRetention } from '../retention/index.ts';
import { forgetSubject } from '../screening/index.ts';
import { forgetInTraining } from '../training/index.ts';
import { forgetInTransfers } from '../transfers/index.ts';
import { forgetInVetting } from '../vetting/index.ts';

export const peopleHandlersFor = (deps: FeatureDeps) =>
  createPeopleHandlers(deps, {
    positionsOf,
    logAccounts: listLogAccounts,
    controlledReach: releasableAssets,
    reachedBy: assetsInFindingsOf,
    loggedAccounts,
    async forget(tx, { personId, name, names, numbers, accounts }) {
      const texts = names.map((from) => ({ from, to: name }));
      await forgetPerson(tx, personId, name, [...texts, ...accounts]);
      await replaceAccounts(tx, accounts, texts);
      await forgetSubject(tx, { kind: 'person', id: personId }, names);
      const words = [...texts, ...numbers.map((from) => ({ from, to: name })), ...accounts];
      await forgetInEvidence(tx, personId, words);
      await forgetInRetention(tx, words);
      await forgetInProgramme(tx, words);
      await forgetInVetting(tx, personId, words);
      await forgetInTraining(tx, personId, words);
      await forgetInFigures(tx, words);
      await forgetInEscalations(tx, words);
      await forgetInRedFlags(tx, words);
      await forgetInTransfers(tx, words);
      await forgetInCases(tx, personId, name, words);
    },
  });
