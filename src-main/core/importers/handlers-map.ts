import type { importMethods, ValueTarget } from '../../../src-shared/contract/imports.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { ImportContext } from './context.ts';
import { choicesOf, valueKey } from './map/read-value.ts';
import { sampledRows } from './session/layout.ts';
import { applyProfile, deleteProfile, listProfiles, rememberedValues, rememberValues, saveProfile } from './session/profiles.ts';
import { firstRows } from './session/rows.ts';
import type { SessionState } from './session/state.ts';
import { saveState } from './session/store.ts';
import { valueFields } from './session/values-view.ts';
import { columnViews } from './session/view.ts';

type Mapping = Pick<
  HandlersFor<typeof importMethods>,
  | 'imports.columns'
  | 'imports.setColumns'
  | 'imports.values'
  | 'imports.setValues'
  | 'imports.profiles'
  | 'imports.saveProfile'
  | 'imports.useProfile'
  | 'imports.deleteProfile'
>;

/** Columns and values: steps three and four of the frame, and the profiles that remember them. */
export function createMappingHandlers(context: ImportContext): Mapping {
  const now = () => context.deps.ports.clock.now();
  return {
    'imports.columns': ({ id }) => {
      const opened = context.open(id);
      if (!opened.ok) return opened;
      const { session, target } = opened.value;
      const schema = target.schema(session.variant);
      const rows = firstRows(context.workspace(), id, sampledRows);
      const required = schema.fields.filter((field) => field.required);
      return ok({
        columns: columnViews(session.state, rows, schema),
        fields: schema.fields,
        required: required.length,
        requiredMapped: required.filter((field) => session.state.mapping.includes(field.id)).length,
        sampledRows: rows.length,
      });
    },
    'imports.setColumns': ({ id, revision, columns }) =>
      context.inTurn(id, async () => {
        const opened = context.open(id, revision);
        if (!opened.ok) return opened;
        const { session, target } = opened.value;
        const schema = target.schema(session.variant);
        const mapping = [...session.state.mapping];
        for (const { column, fieldId } of columns) {
          if (column >= mapping.length || (fieldId !== null && !schema.fields.some((field) => field.id === fieldId))) {
            return err({ code: 'request.invalid', issues: [`column ${column}: no such column or field`] });
          }
          // A field is filled by one column; the one that had it before gives it up.
          if (fieldId !== null) for (const [other, used] of mapping.entries()) if (used === fieldId) mapping[other] = null;
          mapping[column] = fieldId;
        }
        return ok(context.view(saveState(context.workspace(), session, { ...session.state, mapping, checked: null }, now()), target));
      }),
    'imports.values': async ({ id }) => {
      const opened = context.open(id);
      if (!opened.ok) return opened;
      const { session, target } = opened.value;
      const memory = rememberedValues(context.workspace(), session.target, session.variant);
      const pause = context.pause();
      return ok(await valueFields(context.workspace, session, target.schema(session.variant), memory, pause));
    },
    'imports.setValues': ({ id, revision, fieldId, values, remember }) =>
      context.inTurn(id, async () => {
        const opened = context.open(id, revision);
        if (!opened.ok) return opened;
        const { session, target } = opened.value;
        const changed = withValues(session.state, target.schema(session.variant), fieldId, values);
        if (changed === null) return err({ code: 'request.invalid', issues: [`${fieldId}: not a value of this field`] });
        if (remember) {
          const meanings = values.flatMap(({ from, target: meaning }) => (meaning === null ? [] : [[valueKey(from), meaning] as const]));
          context.workspace().writeUntracked(() => rememberValues(context.workspace(), session.target, session.variant, fieldId, meanings));
        }
        return ok(context.view(saveState(context.workspace(), session, changed, now()), target));
      }),
    'imports.profiles': ({ target }) => ok(listProfiles(context.workspace(), target)),
    'imports.saveProfile': ({ id, revision, name }) =>
      context.inTurn(id, async () => {
        const opened = context.open(id, revision);
        if (!opened.ok) return opened;
        const workspace = context.workspace();
        const saved = workspace.write({ method: 'imports.saveProfile', params: { name } }, () =>
          ok(saveProfile(workspace, opened.value.session, name, context.deps.ports.ids.next(), now())),
        );
        if (saved.ok) {
          const profile = { id: saved.value.id, name, version: saved.value.version };
          saveState(workspace, opened.value.session, { ...opened.value.session.state, profile }, now());
        }
        return saved;
      }),
    'imports.useProfile': ({ id, revision, profileId }) =>
      context.inTurn(id, async () => {
        const opened = context.open(id, revision);
        if (!opened.ok) return opened;
        const { session, target } = opened.value;
        const applied = applyProfile(context.workspace(), profileId, session.state);
        return applied.ok ? ok(context.view(saveState(context.workspace(), session, applied.value, now()), target)) : applied;
      }),
    'imports.deleteProfile': ({ profileId }) => {
      const workspace = context.workspace();
      const deleted = workspace.write({ method: 'imports.deleteProfile' }, () => deleteProfile(workspace, profileId));
      return deleted.ok ? ok({}) : deleted;
    },
  };
}

/** A state with meanings of values set or, for `null`, taken away; `null` when one is no value of the field. */
export function withValues(
  state: SessionState,
  schema: ReturnType<ImportContext['targets'][number]['schema']>,
  fieldId: string,
  values: ReadonlyArray<{ readonly from: string; readonly target: ValueTarget | null }>,
): SessionState | null {
  const field = schema.fields.find((one) => one.id === fieldId);
  if (field === undefined) return null;
  const allowed = new Set(choicesOf(field).map((choice) => choice.value));
  const meanings = new Map(Object.entries(state.values[fieldId] ?? {}));
  for (const { from, target } of values) {
    if (target === null) meanings.delete(valueKey(from));
    else if (target.to === 'value' && !allowed.has(target.value)) return null;
    else meanings.set(valueKey(from), target);
  }
  return { ...state, values: { ...state.values, [fieldId]: Object.fromEntries(meanings) }, checked: null };
}
