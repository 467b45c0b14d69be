import type { ResultFilter } from '../../../../src-shared/contract/classification.ts';
import { callHost, SaveAsDialog, useHostCommand, useRunningJob } from '../../../host/index.ts';
import { Progress, useText } from '../../../ui/index.ts';

/** What the results are written as, and whether people stand in them by name. */
export function ExportDialog({ filter, onClose }: { readonly filter: ResultFilter; readonly onClose: () => void }) {
  const t = useText();
  const workbook = useHostCommand('reports.workbook');
  const job = useRunningJob('reports.workbook');
  const stop = () => void (job === null ? undefined : callHost('jobs.cancel', { id: job.jobId }));
  return (
    <SaveAsDialog
      title={t('check.exportTitle')}
      formats={['xlsx', 'csv', 'json']}
      busy={workbook.pending}
      error={workbook.error}
      onSave={({ as, redaction }) => workbook.run({ filter, format: as, redaction })}
      onClose={workbook.pending ? stop : onClose}
    >
      {job === null ? null : <Progress label={t('check.exporting')} done={job.done} total={job.total} onCancel={stop} />}
    </SaveAsDialog>
  );
}
