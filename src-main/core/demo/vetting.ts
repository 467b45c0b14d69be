import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { escalationMethods } from '../../../src-shared/contract/escalations.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { partyMethods } from '../../../src-shared/contract/parties.ts';
import type { peopleMethods } from '../../../src-shared/contract/people.ts';
import type { redFlagMethods } from '../../../src-shared/contract/red-flags.ts';
import type { VettingSubject, vettingMethods } from '../../../src-shared/contract/vetting.ts';
import { dayAfter } from '../../../src-shared/model/dates.ts';
import { DutyRole } from '../../../src-shared/model/duty-role.ts';
import { VettingKind, VettingResult } from '../../../src-shared/model/vetting.ts';
import type { FeatureDeps } from '../feature.ts';
import { held } from './steps.ts';

/** Commands that put the demo's checks and undertakings in place. */
export interface DemoVettingCommands {
  readonly flags: HandlersFor<typeof redFlagMethods>;
  readonly escalations: Pick<HandlersFor<typeof escalationMethods>, 'escalations.ask'>;
  readonly vetting: Pick<HandlersFor<typeof vettingMethods>, 'vetting.save'>;
  readonly parties: Pick<HandlersFor<typeof partyMethods>, 'parties.find'>;
  readonly people: Pick<HandlersFor<typeof peopleMethods>, 'people.find'>;
}

const Line = z.strictObject({
  kind: VettingKind,
  daysAgo: z.int().positive(),
  /** Null: no repeat. A day to come has a minus. */
  nextDaysAgo: z.int().nullable(),
  by: z.string(),
  result: VettingResult,
  matter: z.string(),
  conditions: z.string(),
});
const VettingFile = z.strictObject({
  parties: z.array(Line.extend({ party: z.string() })),
  staff: z.array(Line.extend({ person: z.string() })),
  escalations: z.array(
    z.strictObject({
      party: z.string(),
      to: z.string(),
      role: DutyRole,
      ask: z.string(),
      /** Until the answer is wanted. */ days: z.int(),
    }),
  ),
  flags: z.array(
    z.strictObject({
      party: z.string(),
      flags: z.array(z.string()),
      state: z.enum(['noSign', 'seen']),
      daysAgo: z.int().positive(),
      by: z.string(),
      note: z.string(),
      /** Why it stands in the way no more; null while it is open. */
      resolution: z.string().nullable(),
    }),
  ),
});

/** Records what the invented company looked at and was promised: some in order, some overdue, one refused; and red flags it saw. */
export async function playVetting(
  deps: FeatureDeps,
  { vetting, flags, escalations, parties, people }: DemoVettingCommands,
  today: string,
): Promise<void> {
  const path = join(deps.ports.paths.resources, 'samples', 'demo', 'vetting.json');
  const file = VettingFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const keep = async (subject: VettingSubject, { kind, daysAgo, nextDaysAgo, by, ...words }: z.infer<typeof Line>) =>
    held(
      vetting['vetting.save']({
        ...{ id: null, revision: 0, subject, kind, doneBy: by, words },
        doneOn: dayAfter(today, -daysAgo),
        nextOn: nextDaysAgo === null ? null : dayAfter(today, -nextDaysAgo),
      }),
    );
  const partyOf = async (number: string): Promise<string> => {
    const [found] = await held(parties['parties.find']({ text: number, limit: 1 }));
    if (found === undefined) throw new Error(`The demo has no party ${number}`);
    return found.id;
  };
  for (const { party, ...line } of file.parties) await keep({ kind: 'party', id: await partyOf(party) }, line);
  for (const { party, daysAgo, resolution, by, ...said } of file.flags) {
    const partyId = await partyOf(party);
    await held(flags['redFlags.answer']({ ...said, partyId, by, on: dayAfter(today, -daysAgo) }));
    for (const flag of resolution === null ? [] : said.flags)
      await held(flags['redFlags.resolve']({ partyId, flag, reason: resolution ?? '', by, on: dayAfter(today, -daysAgo + 5) }));
  }
  for (const { party, days, ...asked } of file.escalations)
    await held(
      escalations['escalations.ask']({
        record: { kind: 'party', id: await partyOf(party) },
        escalation: { ...asked, path: '', dueOn: dayAfter(today, days) },
      }),
    );
  for (const { person, ...line } of file.staff) {
    const [found] = await held(people['people.find']({ text: person, limit: 1 }));
    if (found === undefined) throw new Error(`The demo has nobody called ${person}`);
    await keep({ kind: 'person', id: found.id }, line);
  }
}
