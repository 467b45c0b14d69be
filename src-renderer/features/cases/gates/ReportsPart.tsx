import { useState } from 'react';
import type { GateView, ModelGates } from '../../../../src-shared/contract/cases.ts';
import type { StageReport } from '../../../../src-shared/model/gate.ts';
import { formatInstant } from '../../../../src-shared/text/dates.ts';
import { formatQuantity } from '../../../../src-shared/text/numbers.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Button, Quantity, TextArea, TextField, useText, useToast } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { useMe } from '../words.tsx';

const mostShown = 3;

/** What training pipelines reported of a stage, the newest first, and the choice between two figures where one waits. */
export function ReportsPart({ gate, model }: { readonly gate: GateView; readonly model: ModelGates }) {
  const t = useText();
  const [settling, setSettling] = useState<{ readonly report: StageReport; readonly take: boolean } | null>(null);
  if (gate.reports.length === 0) return null;
  return (
    <div className={classes['reports']}>
      <b className="medium">{t('gates.reports')}</b>
      <ul>
        {gate.reports.slice(0, mostShown).map((report) => (
          <li key={report.id}>
            <span>
              {t('gates.report.at', {
                at: formatInstant(report.at, t.locale),
                run: report.runId === '' ? t('gates.stages.noRun') : t('gates.stages.run', { run: report.runId }),
              })}
              {report.by === '' ? null : ` ${t('gates.report.by', { by: report.by })}`}
            </span>
            <span className="muted">
              {[
                report.computeFlop === null
                  ? ''
                  : [t('gates.report.compute', { figure: formatQuantity(report.computeFlop, t.locale) }), stateWords(report)]
                      .filter((part) => part !== '')
                      .join(', '),
                report.weightsSha256 === '' ? '' : t('gates.report.weights', { hash: `${report.weightsSha256.slice(0, 12)}…` }),
                report.note,
                report.source,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {report.compute === 'waiting' ? (
              <span className="row">
                <Button size="small" onClick={() => setSettling({ report, take: true })}>
                  {t('gates.report.take')}
                </Button>
                <Button size="small" onClick={() => setSettling({ report, take: false })}>
                  {t('gates.report.keep')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {settling === null ? null : <SettleDialog model={model} {...settling} onClose={() => setSettling(null)} />}
    </div>
  );

  function stateWords({ compute, settledBy, settledReason }: StageReport): string {
    if (compute === 'none') return '';
    if (compute === 'waiting')
      return t('gates.report.state.waiting', { figure: model.figure === null ? '' : formatQuantity(model.figure, t.locale) });
    return compute === 'kept' ? t('gates.report.state.kept', { by: settledBy, reason: settledReason }) : t(`gates.report.state.${compute}`);
  }
}

interface SettleDialogProps {
  readonly model: ModelGates;
  readonly report: StageReport;
  readonly take: boolean;
  readonly onClose: () => void;
}

/** Somebody decides between the reported figure and the one on record, with a reason. */
function SettleDialog({ model, report, take, onClose }: SettleDialogProps) {
  const t = useText();
  const toast = useToast();
  const settle = useHostCommand('cases.settleReport');
  const undo = useHostCommand('journal.undo');
  const me = useMe();
  const [typed, setBy] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const by = typed ?? me;
  const figure = formatQuantity((take ? report.computeFlop : model.figure) ?? 0, t.locale);
  const submit = async () => {
    const reply = await settle.run({ id: report.id, take, by, reason });
    if (!reply.ok) return;
    toast({ message: t(take ? 'gates.report.taken' : 'gates.report.kept'), onUndo: () => void undo.run({}) });
    onClose();
  };
  return (
    <FormDialog
      title={t(take ? 'gates.report.takeTitle' : 'gates.report.keepTitle', { figure, model: model.name })}
      onClose={onClose}
      submitLabel={t(take ? 'gates.report.take' : 'gates.report.keep')}
      onSubmit={() => void submit()}
      busy={settle.pending}
      missing={by.trim() === '' ? t('gates.passDialog.byFirst') : reason.trim() === '' ? t('gates.passDialog.reasonFirst') : undefined}
      error={settle.error}
    >
      <p>
        {t(`field.${model.figureField}`)}: <Quantity value={model.figure} /> → <Quantity value={take ? report.computeFlop : model.figure} />
      </p>
      <TextField label={t('gates.report.settledBy')} required value={by} onChange={setBy} maxLength={200} />
      <TextArea
        label={t('gates.passDialog.reason')}
        hint={t('gates.report.reasonHint')}
        required
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={4000}
      />
    </FormDialog>
  );
}
