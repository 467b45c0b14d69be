import { IconFileImport, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { CorporateExitView, OpenedExits } from '../../../../src-shared/contract/networks.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, IconButton, type SimpleColumn, SimpleTable, TextField, useText, useToast } from '../../../ui/index.ts';
import { ExitDialog } from './ExitDialog.tsx';
import { ExitsFileDialog } from './ExitsFileDialog.tsx';
import classes from './networks.module.css';
import { Part } from './Part.tsx';
import { periodWords } from './period.ts';
import { useAsking } from './use-asking.ts';

/** Rows shown at once; a company with more finds its own by typing. */
const mostShown = 200;
/** From so many rows on a search line helps. */
const searchFrom = 12;

/** Where the company's own traffic leaves for the Internet. */
export function CompanyExits() {
  const t = useText();
  const toast = useToast();
  const exits = useHostQuery('networks.exits', {});
  const open = useAsking('networks.openExits');
  const remove = useHostCommand('networks.removeExit');
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<OpenedExits | null>(null);
  const [wanted, setWanted] = useState('');

  const openFile = async () => {
    const read = await open.run({ token: null, dateOrder: null });
    if (read !== null) setOpened(read);
  };
  const takeAway = async ({ id, revision, label }: CorporateExitView) => {
    const reply = await remove.run({ id, revision });
    if (reply.ok) toast({ message: t('networks.exitRemoved', { label }) });
  };

  const columns: readonly SimpleColumn<CorporateExitView>[] = [
    { id: 'site', header: t('networks.column.site'), minWidth: 180, cell: ({ label }) => <span className="medium">{label}</span> },
    { id: 'network', header: t('networks.column.network'), width: 260, cell: ({ network }) => <span className="code">{network}</span> },
    {
      id: 'period',
      header: t('networks.column.period'),
      width: 210,
      fold: { under: 'network', order: 2 },
      cell: (exit) => periodWords(exit, t),
    },
    {
      id: 'by',
      header: t('networks.column.by'),
      width: 220,
      fold: { under: 'site', order: 1 },
      cell: ({ by, at }) => t('networks.byOn', { by, day: formatDay(at.slice(0, 10), t.locale) }),
    },
    {
      id: 'actions',
      header: <span className="visually-hidden">{t('networks.column.actions')}</span>,
      width: 52,
      cell: (exit) => (
        <IconButton
          icon={IconTrash}
          label={t('networks.removeExit', { label: exit.label, network: exit.network })}
          onClick={() => void takeAway(exit)}
        />
      ),
    },
  ];

  return (
    <Part title={t('networks.exits')} text={t('networks.exitsText')} errors={[open.error, remove.error]}>
      <QueryView query={exits}>
        {(rows) => {
          if (rows.length === 0) return <p className="muted">{t('networks.exitsNone')}</p>;
          const found = rows.filter(({ label, network }) => `${label} ${network}`.toLowerCase().includes(wanted.trim().toLowerCase()));
          return (
            <>
              {rows.length < searchFrom ? null : (
                <TextField
                  label={t('networks.exitsSearch')}
                  labelHidden
                  search
                  size="small"
                  placeholder={t('networks.exitsSearch')}
                  value={wanted}
                  onChange={setWanted}
                />
              )}
              <SimpleTable
                label={t('networks.exits')}
                place="inline"
                columns={columns}
                rowKey={({ id }) => id}
                groups={[{ id: 'all', rows: found.slice(0, mostShown) }]}
              />
              {found.length <= mostShown ? null : (
                <p className="small muted">{t('networks.exitsMore', { shown: mostShown, count: found.length })}</p>
              )}
            </>
          );
        }}
      </QueryView>
      <div className={classes['buttons']}>
        <Button icon={IconPlus} onClick={() => setAdding(true)}>
          {t('networks.addExit')}
        </Button>
        <Button icon={IconFileImport} busy={open.pending} onClick={() => void openFile()}>
          {t('networks.importExits')}
        </Button>
      </div>
      {adding ? <ExitDialog onClose={() => setAdding(false)} /> : null}
      {opened === null ? null : <ExitsFileDialog opened={opened} onOpened={setOpened} onClose={() => setOpened(null)} />}
    </Part>
  );
}
