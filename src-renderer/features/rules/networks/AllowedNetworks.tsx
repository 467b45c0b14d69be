import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { AllowedNetworkView } from '../../../../src-shared/contract/networks.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { FormDialog, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, IconButton, type SimpleColumn, SimpleTable, TextArea, TextField, useText, useToast } from '../../../ui/index.ts';
import classes from './networks.module.css';
import { Part } from './Part.tsx';

/** Networks the company knows and accepts, each with the reason. */
export function AllowedNetworks() {
  const t = useText();
  const toast = useToast();
  const allowed = useHostQuery('networks.allowed', {});
  const remove = useHostCommand('networks.disallow');
  const [adding, setAdding] = useState(false);
  const takeAway = async ({ id, revision, network }: AllowedNetworkView) => {
    const reply = await remove.run({ id, revision });
    if (reply.ok) toast({ message: t('networks.allowedRemoved', { network }) });
  };
  const columns: readonly SimpleColumn<AllowedNetworkView>[] = [
    {
      id: 'network',
      header: t('networks.column.network'),
      width: 260,
      cell: ({ network, operator }) => (
        <span className={classes['name']}>
          <span className="code">{network}</span>
          {operator === null ? null : <small>{operator}</small>}
        </span>
      ),
    },
    { id: 'reason', header: t('networks.column.reason'), minWidth: 220, cell: ({ reason }) => reason },
    {
      id: 'by',
      header: t('networks.column.by'),
      width: 220,
      fold: { under: 'network', order: 1 },
      cell: ({ by, at }) => t('networks.byOn', { by, day: formatDay(at.slice(0, 10), t.locale) }),
    },
    {
      id: 'actions',
      header: <span className="visually-hidden">{t('networks.column.actions')}</span>,
      width: 52,
      cell: (row) => (
        <IconButton icon={IconTrash} label={t('networks.removeAllowed', { network: row.network })} onClick={() => void takeAway(row)} />
      ),
    },
  ];
  return (
    <Part title={t('networks.allowed')} text={t('networks.allowedText')} errors={[remove.error]}>
      <QueryView query={allowed}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="muted">{t('networks.allowedNone')}</p>
          ) : (
            <SimpleTable
              label={t('networks.allowed')}
              place="inline"
              columns={columns}
              rowKey={({ id }) => id}
              groups={[{ id: 'all', rows }]}
            />
          )
        }
      </QueryView>
      <div className={classes['buttons']}>
        <Button icon={IconPlus} onClick={() => setAdding(true)}>
          {t('networks.addAllowed')}
        </Button>
      </div>
      {adding ? <AllowDialog onClose={() => setAdding(false)} /> : null}
    </Part>
  );
}

function AllowDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const allow = useHostCommand('networks.allow');
  const [network, setNetwork] = useState('');
  const [reason, setReason] = useState('');
  const submit = async () => {
    const reply = await allow.run({ network, reason });
    if (!reply.ok) return;
    toast({ message: t('networks.allowedAdded', { network: reply.value.network }) });
    onClose();
  };
  const code = allow.error?.code;
  return (
    <FormDialog
      title={t('networks.allowedDialog')}
      submitLabel={t('networks.allow')}
      busy={allow.pending}
      missing={network.trim() === '' ? t('networks.networkNeeded') : reason.trim() === '' ? t('networks.reasonNeeded') : undefined}
      error={allow.error}
      errorText={
        code === 'request.invalid' ? t('networks.notANetwork') : code === 'record.conflict' ? t('networks.alreadyThere') : undefined
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('networks.allowedNetwork')}
        hint={t('networks.allowedNetworkHint')}
        value={network}
        maxLength={120}
        code
        onChange={setNetwork}
        autoFocus
      />
      <TextArea label={t('networks.allowedReason')} value={reason} maxLength={600} onChange={setReason} />
    </FormDialog>
  );
}
