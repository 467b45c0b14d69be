import { useState } from 'react';
import type { Hold } from '../../../src-shared/contract/retention.ts';
import { FormDialog, useHostCommand } from '../../host/index.ts';
import { Checkbox, useText } from '../../ui/index.ts';
import { type ChosenRecord, RecordsField } from './RecordsField.tsx';

/** Puts more records, or everything, under a hold that is in force. It never narrows one. */
export function WidenHoldDialog({ hold, onClose }: { readonly hold: Hold; readonly onClose: () => void }) {
  const t = useText();
  const widen = useHostCommand('retention.widenHold');
  const [everything, setEverything] = useState(false);
  const [records, setRecords] = useState<readonly ChosenRecord[]>([]);
  const submit = async () => {
    const reply = await widen.run({
      ...{ id: hold.id, revision: hold.revision, everything },
      records: everything ? [] : records.map(({ kind, id }) => ({ kind, id })),
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('retention.widenTitle', { matter: hold.matter })}
      onClose={onClose}
      submitLabel={t('retention.widen')}
      onSubmit={() => void submit()}
      busy={widen.pending}
      missing={!everything && records.length === 0 ? t('retention.recordsMissing') : undefined}
      error={widen.error}
    >
      <p>{t('retention.widenText')}</p>
      {everything ? null : <RecordsField records={records} onChange={setRecords} />}
      <Checkbox label={t('retention.everything')} hint={t('retention.everythingHint')} checked={everything} onChange={setEverything} />
    </FormDialog>
  );
}
