import { readFileSync, statSync } from 'node:fs';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { planMethods } from '../../../src-shared/contract/plan.ts';
import type { PlanPack } from '../../../src-shared/formats/plan-pack.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName, saveWhereChosen } from '../files/index.ts';
import { noPlan } from './adding.ts';
import { packOf } from './as-pack.ts';
import { allRecurring } from './recurring-store.ts';
import { planInForce, tasksOf } from './store.ts';
import { findPack, ownPacks, readPack, shippedPacks, templateView } from './templates.ts';

type Handlers = Pick<
  HandlersFor<typeof planMethods>,
  'plan.templates' | 'plan.saveTemplate' | 'plan.removeTemplate' | 'plan.exportTemplate' | 'plan.importTemplate'
>;

/** Largest plan pack that is read: some hundred tasks with all their words stay far below. */
const mostBytes = 4 * 1024 * 1024;

/** Answers what concerns templates: those that are shipped, and the company's own. */
export function createTemplateHandlers(deps: FeatureDeps): Handlers {
  const { resources } = deps.ports.paths;
  const keep = (pack: PlanPack) =>
    prepared(deps.session().db, 'INSERT INTO plan_templates (id, title, pack, added_at) VALUES (?, ?, ?, ?)').run(
      ...[pack.id, pack.title, JSON.stringify(pack), deps.ports.clock.now()],
    );
  const newId = () =>
    `own-${deps.ports.ids
      .next()
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]/g, '')}`;
  const subject = (id: string) => ({ entity: 'planTemplate', id });

  return {
    'plan.templates': () =>
      ok([
        ...shippedPacks(resources).map((pack) => templateView(pack, 'shipped')),
        ...ownPacks(deps.session()).map((pack) => templateView(pack, 'own')),
      ]),

    'plan.saveTemplate': ({ title, about }) => {
      const workspace = deps.session();
      const plan = planInForce(workspace);
      if (plan === undefined) return noPlan;
      const recurring = allRecurring(workspace)
        .slice(0, 60)
        .map((item, place) => ({
          key: `item-${place + 1}`,
          title: item.title,
          purpose: item.purpose,
          cadence: item.cadence,
          ownerRole: item.ownerRole,
        }));
      const standard = findPack(workspace, resources, plan.templateId)?.recurring ?? [];
      const made = packOf(plan, tasksOf(workspace, plan.id), { id: newId(), title, about }, recurring.length > 0 ? recurring : standard);
      // What cannot be taken in again is not kept: an empty plan, tasks of a phase it does not have.
      const pack = readPack(made);
      if (!pack.ok) return err({ code: 'pack.invalid', ...pack.error });
      return workspace.write({ method: 'plan.saveTemplate', params: { title }, subject: subject(pack.value.id) }, () => {
        keep(pack.value);
        return ok({ id: pack.value.id });
      });
    },

    'plan.removeTemplate': ({ id }) => {
      const workspace = deps.session();
      const pack = ownPacks(workspace).find((one) => one.id === id);
      if (pack === undefined) return err({ code: 'record.notFound', entity: 'template', id });
      return workspace.write({ method: 'plan.removeTemplate', params: { title: pack.title }, subject: subject(id) }, () => {
        prepared(workspace.db, 'DELETE FROM plan_templates WHERE id = ?').run(id);
        return ok({});
      });
    },

    'plan.exportTemplate': async ({ id }) => {
      const pack = findPack(deps.session(), resources, id);
      if (pack === undefined) return err({ code: 'record.notFound', entity: 'template', id });
      const name = `${safeFileName(pack.title, 'plan')}.gatehouse-plan.json`;
      const saved = await saveWhereChosen(deps.ports, name, 'json', Buffer.from(`${JSON.stringify(pack, null, 2)}\n`));
      if (!saved.ok) return saved;
      return saved.value === null ? err({ code: 'cancelled' }) : ok({ fileName: saved.value.name });
    },

    'plan.importTemplate': async () => {
      const picked = await deps.ports.dialogs.pickFile('import', [{ nameKey: 'imports.files.json', extensions: ['json'] }]);
      if (picked === null) return err({ code: 'cancelled' });
      const path = deps.ports.files.resolve(picked.handle, 'import');
      if (!path.ok) return path;
      const read = readPackFile(path.value);
      if (!read.ok) return read;
      const workspace = deps.session();
      // A shared pack never replaces another: it gets an id of its own here.
      const pack: PlanPack = { ...read.value, id: newId() };
      return workspace.write({ method: 'plan.importTemplate', params: { title: pack.title }, subject: subject(pack.id) }, () => {
        keep(pack);
        return ok({ id: pack.id, title: pack.title });
      });
    },
  };
}

function readPackFile(path: string): Reply<PlanPack> {
  if (statSync(path).size > mostBytes) return err({ code: 'file.refused', reason: 'tooLarge', place: null, limit: mostBytes });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return err({ code: 'pack.invalid', place: 'file', detail: cause.message.slice(0, 600) });
  }
  const pack = readPack(value);
  return pack.ok ? pack : err({ code: 'pack.invalid', ...pack.error });
}
