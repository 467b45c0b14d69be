import type { accessLogMethods } from '../../../../src-shared/contract/access-logs.ts';
import type { HandlersFor } from '../../../../src-shared/contract/kernel.ts';
import { ok } from '../../../../src-shared/model/result.ts';
import { accountsIn, isOpen, withSuggestions } from './accounts.ts';
import type { WizardContext } from './context.ts';
import { loadOpen, saveState } from './store.ts';

type People = Pick<HandlersFor<typeof accessLogMethods>, 'accessLogs.accounts' | 'accessLogs.setAccounts'>;

/** Step six: whose the accounts are. Nothing is tied before the commit. */
export function createPeopleHandlers(context: WizardContext): People {
  return {
    'accessLogs.accounts': async ({ id, filter, offset, limit }) => {
      const opened = loadOpen(context.workspace(), id);
      if (!opened.ok) return opened;
      const { distinct, accounts } = await accountsIn(context, opened.value);
      const open = accounts.filter(isOpen);
      const shown = filter === 'open' ? open : accounts;
      return ok({
        total: shown.length,
        distinct,
        open: open.length,
        accounts: withSuggestions(context, shown.slice(offset, offset + limit)),
      });
    },
    'accessLogs.setAccounts': ({ id, revision, accounts }) =>
      context.inTurn(id, async () => {
        const opened = loadOpen(context.workspace(), id, revision);
        if (!opened.ok) return opened;
        const { state } = opened.value;
        const choices = { ...state.accounts };
        for (const { account, choice } of accounts) {
          if (choice === null) delete choices[account];
          else choices[account] = choice;
        }
        return ok(context.view(saveState(context.workspace(), opened.value, { ...state, accounts: choices }, context.now(), 'keep')));
      }),
  };
}
