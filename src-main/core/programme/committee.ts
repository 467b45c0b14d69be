import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { DecisionView, Meeting, MeetingSummary, programmeMethods } from '../../../src-shared/contract/programme.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { type Records, recordKey } from '../records/index.ts';

type Db = Pick<Connection, 'db'>;
type Handlers = Pick<
  HandlersFor<typeof programmeMethods>,
  | 'programme.meetings'
  | 'programme.meeting'
  | 'programme.saveMeeting'
  | 'programme.removeMeeting'
  | 'programme.saveDecision'
  | 'programme.removeDecision'
>;

interface MeetingRecord {
  readonly id: string;
  readonly title: string;
  readonly held_on: IsoDate;
  readonly place: string;
  readonly chair: string;
  readonly attendees: string;
  readonly agenda: string;
  readonly minutes: string;
  readonly state: 'planned' | 'held';
  readonly revision: number;
}

interface DecisionRecord {
  readonly id: string;
  readonly meeting_id: string;
  readonly text: string;
  readonly action: 0 | 1;
  readonly owner: string;
  readonly due: IsoDate | null;
  readonly links: string;
  readonly revision: number;
}

const findMeeting = ({ db }: Db, id: string): MeetingRecord | undefined =>
  prepared<[string], MeetingRecord>(db, 'SELECT * FROM committee_meetings WHERE id = ?').get(id);

const findDecision = ({ db }: Db, id: string): DecisionRecord | undefined =>
  prepared<[string], DecisionRecord>(db, 'SELECT * FROM committee_decisions WHERE id = ?').get(id);

/** Meetings, the latest day first. */
export function listMeetings({ db }: Db, today: IsoDate): MeetingSummary[] {
  const rows = prepared<[], MeetingRecord & { readonly decisions: number; readonly actions: number }>(
    db,
    `SELECT m.*, (SELECT count(*) FROM committee_decisions d WHERE d.meeting_id = m.id) AS decisions,
       (SELECT count(*) FROM committee_decisions d WHERE d.meeting_id = m.id AND d.action = 1) AS actions
       FROM committee_meetings m ORDER BY m.held_on DESC, m.id LIMIT 1000`,
  ).all();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    heldOn: row.held_on,
    chair: row.chair,
    attendees: (JSON.parse(row.attendees) as string[]).length,
    state: row.state,
    overdue: row.state === 'planned' && row.held_on < today,
    decisions: row.decisions,
    actions: row.actions,
    revision: row.revision,
  }));
}

