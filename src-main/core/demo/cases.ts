import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type caseMethods, IncidentColumns, IncidentKind, WatchLook } from '../../../src-shared/contract/cases.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import { DutyRole } from '../../../src-shared/model/duty-role.ts';
import { GateKind } from '../../../src-shared/model/gate.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import type { FeatureDeps } from '../feature.ts';
import { peopleCalled } from '../people/index.ts';
import { held } from './steps.ts';

/** Commands that put the demo's gates, incidents and watch in place. */
export interface DemoCaseCommands {
  readonly cases: HandlersFor<typeof caseMethods>;
}

const Days = z.int().nonnegative();
const Range = z.tuple([z.number(), z.number()]);

const CasesFile = z.strictObject({
  passes: z.array(z.strictObject({ asset: z.string(), gate: GateKind, daysAgo: Days, by: z.string(), reason: z.string() })),
  destinations: z.array(z.strictObject({ asset: z.string(), country: z.string().length(2), note: z.string() })),
  incidents: z.array(
    z.strictObject({
      title: z.string(),
      kind: IncidentKind,
      discoveredDaysAgo: Days,
      occurredDaysAgo: Range,
      owner: z.string(),
      whatHappened: z.string(),
      assets: z.array(z.string()),
      people: z.array(z.string()),
      halt: z.strictObject({ asset: z.string(), what: z.string() }).optional(),
      stopNote: z.string().default(''),
      preserve: z.string(),
      preservedDaysAgo: Days,
      preservedBy: z.string(),
      assessment: z.string(),
      rootCause: z.string(),
      violations: Range,
      valueUsd: Range,
      track: IncidentColumns.shape.track,
      wilful: IncidentColumns.shape.wilful,
      decision: z.strictObject({ kind: IncidentColumns.shape.decision, reason: z.string(), by: z.string(), daysAgo: Days }).optional(),
      escalation: z.strictObject({ to: z.string(), role: DutyRole, ask: z.string() }).optional(),
      actions: z.array(
        z.strictObject({
          title: z.string(),
          owner: z.string(),
          dueInDays: z.int(),
          doneDaysAgo: Days.optional(),
          verified: z.string().default(''),
        }),
      ),
      lessons: z.string().default(''),
      closed: z.boolean(),
    }),
  ),
  looks: z.array(
    z.strictObject({
      kind: z.enum(['check', 'pack']),
      pack: z.string(),
      id: z.string(),
      daysAgo: Days,
      where: z.string(),
      found: z.string(),
      outcome: WatchLook.shape.outcome,
      by: z.string(),
      nextInDays: Days,
    }),
  ),
  items: z.array(z.strictObject({ title: z.string(), why: z.string(), look: z.string(), owner: z.string(), dueInDays: z.int() })),
});

type Incident = z.infer<typeof CasesFile>['incidents'][number];

/** Passes gates, records one incident under way and one that is closed, and puts what the company watches in place. */
export async function playCases(
  deps: FeatureDeps,
  { cases }: DemoCaseCommands,
  assetId: (name: string) => string,
  today: IsoDate,
): Promise<void> {
  const path = join(deps.ports.paths.resources, 'samples', 'demo', 'cases.json');
  const file = CasesFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  for (const { asset, country, note } of file.destinations)
    await held(cases['cases.nameDestination']({ assetId: assetId(asset), country, note }));
  for (const { asset, gate, by, reason } of file.passes) {
    const model = await held(cases['cases.gatesOf']({ assetId: assetId(asset) }));
    const found = model.gates.find((one) => one.gate === gate);
    const despite = (found?.conditions ?? []).filter(({ state }) => state === 'missing' || state === 'open').map(({ id }) => id);
    await held(
      cases['cases.passGate']({
        ...{ assetId: assetId(asset), versionId: model.versionId, gate, destination: '', by, reason, despite },
        lastReport: found?.reports[0]?.id ?? null,
      }),
    );
  }
  // The newest discovery last, as numbers go by the day somebody wrote it down.
  for (const incident of [...file.incidents].sort((a, b) => b.discoveredDaysAgo - a.discoveredDaysAgo))
    await playIncident(deps, cases, incident, assetId, today);
  for (const { kind, pack, id, daysAgo, nextInDays, ...look } of file.looks)
    await held(
      cases['cases.recordLook']({
        subject: { kind, pack, id },
        checkedOn: dayAfter(today, -daysAgo),
        nextOn: dayAfter(today, nextInDays),
        ...look,
      }),
    );
  for (const { dueInDays, ...item } of file.items)
    await held(cases['cases.saveWatchItem']({ id: null, revision: 0, ...item, dueOn: dayAfter(today, dueInDays), closed: false }));
}

async function playIncident(
  deps: FeatureDeps,
  cases: DemoCaseCommands['cases'],
  incident: Incident,
  assetId: (name: string) => string,
  today: IsoDate,
): Promise<void> {
  const ago = (days: number) => dayAfter(today, -days);
  const links: RecordRef[] = [
    ...incident.assets.map((name) => ({ kind: 'asset' as const, id: assetId(name) })),
    ...incident.people.flatMap((name) => peopleCalled(deps.session(), name).map((id) => ({ kind: 'person' as const, id }))),
  ];
  const { decision } = incident;
  const made = await held(
    cases['cases.recordIncident']({
      by: incident.owner,
      columns: {
        title: incident.title,
        kind: incident.kind,
        discoveredOn: ago(incident.discoveredDaysAgo),
        occurredFrom: ago(incident.occurredDaysAgo[0]),
        occurredUntil: ago(incident.occurredDaysAgo[1]),
        owner: incident.owner,
        whatHappened: incident.whatHappened,
        links,
        stopNote: incident.stopNote,
        preserveNote: incident.preserve,
        preservedBy: incident.preservedBy,
        preservedOn: ago(incident.preservedDaysAgo),
        assessment: incident.assessment,
        rootCause: incident.rootCause,
        violationsLow: incident.violations[0],
        violationsHigh: incident.violations[1],
        valueLowUsd: incident.valueUsd[0],
        valueHighUsd: incident.valueUsd[1],
        track: incident.track,
        wilful: incident.wilful,
        lessons: incident.lessons,
        ...(decision === undefined
          ? {}
          : { decision: decision.kind, decisionReason: decision.reason, decidedBy: decision.by, decidedOn: ago(decision.daysAgo) }),
      },
    }),
  );
  const incidentId = made.row.id;
  if (incident.halt !== undefined)
    await held(
      cases['cases.halt']({
        incidentId,
        record: { kind: 'asset', id: assetId(incident.halt.asset) },
        what: incident.halt.what,
        by: incident.owner,
      }),
    );
  if (incident.escalation !== undefined) await held(cases['cases.escalate']({ incidentId, ...incident.escalation, by: incident.owner }));
  for (const { dueInDays, doneDaysAgo, ...action } of incident.actions)
    await held(
      cases['cases.saveAction']({
        incidentId,
        id: null,
        revision: 0,
        ...action,
        due: dayAfter(today, dueInDays),
        doneOn: doneDaysAgo === undefined ? null : ago(doneDaysAgo),
        taskId: null,
      }),
    );
  if (!incident.closed) return;
  const now = await held(cases['cases.incident']({ id: incidentId }));
  await held(cases['cases.closeIncident']({ id: incidentId, revision: now.row.revision, by: incident.owner, closed: true }));
}
