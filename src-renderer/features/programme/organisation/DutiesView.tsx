import { IconPencil, IconTrash, IconUserPlus } from '@tabler/icons-react';
import type { Duty, Organisation } from '../../../../src-shared/contract/programme.ts';
import { DutyRole } from '../../../../src-shared/model/duty-role.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Button, EmptyState, IconButton, Panel, type SimpleColumn, SimpleTable, StatusText, useText, useToast } from '../../../ui/index.ts';
import classes from '../programme.module.css';

interface DutiesViewProps {
  readonly organisation: Organisation;
  readonly onOpen: (duty: Duty) => void;
  readonly onName: (role: DutyRole) => void;
}

type Line = { readonly id: string; readonly role: DutyRole; readonly duty: Duty | null };

/** Roles in order with who holds each, those nobody holds among them, and the sites with somebody responsible. */
export function DutiesView({ organisation, onOpen, onName }: DutiesViewProps) {
  const t = useText();
  const toast = useToast();
  const remove = useHostCommand('programme.removeDuty');
  const undo = useHostCommand('journal.undo');
  const drop = async (duty: Duty) => {
    const reply = await remove.run({ id: duty.id, revision: duty.revision });
    if (reply.ok) toast({ message: t('programme.duty.removed', { name: duty.person }), onUndo: () => void undo.run({}) });
  };
  if (organisation.duties.length === 0)
    return (
      <EmptyState
        title={t('programme.duty.empty')}
        actions={
          <Button kind="primary" icon={IconUserPlus} onClick={() => onName('headquartersOfficer')}>
            {t('programme.duty.add')}
          </Button>
        }
      >
        {t('programme.duty.emptyText')}
      </EmptyState>
    );
  const lines = DutyRole.options.flatMap((role): Line[] => {
    const held = organisation.duties.filter((duty) => duty.role === role);
    if (held.length > 0) return held.map((duty) => ({ id: duty.id, role, duty }));
    return organisation.unfilled.includes(role) ? [{ id: role, role, duty: null }] : [];
  });
  const siteName = (duty: Duty) =>
    duty.siteId === null ? t('programme.duty.whole') : (organisation.sites.find(({ id }) => id === duty.siteId)?.name ?? '');
  const columns: readonly SimpleColumn<Line>[] = [
    { id: 'role', header: t('programme.duty.role'), width: 240, cell: (row) => <b className="medium">{t(`role.${row.role}`)}</b> },
    {
      id: 'person',
      header: t('programme.duty.person'),
      width: 200,
      cell: ({ duty }) =>
        duty === null ? (
          <StatusText tone="review">{t('programme.duty.unfilled')}</StatusText>
        ) : (
          <span className={classes['cellStack']}>
            <span>{duty.personId === null ? duty.person : <a href={`#/people/${duty.personId}`}>{duty.person}</a>}</span>
            {duty.deputy === '' ? null : (
              <span className="caption muted">
                {t('programme.duty.deputy')}: {duty.deputy}
              </span>
            )}
          </span>
        ),
    },
    {
      id: 'duties',
      header: t('programme.duty.duties'),
      minWidth: 260,
      cell: ({ duty, role }) => (duty === null ? <span className="muted">{t(`programme.duty.offer.${role}`)}</span> : duty.duties),
    },
    {
      id: 'site',
      header: t('programme.duty.site'),
      width: 190,
      fold: { under: 'person', order: 0 },
      cell: ({ duty }) => (duty === null ? '' : siteName(duty)),
    },
    {
      id: 'stop',
      header: t('programme.duty.mayStopWord'),
      width: 100,
      cell: ({ duty }) => (duty?.mayStop === true ? <StatusText tone="clear">{t('programme.duty.yes')}</StatusText> : ''),
    },
    {
      id: 'do',
      header: '',
      width: 76,
      cell: ({ duty, role }) =>
        duty === null ? (
          <IconButton icon={IconUserPlus} label={`${t('programme.duty.add')}: ${t(`role.${role}`)}`} onClick={() => onName(role)} />
        ) : (
          <span className="row" style={{ gap: 0 }}>
            <IconButton
              icon={IconPencil}
              label={`${t('programme.edit')}: ${duty.person}, ${t(`role.${role}`)}`}
              onClick={() => onOpen(duty)}
            />
            <IconButton
              icon={IconTrash}
              label={`${t('programme.remove')}: ${duty.person}, ${t(`role.${role}`)}`}
              onClick={() => void drop(duty)}
            />
          </span>
        ),
    },
  ];
  return (
    <div className={classes['stack']}>
      {remove.error === null ? null : <p role="alert">{errorSentence(t, remove.error)}</p>}
      <Panel title={t('programme.organisation.view.duties')}>
        <SimpleTable
          label={t('programme.organisation.view.duties')}
          columns={columns}
          groups={[{ id: 'all', rows: lines }]}
          rowKey={(row) => row.id}
          place="panel"
        />
      </Panel>
      <Sites organisation={organisation} />
    </div>
  );
}

type SiteLine = Organisation['sites'][number];

function Sites({ organisation }: { readonly organisation: Organisation }) {
  const t = useText();
  const columns: readonly SimpleColumn<SiteLine>[] = [
    { id: 'name', header: t('programme.site'), minWidth: 200, cell: (row) => <b className="medium">{row.name}</b> },
    {
      id: 'place',
      header: t('programme.risk.country'),
      width: 220,
      cell: (row) => [row.city, countryName(t.locale, row.country)].filter(Boolean).join(', '),
    },
    {
      id: 'assets',
      header: t('programme.site.assetsHead'),
      width: 110,
      align: 'end',
      cell: (row) => <span className="figures">{row.assets}</span>,
    },
    {
      id: 'covered',
      header: t('programme.duty.site'),
      width: 260,
      cell: (row) => (
        <StatusText tone={row.covered ? 'clear' : 'review'}>
          {t(row.covered ? 'programme.site.covered' : 'programme.site.uncovered')}
        </StatusText>
      ),
    },
  ];
  return (
    <Panel title={t('programme.site.open')} aside={<a href="#/sites">{t('programme.edit')}</a>}>
      {organisation.sites.length === 0 ? (
        <p className="muted" style={{ padding: '0 16px 16px' }}>
          {t('programme.site.none')}
        </p>
      ) : (
        <SimpleTable
          label={t('programme.site.open')}
          columns={columns}
          groups={[{ id: 'all', rows: organisation.sites }]}
          rowKey={(row) => row.id}
          place="panel"
        />
      )}
    </Panel>
  );
}