/** Answers the methods of the committee. */
export function createCommitteeHandlers(deps: FeatureDeps, records: Records): Handlers {
  const subject = (id: string) => ({ entity: 'committee_meetings', id });

  const detail = (workspace: OpenWorkspace, id: string): Reply<Meeting> => {
    const row = findMeeting(workspace, id);
    if (row === undefined) return gone(id);
    const decisions = prepared<[string], DecisionRecord>(
      workspace.db,
      'SELECT * FROM committee_decisions WHERE meeting_id = ? ORDER BY rank, id',
    )
      .all(id)
      .map((one) => ({ ...one, links: JSON.parse(one.links) as DecisionView['links'] }));
    const titles = records.titles(
      workspace,
      decisions.flatMap(({ links }) => links),
    );
    return ok({
      id,
      title: row.title,
      heldOn: row.held_on,
      place: row.place,
      chair: row.chair,
      attendees: JSON.parse(row.attendees) as string[],
      agenda: row.agenda,
      minutes: row.minutes,
      state: row.state,
      decisions: decisions.map(
        (one): DecisionView => ({
          id: one.id,
          meetingId: id,
          text: one.text,
          action: one.action === 1,
          owner: one.owner,
          due: one.due,
          links: one.links,
          linked: one.links.map((record) => ({ record, name: titles.get(recordKey(record))?.slice(0, 400) ?? null })),
          revision: one.revision,
        }),
      ),
      revision: row.revision,
    });
  };

  return {
    'programme.meetings': () => ok(listMeetings(deps.session(), deps.ports.clock.today())),
    'programme.meeting': ({ id }) => detail(deps.session(), id),

    'programme.saveMeeting': ({ id, revision, title, heldOn, place, chair, attendees, agenda, minutes, state }) => {
      const workspace = deps.session();
      if (state === 'held' && heldOn > deps.ports.clock.today())
        return err({ code: 'request.invalid', issues: ['heldOn: a meeting that was held cannot lie ahead'] });
      if (id !== null) {
        const found = atRevision('meeting', id, revision, findMeeting(workspace, id));
        if (!found.ok) return found;
      }
      const key = id ?? deps.ports.ids.next();
      return workspace.write({ method: 'programme.saveMeeting', params: { title }, subject: subject(key) }, () => {
        prepared(
          workspace.db,
          `INSERT INTO committee_meetings (id, title, held_on, place, chair, attendees, agenda, minutes, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET title = excluded.title, held_on = excluded.held_on, place = excluded.place, chair = excluded.chair,
             attendees = excluded.attendees, agenda = excluded.agenda, minutes = excluded.minutes, state = excluded.state, revision = revision + 1`,
        ).run(key, title, heldOn, place, chair, JSON.stringify([...new Set(attendees)]), agenda, minutes, state);
        return detail(workspace, key);
      });
    },

    'programme.removeMeeting': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('meeting', id, revision, findMeeting(workspace, id));
      if (!found.ok) return found;
      return workspace.write({ method: 'programme.removeMeeting', params: { title: found.value.title }, subject: subject(id) }, () => {
        prepared(workspace.db, 'DELETE FROM committee_decisions WHERE meeting_id = ?').run(id);
        prepared(workspace.db, 'DELETE FROM committee_meetings WHERE id = ?').run(id);
        return ok({ removed: true });
      });
    },

    'programme.saveDecision': ({ id, revision, meetingId, text, action, owner, due, links }) => {
      const workspace = deps.session();
      const meeting = findMeeting(workspace, meetingId);
      if (meeting === undefined) return gone(meetingId);
      if (action && owner === '') return err({ code: 'request.invalid', issues: ['owner: an action needs somebody who does it'] });
      if (id !== null) {
        const found = atRevision('decision', id, revision, findDecision(workspace, id));
        if (!found.ok) return found;
        if (found.value.meeting_id !== meetingId) return err({ code: 'record.notFound', entity: 'decision', id });
      }
      return workspace.write(
        { method: 'programme.saveDecision', params: { title: meeting.title, text: text.slice(0, 120) }, subject: subject(meetingId) },
        () => {
          prepared(
            workspace.db,
            `INSERT INTO committee_decisions (id, meeting_id, text, action, owner, due, links, rank)
           VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(rank), 0) + 1 FROM committee_decisions WHERE meeting_id = ?))
           ON CONFLICT (id) DO UPDATE SET text = excluded.text, action = excluded.action, owner = excluded.owner, due = excluded.due,
             links = excluded.links, revision = revision + 1`,
          ).run(id ?? deps.ports.ids.next(), meetingId, text, action ? 1 : 0, owner, due, JSON.stringify(links), meetingId);
          return detail(workspace, meetingId);
        },
      );
    },

    'programme.removeDecision': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('decision', id, revision, findDecision(workspace, id));
      if (!found.ok) return found;
      const { meeting_id: meetingId, text } = found.value;
      const title = findMeeting(workspace, meetingId)?.title ?? '';
      return workspace.write(
        { method: 'programme.removeDecision', params: { title, text: text.slice(0, 120) }, subject: subject(meetingId) },
        () => {
          prepared(workspace.db, 'DELETE FROM committee_decisions WHERE id = ?').run(id);
          return detail(workspace, meetingId);
        },
      );
    },
  };
}

const gone = (id: string): Reply<never> => err({ code: 'record.notFound', entity: 'meeting', id });
