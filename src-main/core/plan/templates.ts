import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TemplateView } from '../../../src-shared/contract/plan.ts';
import { PlanPack } from '../../../src-shared/formats/plan-pack.ts';
import type { DutyRole } from '../../../src-shared/model/duty-role.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { type Connection, prepared } from '../db/index.ts';

/** The standard plan is offered first. */
const order = (name: string): number => (name.startsWith('standard') ? 0 : 1);

const shipped = new Map<string, readonly PlanPack[]>();

/** Why a plan pack cannot be used: the place in it, and what is wrong there. */
export interface PackFault {
  readonly place: string;
  readonly detail: string;
}

/** Checks an outside value as a plan pack. */
export function readPack(value: unknown): Result<PlanPack, PackFault> {
  const read = PlanPack.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return err({ place: (issue?.path.join('.') ?? '').slice(0, 300), detail: (issue?.message ?? '').slice(0, 600) });
  }
  return ok(read.data);
}

/** Plan packs that are shipped, read once for a resources folder. Throws where one is damaged: the installation is broken then. */
export function shippedPacks(resources: string): readonly PlanPack[] {
  const known = shipped.get(resources);
  if (known !== undefined) return known;
  const folder = join(resources, 'plans');
  const packs = readdirSync(folder)
    .filter((name) => name.endsWith('.gatehouse-plan.json'))
    .sort((a, b) => order(a) - order(b) || a.localeCompare(b))
    .map((name) => {
      const read = readPack(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!read.ok) throw new Error(`${name}: ${read.error.place}: ${read.error.detail}`);
      return read.value;
    });
  shipped.set(resources, packs);
  return packs;
}

/** Plan packs of the company, oldest first. */
export function ownPacks({ db }: Pick<Connection, 'db'>): readonly PlanPack[] {
  return prepared<[], { id: string; pack: string }>(db, 'SELECT id, pack FROM plan_templates ORDER BY added_at, id')
    .all()
    .map(({ id, pack }) => ({ ...PlanPack.parse(JSON.parse(pack)), id }));
}

export function findPack(connection: Pick<Connection, 'db'>, resources: string, id: string): PlanPack | undefined {
  return shippedPacks(resources).find((pack) => pack.id === id) ?? ownPacks(connection).find((pack) => pack.id === id);
}

/** A template as the list of templates shows it. */
export function templateView(pack: PlanPack, source: TemplateView['source']): TemplateView {
  const roles = new Map<DutyRole, number>();
  for (const { ownerRole } of pack.tasks) if (ownerRole !== null) roles.set(ownerRole, (roles.get(ownerRole) ?? 0) + 1);
  return {
    id: pack.id,
    title: pack.title,
    about: pack.about,
    source,
    weeks: Math.max(...pack.tasks.map(({ startDay, days }) => Math.ceil((startDay + days - 1) / 5))),
    phases: pack.phases.map(({ phase, from, to }) => ({
      phase,
      weeks: from === to ? String(from) : `${from}–${to}`,
      tasks: pack.tasks.filter((task) => task.phase === phase).map(({ title }) => title),
    })),
    roles: [...roles].map(([role, tasks]) => ({ role, tasks })).sort((a, b) => b.tasks - a.tasks),
  };
}
