import type { InputOf } from '../../../src-shared/contract/index.ts';
import type { AppError, HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { screeningMethods } from '../../../src-shared/contract/screening.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import { closeByDecision, insertEscalation } from '../escalations/index.ts';
import { profileOf, readProfile } from './profile.ts';
import { decisionsOf, findHit, type StandingHit } from './store.ts';

interface Stamp {
  readonly newId: () => string;
  readonly now: string;
  readonly by: string;
}

/** Keeps one decision for one or many hits, with what both sides said when it was made. Errors: `record.notFound`, `record.stale`, `policy.refused`. */
export function decide(
  workspace: OpenWorkspace,
  { hits, verdict, reason, note, seconds, escalation }: Parameters<HandlersFor<typeof screeningMethods>['screening.decide']>[0],
  stamp: Stamp & { readonly today: IsoDate },
): Reply<{ changed: number; waitingForSecond: number }> {
  const settings = readProfile(workspace);
  const profile = profileOf(settings);
  const found: StandingHit[] = [];
  for (const { id, revision } of hits) {
    const hit = findHit(workspace, profile, id);
    if (hit === undefined) return err({ code: 'record.notFound', entity: 'hit', id });
    if (hit.decisions !== revision) return err({ code: 'record.stale', entity: 'hit', id, yours: revision, current: hit.decisions });
    found.push(hit);
  }
  if (verdict !== 'reopen' && reason === 'other' && note.trim() === '')
    return err<AppError>({ code: 'policy.refused', detail: 'A decision for another reason needs the reason in words' });
  if ((verdict === 'escalate') !== (escalation !== null))
    return err<AppError>({ code: 'policy.refused', detail: 'To pass a match on, say to whom and what is asked; no other decision does' });
  if (escalation !== null && escalation.dueOn !== null && escalation.dueOn < stamp.today)
    return err<AppError>({ code: 'request.invalid', issues: ['escalation: the day of the answer has passed'] });
  const needsSecond = verdict === 'trueMatch' && settings.secondPerson;
  const [first] = found;
  const subject = found.length === 1 && first !== undefined ? { entity: 'hit', id: first.id } : undefined;
  return workspace.write(
    {
      method: 'screening.decide',
      params: { count: found.length, verdict, name: first?.query_name.slice(0, 120) ?? '', entry: first?.entry_name.slice(0, 120) ?? '' },
      ...(subject === undefined ? {} : { subject }),
    },
    () => {
      const insert = prepared(
        workspace.db,
        `INSERT INTO screening_decisions (id, hit_id, verdict, reason, note, decided_by, decided_at, seconds, subject_ground, entry_ground, needs_second)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      );
      for (const hit of found)
        insert.run(
          stamp.newId(),
          hit.id,
          verdict,
          reason,
          note,
          stamp.by,
          stamp.now,
          found.length === 1 ? seconds : null,
          hit.subject_ground,
          hit.entry_ground,
          needsSecond ? 1 : 0,
        );
      // Whoever was asked before need not answer what is decided now, or asked of somebody else.
      for (const { id } of found) {
        closeByDecision(workspace, { kind: 'screeningHit', id }, stamp.by, stamp.today);
        if (escalation !== null) insertEscalation(workspace, { kind: 'screeningHit', id }, escalation, { ...stamp, id: stamp.newId() });
      }
      return ok({ changed: found.length, waitingForSecond: needsSecond ? found.length : 0 });
    },
  );
}

/**
 * Puts a hit that was passed on and answered back before whoever decides, with the answer as its note. Part of the command that keeps the answer;
 * a hit that was decided meanwhile stays as it is.
 */
export function reopenAnswered(workspace: OpenWorkspace, hitId: string, answer: string, stamp: Stamp): void {
  const hit = findHit(workspace, profileOf(readProfile(workspace)), hitId);
  if (hit === undefined || hit.state !== 'escalated') return;
  prepared(
    workspace.db,
    `INSERT INTO screening_decisions (id, hit_id, verdict, reason, note, decided_by, decided_at, subject_ground, entry_ground)
     VALUES (?, ?, 'reopen', 'other', ?, ?, ?, ?, ?)`,
  ).run(stamp.newId(), hit.id, answer, stamp.by, stamp.now, hit.subject_ground, hit.entry_ground);
}

/** The second person's word on a true match. Refused to whoever called it true, by name. */
export function confirm(
  workspace: OpenWorkspace,
  { id, revision, agree, note, by }: InputOf<'screening.second'>,
  now: string,
): Reply<StandingHit> {
  const profile = profileOf(readProfile(workspace));
  const hit = findHit(workspace, profile, id);
  if (hit === undefined) return err({ code: 'record.notFound', entity: 'hit', id });
  if (hit.decisions !== revision) return err({ code: 'record.stale', entity: 'hit', id, yours: revision, current: hit.decisions });
  const [last] = decisionsOf(workspace, id);
  if (last === undefined || hit.state !== 'trueUnconfirmed')
    return err({ code: 'policy.refused', detail: 'This hit does not wait for a second person' });
  if (plain(last.decided_by) === plain(by))
    return err({ code: 'policy.refused', detail: 'The second person must be another than the one who called it a true match' });
  const written = workspace.write(
    { method: 'screening.second', params: { agree: String(agree), name: hit.query_name.slice(0, 120) }, subject: { entity: 'hit', id } },
    () => {
      prepared(
        workspace.db,
        'UPDATE screening_decisions SET second_agree = ?, second_note = ?, second_by = ?, second_at = ? WHERE id = ?',
      ).run(agree ? 1 : 0, note, by, now, last.id);
      return ok(null);
    },
  );
  if (!written.ok) return written;
  const after = findHit(workspace, profile, id);
  return after === undefined ? err({ code: 'record.notFound', entity: 'hit', id }) : ok(after);
}

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
