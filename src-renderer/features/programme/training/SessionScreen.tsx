import { IconPencil, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { Attendee, SessionLine } from '../../../../src-shared/contract/training.ts';
import { TrainingResult } from '../../../../src-shared/model/training.ts';
import { formatDay, formatDayLong } from '../../../../src-shared/text/dates.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { EvidenceOf, errorSentence, QueryView, TasksOf, useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  IconButton,
  Page,
  PageHeader,
  Pager,
  Section,
  Select,
  type SimpleColumn,
  SimpleTable,
  useText,
  useToast,
} from '../../../ui/index.ts';
import { History } from '../History.tsx';
import classes from '../programme.module.css';
import { RemoveMenu } from '../RemoveMenu.tsx';
import { AddPeopleDialog } from './AddPeopleDialog.tsx';
import { SessionDialog } from './SessionDialog.tsx';

const PAGE = 100;

/** One session: who took part and what came of it, with its evidence. */
export function SessionScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const session = useHostQuery('training.session', { id });
  return (
    <QueryView query={session} whenGone={<a href="#/programme/training?view=sessions">{t('programme.goneBack')}</a>}>
      {(value) => <Screen key={value.id} session={value} />}
    </QueryView>
  );
}

function Screen({ session }: { readonly session: SessionLine }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const adding = params.get('add') === 'people';
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'session.people',
        titleKey: 'training.session.addPeople',
        shortcut: 'N',
        run: () => setParams({ add: 'people' }, { replace: true }),
      },
      { id: 'session.edit', titleKey: 'training.session.edit', shortcut: 'E', run: () => setEditing(true) },
    ],
    [setParams],
  );
  useScreenCommands(commands);
  const add = () => setParams({ add: 'people' }, { replace: true });
  return (
    <Page
      padded
      header={
        <PageHeader
          ruled
          title={session.courseTitle}
          crumbs={[
            { label: t('programme.place.training'), href: '#/programme/training' },
            { label: session.courseTitle, href: `#/programme/training/courses/${session.courseId}` },
            { label: formatDay(session.heldOn, t.locale) },
          ]}
          subtitle={[formatDayLong(session.heldOn, t.locale), session.by, session.place].filter((part) => part !== '').join(' · ')}
          actions={<Actions session={session} onEdit={() => setEditing(true)} onAdd={add} />}
        />
      }
    >
      <div className={classes['meeting']}>
        <div className={classes['stack']}>
          <Section
            title={t('training.session.attendees')}
            aside={t('training.session.subtitle', { attendees: session.attendees, counted: session.counted })}
          >
            <Attendees session={session} />
          </Section>
          {session.note === '' ? null : (
            <Section title={t('training.session.note')}>
              <p className={classes['minutes']}>{session.note}</p>
            </Section>
          )}
          <TasksOf record={{ kind: 'trainingSession', id: session.id }} />
        </div>
        <div className={classes['stack']}>
          <Section title={t('training.evidence')}>
            <EvidenceOf record={{ kind: 'trainingSession', id: session.id }} />
          </Section>
          <Section title={t('training.session.history')}>
            <History of="training_sessions" id={session.id} />
          </Section>
        </div>
      </div>
      {editing ? (
        <SessionDialog session={session} courseId={null} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />
      ) : null}
      {adding ? <AddPeopleDialog session={session} onClose={() => setParams({}, { replace: true })} /> : null}
    </Page>
  );
}

function Attendees({ session }: { readonly session: SessionLine }) {
  const t = useText();
  const toast = useToast();
  const [offset, setOffset] = useState(0);
  const attendees = useHostQuery('training.attendees', { sessionId: session.id, offset, limit: PAGE }, { keepPrevious: true });
  const record = useHostCommand('training.recordAttendance');
  const remove = useHostCommand('training.removeAttendance');
  const undo = useHostCommand('journal.undo');
  const takeOut = async (row: Attendee) => {
    const reply = await remove.run({ sessionId: session.id, ids: [row.id] });
    if (reply.ok) toast({ message: t('training.session.takenOut', { name: row.name }), onUndo: () => void undo.run({}) });
  };
  const columns: readonly SimpleColumn<Attendee>[] = [
    {
      id: 'name',
      header: t('training.column.name'),
      minWidth: 180,
      cell: (row) => <a href={`#/people/${row.personId}?tab=training`}>{row.name}</a>,
    },
    { id: 'team', header: t('training.by.team'), width: 150, fold: { under: 'name', order: 0 }, cell: (row) => row.team },
    {
      id: 'result',
      header: t('training.session.result'),
      width: 170,
      cell: (row) => (
        <Select<TrainingResult>
          label={t('training.session.setResult', { name: row.name })}
          labelHidden
          size="small"
          value={row.result}
          options={TrainingResult.options.map((value) => ({ value, label: t(`training.result.${value}`) }))}
          onChange={(result) =>
            void record.run({ sessionId: session.id, who: { kind: 'people', ids: [row.personId] }, result, note: row.note })
          }
        />
      ),
    },
    { id: 'note', header: t('training.session.note'), width: 200, fold: { under: 'name', order: 1 }, cell: (row) => row.note },
    {
      id: 'do',
      header: '',
      width: 52,
      cell: (row) => (
        <IconButton icon={IconUserMinus} label={t('training.session.takeOut', { name: row.name })} onClick={() => void takeOut(row)} />
      ),
    },
  ];
  const failed = record.error ?? remove.error;
  return (
    <QueryView query={attendees}>
      {({ total, rows }) =>
        total === 0 ? (
          <p className="muted">{t('training.session.nobody')}</p>
        ) : (
          <>
            {failed === null ? null : <p role="alert">{errorSentence(t, failed)}</p>}
            <SimpleTable
              place="inline"
              label={t('training.session.attendees')}
              columns={columns}
              groups={[{ id: 'all', rows }]}
              rowKey={(row) => row.id}
              rowHeight={44}
            />
            {total <= PAGE ? null : <Pager offset={offset} pageSize={PAGE} total={total} onMove={setOffset} />}
          </>
        )
      }
    </QueryView>
  );
}

interface ActionsProps {
  readonly session: SessionLine;
  readonly onEdit: () => void;
  readonly onAdd: () => void;
}

function Actions({ session, onEdit, onAdd }: ActionsProps) {
  const t = useText();
  return (
    <>
      <RemoveMenu
        method="training.removeSession"
        record={session}
        said={t('training.session.removed')}
        to="/programme/training?view=sessions"
      />
      <Button icon={IconPencil} shortcut="E" onClick={onEdit}>
        {t('programme.edit')}
      </Button>
      <Button kind="primary" icon={IconUserPlus} shortcut="N" onClick={onAdd}>
        {t('training.session.addPeople')}
      </Button>
    </>
  );
}
