import { IconFileImport, IconFolderOpen, IconSchool, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ListView } from '../../../src-shared/contract/lists.ts';
import { oldListDays } from '../../../src-shared/model/listed-party.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  Button,
  EmptyState,
  FilterChips,
  Note,
  Page,
  PageHeader,
  PartyPlaces,
  type SimpleColumn,
  SimpleTable,
  Switch,
  Toolbar,
  useFileOverWindow,
  useText,
  useToast,
} from '../../ui/index.ts';
import classes from './lists.module.css';
import { useTakeIn } from './use-take-in.ts';
import { OfficialPage, VersionAge } from './words.tsx';

/** Every list the product knows: which are here, of which day, how old, and where the next version is found. */
export function ListsScreen() {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const query = useHostQuery('lists.all', {});
  const training = useHostCommand('lists.addTraining');
  const set = useHostCommand('lists.setOff');
  const takeIn = useTakeIn();
  const over = useFileOverWindow();
  const [params, setParams] = useSearchParams();
  const onlyOld = params.get('old') === 'yes';
  const held = (query.data ?? []).filter(({ current }) => current !== null);
  const failure = takeIn.error ?? training.error ?? set.error;
  const hasTraining = held.some(({ kind }) => kind === 'training');

  const addTraining = async () => {
    const reply = await training.run({});
    if (reply.ok) toast({ message: t('lists.trainingIn', { count: reply.value.parties }) });
  };
  const trainingButton = (
    <Button icon={IconSchool} busy={training.pending} onClick={() => void addTraining()}>
      {t('lists.training')}
    </Button>
  );
  const pickFiles = (kind: 'primary' | 'default') => (
    <Button kind={kind} icon={IconFileImport} busy={takeIn.pending} onClick={() => void takeIn.pick('files')}>
      {t('lists.takeIn')}
    </Button>
  );
  const pickFolder = (
    <Button icon={IconFolderOpen} busy={takeIn.pending} onClick={() => void takeIn.pick('folder')}>
      {t('lists.takeInFolder')}
    </Button>
  );

  const columns: readonly SimpleColumn<ListView>[] = [
    {
      id: 'list',
      header: t('lists.column.list'),
      minWidth: 220,
      cell: ({ title, publisher }) => (
        <span className={classes['name']}>
          <span className="medium">{title}</span>
          {publisher === '' ? null : <small>{publisher}</small>}
        </span>
      ),
    },
    { id: 'version', header: t('lists.column.version'), width: 150, cell: (list) => <VersionAge list={list} /> },
    {
      id: 'entries',
      header: t('lists.column.entries'),
      width: 84,
      align: 'end',
      cell: ({ current }) => (current === null ? <span className="muted">–</span> : current.parties.toLocaleString(t.locale)),
    },
    {
      id: 'page',
      header: t('lists.column.page'),
      width: 400,
      fold: { under: 'list', order: 1 },
      cell: (list) => <OfficialPage list={list} />,
    },
    {
      id: 'used',
      header: t('lists.column.used'),
      width: 118,
      cell: (list) =>
        list.current === null ? null : (
          <Switch
            label={t(list.off ? 'lists.off' : 'lists.on')}
            checked={!list.off}
            onChange={(on) => void set.run({ list: list.code, off: !on })}
          />
        ),
    },
  ];

  return (
    <Page
      header={
        <PageHeader
          title={t('lists.screen')}
          crumbs={[{ label: t('rules.title'), href: '#/rules' }, { label: t('lists.screen') }]}
          subtitle={
            query.data === undefined
              ? undefined
              : t('lists.subtitle', { lists: held.length, entries: held.reduce((sum, { current }) => sum + (current?.parties ?? 0), 0) })
          }
          actions={<PartyPlaces here="lists" />}
        />
      }
    >
      {held.length === 0 ? null : (
        <Toolbar
          label={t('lists.toolbar')}
          end={
            <Button kind="quiet" icon={IconSearch} onClick={() => void navigate('/lists/entries')}>
              {t('lists.searchAll')}
            </Button>
          }
        >
          <span className={classes['drop']} data-over={over ? '' : undefined}>
            {pickFiles('primary')}
            {pickFolder}
            {hasTraining ? null : trainingButton}
            <span className="caption muted">{t(over ? 'lists.dropNow' : 'lists.dropHint')}</span>
          </span>
          {onlyOld ? (
            <FilterChips filters={[{ id: 'old', label: t('lists.onlyOld') }]} onRemove={() => setParams({}, { replace: true })} />
          ) : null}
        </Toolbar>
      )}
      <div className={classes['notes']} aria-live="polite">
        {failure === null ? null : <Note tone="restricted">{errorSentence(t, failure)}</Note>}
        <OldLists lists={held} />
      </div>
      <QueryView query={query}>
        {(lists) => (
          <>
            {held.length > 0 ? null : (
              <EmptyState
                title={t('lists.empty')}
                actions={
                  <>
                    {pickFiles('primary')}
                    {pickFolder}
                    {trainingButton}
                  </>
                }
              >
                {t('lists.emptyText')}
              </EmptyState>
            )}
            <SimpleTable
              label={t('lists.screen')}
              columns={columns}
              rowKey={({ code }) => code}
              onPress={({ code }) => void navigate(`/lists/${encodeURIComponent(code)}`)}
              groups={[
                { id: 'held', title: t('lists.group.held'), rows: onlyOld ? held.filter(isOldInUse) : held },
                {
                  id: 'known',
                  title: t('lists.group.known'),
                  rows: onlyOld ? [] : lists.filter(({ current, kind }) => current === null && kind === 'official'),
                  ...(held.length === 0
                    ? {}
                    : {
                        folded: t('lists.group.knownCount', {
                          count: lists.filter(({ current, kind }) => current === null && kind === 'official').length,
                        }),
                      }),
                },
              ].filter(({ rows }) => rows.length > 0)}
            />
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** A list that is screened against and wants a newer version. */
const isOldInUse = ({ old, off }: ListView): boolean => old && !off;

/** Which of the lists that are screened against want a newer version. */
function OldLists({ lists }: { readonly lists: readonly ListView[] }) {
  const t = useText();
  const old = lists.filter(isOldInUse);
  if (old.length === 0) return null;
  return (
    <Note tone="review">{t('lists.old', { count: old.length, days: oldListDays, lists: old.map(({ title }) => title).join(', ') })}</Note>
  );
}
