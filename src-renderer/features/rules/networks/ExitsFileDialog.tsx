import type { OpenedExits } from '../../../../src-shared/contract/networks.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { ChoiceCards, Note, useText, useToast } from '../../../ui/index.ts';
import classes from './networks.module.css';
import { periodWords } from './period.ts';
import { useAsking } from './use-asking.ts';

interface ExitsFileDialogProps {
  readonly opened: OpenedExits;
  /** The same file read again, in another order of day and month. */
  readonly onOpened: (opened: OpenedExits) => void;
  readonly onClose: () => void;
}

/** Shows what a file of exits holds before anything is added. */
export function ExitsFileDialog({ opened, onOpened, onClose }: ExitsFileDialogProps) {
  const t = useText();
  const toast = useToast();
  const add = useHostCommand('networks.addExits');
  const again = useAsking('networks.openExits');
  const { token, fileName, exits, sample, problems, problemCount, asksDateOrder } = opened;

  const readAs = async (dateOrder: 'DMY' | 'MDY') => {
    const read = await again.run({ token, dateOrder });
    if (read !== null) onOpened(read);
  };
  const submit = async () => {
    const reply = await add.run({ token });
    if (!reply.ok) return;
    toast({ message: t('networks.exitsAdded', { added: reply.value.added, there: reply.value.alreadyThere }) });
    onClose();
  };

  return (
    <FormDialog
      title={t('networks.exitsDialog', { file: fileName })}
      submitLabel={t('networks.exitsSave', { count: exits })}
      busy={add.pending || again.pending}
      missing={asksDateOrder ? t('networks.exitsOrderAsk') : exits === 0 ? t('networks.exitsNothing') : undefined}
      error={add.error ?? again.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {asksDateOrder ? (
        <>
          <p>{t('networks.exitsOrderAsk')}</p>
          <ChoiceCards<'DMY' | 'MDY' | ''>
            label={t('networks.exitsOrder')}
            value=""
            onChange={(order) => (order === '' ? undefined : void readAs(order))}
            choices={[
              { value: 'DMY', label: t('networks.order.DMY') },
              { value: 'MDY', label: t('networks.order.MDY') },
            ]}
          />
        </>
      ) : null}
      <div>
        {t('networks.exitsFound', { count: exits })}
        <ul className={classes['problems']}>
          {sample.map((exit) => (
            <li key={JSON.stringify(exit)} className="small">
              {exit.label}: <span className="code">{exit.network}</span>, {periodWords(exit, t)}
            </li>
          ))}
        </ul>
      </div>
      {problemCount === 0 ? null : (
        <Note tone="review">
          {t('networks.exitsProblems', { count: problemCount })}
          <ul className={classes['problems']}>
            {problems.slice(0, 5).map(({ row, text, reason }) => (
              <li key={`${row} ${text}`} className="small">
                {t('networks.exitsProblem', { row, text, reason })}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </FormDialog>
  );
}
