import { useState } from 'react';
import type { ResultFilter } from '../../../../src-shared/contract/classification.ts';
import { callHost, FormDialog, RedactionSelect, useHostCommand, useRunningJob } from '../../../host/index.ts';
import { Progress, Select, useText } from '../../../ui/index.ts';

const formats = ['xlsx', 'csv', 'json'] as const;

/** What the results are written as, and whether people stand in them by name. */
export function ExportDialog({ filter, onClose }: { readonly filter: ResultFilter; readonly onClose: () => void }) {
  const t = useText();
  const workbook = useHostCommand('reports.workbook');
  const job = useRunningJob('reports.workbook');
  const stop = () => void (job === null ? undefined : callHost('jobs.cancel', { id: job.jobId }));
  const [format, setFormat] = useState<(typeof formats)[number]>('xlsx');
  const [redaction, setRedaction] = useState('none');
  const submit = async () => {
    const reply = await workbook.run({ filter, format, redaction });
    if (reply.ok || reply.error.code === 'cancelled') onClose();
  };
  return (
    <FormDialog
      title={t('check.exportTitle')}
      onClose={job === null ? onClose : stop}
      submitLabel={t('check.export')}
      onSubmit={() => void submit()}
      busy={workbook.pending}
      error={workbook.error}
    >
      <Select
        label={t('check.format')}
        value={format}
        options={formats.map((value) => ({ value, label: t(`check.format.${value}`) }))}
        onChange={setFormat}
      />
      <RedactionSelect value={redaction} onChange={setRedaction} />
      {job === null ? null : <Progress label={t('check.exporting')} done={job.done} total={job.total} onCancel={stop} />}
    </FormDialog>
  );
}
