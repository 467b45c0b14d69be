import type { accessLogMethods } from '../../../../src-shared/contract/access-logs.ts';
import type { AppError, HandlersFor } from '../../../../src-shared/contract/kernel.ts';
import type { LogAnswers } from '../../../../src-shared/formats/access-log.ts';
import { type ActionKind, actionKinds, eventOutcomes } from '../../../../src-shared/model/access-events.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import { actionKindOf } from '../../../engine/access/index.ts';
import { belongTogether, columnViews, requiredFields, withColumn } from './columns.ts';
import type { WizardContext } from './context.ts';
import { meaningsOf } from './meanings.ts';
import { deleteProfile, listProfiles, withProfile } from './profiles.ts';
import { type WizardState, wordKey } from './state.ts';
import { checkOf, loadOpen, previewOf, saveState } from './store.ts';
import { valueViews } from './values.ts';
import { missingFields } from './view.ts';

type Mapping = Pick<
  HandlersFor<typeof accessLogMethods>,
  | 'accessLogs.columns'
  | 'accessLogs.setColumn'
  | 'accessLogs.values'
  | 'accessLogs.setValues'
  | 'accessLogs.profiles'
  | 'accessLogs.useProfile'
  | 'accessLogs.deleteProfile'
>;

/** Columns and values: steps three and four of the wizard, and the profiles that remember them. */
export function createMappingHandlers(context: WizardContext): Mapping {
  return {
    'accessLogs.columns': ({ id }) => {
      const opened = loadOpen(context.workspace(), id);
      if (!opened.ok) return opened;
      const { state } = opened.value;
      const preview = previewOf(context.workspace(), id);
      return ok({
        columns: [...columnViews(state, preview)],
        required: [...requiredFields],
        missing: [...missingFields(state)],
        sampledRows: preview.rows.length,
      });
    },
    'accessLogs.setColumn': ({ id, revision, column, field, second }) =>
      context.inTurn(id, async () => {
        const opened = loadOpen(context.workspace(), id, revision);
        if (!opened.ok) return opened;
        const { state } = opened.value;
        const title = state.reading.titles[column];
        if (title === undefined) return err({ code: 'request.invalid', issues: [`column ${column}: no such column`] });
        const joins =
          field === 'ts' && belongTogether(state.reading.mapping, columnViews(state, previewOf(context.workspace(), id)), title);
        const mapping = withColumn(state.reading.mapping, title, field, second, joins);
        const chosen = field === null ? state.chosen : [...new Set([...state.chosen, field])];
        return ok(context.view(context.saveReading(opened.value, { ...state, chosen }, { ...state.reading, mapping }, 'drop')));
      }),
    'accessLogs.values': ({ id }) => {
      const opened = loadOpen(context.workspace(), id);
      if (!opened.ok) return opened;
      const workspace = context.workspace();
      const kept = checkOf(workspace, id);
      const assets = context.joins.assets(workspace);
      if (kept === null) return ok({ whole: false, fields: [], assets: [...assets] });
      const resources = kept.check.resources.top.map(({ value }) => value);
      const known = context.joins.assetsBehind(workspace, resources);
      const byName = new Map(resources.map((resource, at) => [resource, known[at] ?? null]));
      const knowledge = {
        assets,
        assetOf: (resource: string) => byName.get(resource) ?? null,
        actionKind: actionKindOf,
        told: meaningsOf(workspace, 'action'),
      };
      return ok({ whole: true, fields: [...valueViews(kept.check, opened.value.state, knowledge)], assets: [...assets] });
    },
    'accessLogs.setValues': ({ id, revision, kind, values }) =>
      context.inTurn(id, async () => {
        const opened = loadOpen(context.workspace(), id, revision);
        if (!opened.ok) return opened;
        const { state } = opened.value;
        if (kind === 'action' || kind === 'resource') {
          const known = kind === 'action' ? actionsWith(state, values) : assetsWith(context, state, values);
          if (!known.ok) return known;
          return ok(context.view(saveState(context.workspace(), opened.value, { ...state, ...known.value }, context.now(), 'keep')));
        }
        const answers = answersWith(state.reading.answers, kind, values);
        if (!answers.ok) return answers;
        return ok(context.view(context.saveReading(opened.value, state, { ...state.reading, answers: answers.value }, 'stale')));
      }),
    'accessLogs.profiles': () => ok([...listProfiles(context.workspace())]),
    'accessLogs.useProfile': ({ id, revision, profileId }) =>
      context.inTurn(id, async () => {
        const opened = loadOpen(context.workspace(), id, revision);
        if (!opened.ok) return opened;
        const { state } = opened.value;
        const next =
          profileId === null
            ? ok({ ...state, reading: state.proposal.reading, chosen: [], leftOut: [], profile: null })
            : withProfile(context.workspace(), profileId, state);
        return next.ok ? ok(context.view(context.saveReading(opened.value, next.value, next.value.reading, 'drop'))) : next;
      }),
    'accessLogs.deleteProfile': ({ profileId }) => {
      const workspace = context.workspace();
      const name = listProfiles(workspace).find((one) => one.id === profileId)?.name ?? '';
      const gone = workspace.write({ method: 'accessLogs.deleteProfile', params: { name } }, () => deleteProfile(workspace, profileId));
      return gone.ok ? ok({}) : gone;
    },
  };
}

type Given = readonly { readonly from: string; readonly means: string | null }[];
type Change<T> = Result<T, AppError>;

const notAMeaning = (from: string): Change<never> =>
  err({ code: 'request.invalid', issues: [`${from.slice(0, 200)}: not a meaning of this field`] });

function actionsWith(state: WizardState, values: Given): Change<Pick<WizardState, 'actions'>> {
  const actions: Record<string, ActionKind> = { ...state.actions };
  for (const { from, means } of values) {
    const kind = actionKinds.find((one) => one === means);
    if (means !== null && kind === undefined) return notAMeaning(from);
    if (kind === undefined) delete actions[from];
    else actions[from] = kind;
  }
  return ok({ actions });
}

/** An empty text sets a resource aside: it is no asset of ours. */
function assetsWith(context: WizardContext, state: WizardState, values: Given): Change<Pick<WizardState, 'assets'>> {
  const known = new Set(context.joins.assets(context.workspace()).map((asset) => asset.id));
  const assets: Record<string, string> = { ...state.assets };
  for (const { from, means } of values) {
    if (means !== null && means !== '' && !known.has(means)) return notAMeaning(from);
    if (means === null) delete assets[from];
    else assets[from] = means;
  }
  return ok({ assets });
}

function answersWith(answers: LogAnswers, kind: 'outcome' | 'country', values: Given): Change<LogAnswers> {
  const outcomeWords = { ...answers.outcomeWords };
  const countryWords = { ...answers.countryWords };
  for (const { from, means } of values) {
    const word = wordKey(from);
    const outcome = eventOutcomes.find((one) => one === means);
    if (kind === 'outcome') {
      if (means !== null && outcome === undefined) return notAMeaning(from);
      if (outcome === undefined) delete outcomeWords[word];
      else outcomeWords[word] = outcome;
    } else {
      if (means !== null && !/^([A-Z]{2})?$/.test(means)) return notAMeaning(from);
      if (means === null) delete countryWords[word];
      else countryWords[word] = means;
    }
  }
  return ok({ ...answers, outcomeWords, countryWords });
}
