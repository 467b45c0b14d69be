import { useState } from 'react';
import type { DateOrder } from '../../../../src-shared/contract/imports.ts';
import type { ListFileKind, ListFileOutcome } from '../../../../src-shared/contract/people.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Button, Dialog, type IconType, SimpleTable, useText, useToast } from '../../../ui/index.ts';
import classes from '../people.module.css';

interface ImportListButtonProps {
  readonly kind: ListFileKind;
  readonly label: string;
  readonly icon: IconType;
}

/** Picks a list, brings in what is new, asks about dates that read two ways, and says what was not used. */
export function ImportListButton({ kind, label, icon }: ImportListButtonProps) {
  const t = useText();
  const toast = useToast();
  const bring = useHostCommand('people.importList');
  const undo = useHostCommand('journal.undo');
  const [outcome, setOutcome] = useState<ListFileOutcome | null>(null);
  const run = async (handle: string | null, dateOrder: DateOrder | null) => {
    const reply = await bring.run({ kind, handle, dateOrder });
    if (!reply.ok) return toast({ message: errorSentence(t, reply.error) });
    const result = reply.value;
    if (result === null) return;
    setOutcome(result.questions.length > 0 || result.problemCount > 0 ? result : null);
    if (result.questions.length === 0)
      toast({
        message: t('people.list.done', { added: result.added, file: result.fileName, same: result.same }),
        ...(result.added > 0 ? { onUndo: () => void undo.run({}) } : {}),
      });
  };
  const [question] = outcome?.questions ?? [];
  return (
    <>
      <Button icon={icon} busy={bring.pending} onClick={() => void run(null, null)}>
        {label}
      </Button>
      {outcome === null ? null : question === undefined ? (
        <Dialog
          opened
          width={760}
          title={t('people.list.problems', { count: outcome.problemCount })}
          onClose={() => setOutcome(null)}
          footer={<Button onClick={() => setOutcome(null)}>{t('people.list.close')}</Button>}
        >
          <SimpleTable
            label={t('people.list.problemsTitle')}
            place="inline"
            groups={[{ id: 'all', rows: outcome.problems.map((problem, at) => ({ ...problem, at })) }]}
            rowKey={(problem) => String(problem.at)}
            columns={[
              { id: 'row', header: t('people.list.row'), width: 60, align: 'end', cell: (problem) => problem.row ?? '' },
              { id: 'column', header: t('people.list.column'), width: 130, cell: (problem) => problem.column },
              { id: 'value', header: t('people.list.value'), width: 150, cell: (problem) => problem.value },
              { id: 'reason', header: t('people.list.reason'), minWidth: 200, cell: (problem) => problem.reason },
            ]}
          />
        </Dialog>
      ) : (
        <Dialog
          opened
          title={t('people.list.question', { column: question.column })}
          onClose={() => setOutcome(null)}
          footer={
            <span className={classes['buttons']}>
              <Button onClick={() => setOutcome(null)}>{t('common.cancel')}</Button>
              <Button onClick={() => void run(outcome.handle, 'MDY')}>{t('people.list.monthFirst')}</Button>
              <Button kind="primary" onClick={() => void run(outcome.handle, 'DMY')}>
                {t('people.list.dayFirst')}
              </Button>
            </span>
          }
        >
          <p>{t('people.list.questionText', { samples: question.samples.join(', ') })}</p>
        </Dialog>
      )}
    </>
  );
}
