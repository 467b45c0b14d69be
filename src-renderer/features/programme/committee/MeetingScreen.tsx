import { IconChecks, IconGavel, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import type { DecisionView, Meeting } from '../../../../src-shared/contract/programme.ts';
import { formatDay, formatDayLong } from '../../../../src-shared/text/dates.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { EvidenceOf, errorSentence, MakeTaskButton, QueryView, TasksOf, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Avatar, Button, Icon, IconButton, Page, PageHeader, Section, StatusBadge, useText, useToast } from '../../../ui/index.ts';
import { recordHref } from '../../../ui/record-href.ts';
import { History } from '../History.tsx';
import classes from '../programme.module.css';
import { RemoveMenu } from '../RemoveMenu.tsx';
import { DecisionDialog } from './DecisionDialog.tsx';
import { MeetingDialog } from './MeetingDialog.tsx';

type Open = { readonly what: 'meeting' } | { readonly what: 'decision'; readonly decision: DecisionView | null } | null;

/** One meeting: what was on the agenda, what was said, what was decided and who does it. */
export function MeetingScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const meeting = useHostQuery('programme.meeting', { id });
  return (
    <QueryView query={meeting} whenGone={<a href="#/programme/committee">{t('programme.goneBack')}</a>}>
      {(value) => <Screen meeting={value} />}
    </QueryView>
  );
}

function Screen({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const [open, setOpen] = useState<Open>(null);
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'meeting.decide', titleKey: 'programme.decision.add', shortcut: 'N', run: () => setOpen({ what: 'decision', decision: null }) },
      { id: 'meeting.edit', titleKey: 'programme.meeting.edit', shortcut: 'E', run: () => setOpen({ what: 'meeting' }) },
    ],
    [],
  );
  useScreenCommands(commands);
  const close = () => setOpen(null);
  return (
    <Page
      padded
      header={
        <PageHeader
          ruled
          title={meeting.title}
          crumbs={[
            { label: t('programme.title'), href: '#/programme' },
            { label: t('programme.place.committee'), href: '#/programme/committee' },
            { label: formatDay(meeting.heldOn, t.locale) },
          ]}
          beside={
            <StatusBadge small tone={meeting.state === 'held' ? 'clear' : 'info'}>
              {t(`programme.committee.state.${meeting.state}`)}
            </StatusBadge>
          }
          subtitle={[formatDayLong(meeting.heldOn, t.locale), meeting.place].filter((part) => part !== '').join(' · ')}
          actions={<Actions meeting={meeting} onOpen={setOpen} />}
        />
      }
    >
      <div className={classes['meeting']}>
        <div className={classes['stack']}>
          <Section title={t('programme.committee.decisions')} aside={meeting.decisions.length === 0 ? undefined : meeting.decisions.length}>
            <Decisions meeting={meeting} onOpen={(decision) => setOpen({ what: 'decision', decision })} />
          </Section>
          <TasksOf record={{ kind: 'meeting', id: meeting.id }} />
          <Section title={t('programme.meeting.agenda')}>
            <p className={classes['minutes']}>{meeting.agenda || t('programme.meeting.nothing')}</p>
          </Section>
          <Section title={t('programme.meeting.minutes')}>
            <p className={classes['minutes']}>{meeting.minutes || t('programme.meeting.nothing')}</p>
          </Section>
        </div>
        <div className={classes['stack']}>
          <Section title={t('programme.committee.present')}>
            <ul className={classes['stackTight']}>
              {[meeting.chair, ...meeting.attendees.filter((name) => name !== meeting.chair)]
                .filter((name) => name !== '')
                .map((name, place) => (
                  <li key={name} className="row">
                    <Avatar name={name} />
                    {name}
                    {place === 0 && name === meeting.chair ? <span className="muted">{t('programme.committee.chair')}</span> : null}
                  </li>
                ))}
            </ul>
          </Section>
          <Section title={t('programme.assessment.evidence')}>
            <EvidenceOf record={{ kind: 'meeting', id: meeting.id }} />
          </Section>
          <Section title={t('programme.assessment.view.history')}>
            <History of="committee_meetings" id={meeting.id} />
          </Section>
        </div>
      </div>
      {open?.what === 'meeting' ? <MeetingDialog meeting={meeting} onClose={close} onSaved={close} /> : null}
      {open?.what === 'decision' ? <DecisionDialog meetingId={meeting.id} decision={open.decision} onClose={close} /> : null}
    </Page>
  );
}

function Decisions({ meeting, onOpen }: { readonly meeting: Meeting; readonly onOpen: (decision: DecisionView) => void }) {
  const t = useText();
  const toast = useToast();
  const remove = useHostCommand('programme.removeDecision');
  const undo = useHostCommand('journal.undo');
  const drop = async ({ id, revision }: DecisionView) => {
    const reply = await remove.run({ id, revision });
    if (reply.ok) toast({ message: t('programme.decision.removed'), onUndo: () => void undo.run({}) });
  };
  if (meeting.decisions.length === 0) return <p className="muted">{t('programme.decision.none')}</p>;
  return (
    <ul className={classes['decisions']}>
      {remove.error === null ? null : <li role="alert">{errorSentence(t, remove.error)}</li>}
      {meeting.decisions.map((decision) => (
        <li key={decision.id} className={classes['decision']}>
          <Icon of={decision.action ? IconChecks : IconGavel} size={18} />
          <span className={classes['stackTight']} style={{ gap: 2 }}>
            <span>{decision.text}</span>
            <span className="caption muted">
              {decision.action
                ? [decision.owner, decision.due === null ? '' : `${t('programme.decision.due')} ${formatDay(decision.due, t.locale)}`]
                    .filter((part) => part !== '')
                    .join(' · ')
                : t('programme.decision.ruling')}
            </span>
            {decision.linked.map(({ record, name }) =>
              name === null ? (
                <span key={`${record.kind} ${record.id}`} className="caption muted">
                  {t('plan.link.gone')}
                </span>
              ) : (
                <a key={`${record.kind} ${record.id}`} className="caption" href={`#${recordHref(record)}`}>
                  {name} <span className="muted">{t(`recordKind.${record.kind}`)}</span>
                </a>
              ),
            )}
          </span>
          <span className="row" style={{ gap: 0 }}>
            {decision.action ? (
              <MakeTaskButton
                size="small"
                cause="own"
                phase="after"
                titleForAll={decision.text.slice(0, 300)}
                sources={() => Promise.resolve([{ record: { kind: 'meeting', id: meeting.id }, title: decision.text.slice(0, 300) }])}
              />
            ) : null}
            <IconButton
              icon={IconPencil}
              label={`${t('programme.edit')}: ${decision.text.slice(0, 60)}`}
              onClick={() => onOpen(decision)}
            />
            <IconButton
              icon={IconTrash}
              label={`${t('programme.remove')}: ${decision.text.slice(0, 60)}`}
              onClick={() => void drop(decision)}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Actions({ meeting, onOpen }: { readonly meeting: Meeting; readonly onOpen: (open: Open) => void }) {
  const t = useText();
  return (
    <>
      <RemoveMenu method="programme.removeMeeting" record={meeting} said={t('programme.meeting.removed')} to="/programme/committee" />
      <Button icon={IconPencil} shortcut="E" onClick={() => onOpen({ what: 'meeting' })}>
        {t('programme.edit')}
      </Button>
      <Button kind="primary" icon={IconPlus} shortcut="N" onClick={() => onOpen({ what: 'decision', decision: null })}>
        {t('programme.decision.add')}
      </Button>
    </>
  );
}
