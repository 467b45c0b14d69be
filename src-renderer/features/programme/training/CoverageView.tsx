import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CoverageLine } from '../../../../src-shared/contract/training.ts';
import { TrainingGroup } from '../../../../src-shared/model/training.ts';
import { FormDialog, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { IconButton, Note, Panel, Select, type SimpleColumn, SimpleTable, StatusText, useText, useToast } from '../../../ui/index.ts';
import { PersonField } from '../PersonField.tsx';
import classes from '../programme.module.css';
import { CountsBar } from './words.tsx';

type OwnedBy = Exclude<TrainingGroup, 'duty'>;

/** How far the people of each department, role, site and duty are trained, and who answers for it. */
export function CoverageView({ withoutOwner }: { readonly withoutOwner: number }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const by = TrainingGroup.options.find((one) => one === params.get('by')) ?? 'team';
  const coverage = useHostQuery('training.coverage', { by }, { keepPrevious: true });
  const [naming, setNaming] = useState<CoverageLine | null>(null);
  const nameOf = (line: CoverageLine) =>
    line.name === '' ? t('training.notSaid') : by === 'duty' ? t.dynamic(`role.${line.name}`) : line.name;
  const columns: readonly SimpleColumn<CoverageLine>[] = [
    {
      id: 'name',
      header: t(`training.by.${by}`),
      minWidth: 200,
      cell: (line) => <a href={`#/programme/training?view=people&by=${by}&group=${encodeURIComponent(line.name)}`}>{nameOf(line)}</a>,
    },
    { id: 'counts', header: t('training.column.inDate'), width: 200, cell: (line) => <CountsBar counts={line} /> },
    {
      id: 'toDo',
      header: t('training.column.toDo'),
      width: 120,
      align: 'end',
      cell: ({ toDo }) => <span className="figures">{toDo}</span>,
    },
    {
      id: 'overdue',
      header: t('training.column.overdue'),
      width: 110,
      align: 'end',
      cell: ({ overdue }) => <span className="figures">{overdue}</span>,
    },
    {
      id: 'owner',
      header: t(by === 'duty' ? 'training.duty.owner' : 'training.owner'),
      width: 220,
      cell: ({ owner }) => owner || <StatusText tone="review">{t('training.owner.none')}</StatusText>,
    },
    ...(by === 'duty'
      ? []
      : [
          {
            id: 'do',
            header: '',
            width: 52,
            cell: (line: CoverageLine) =>
              line.name === '' ? null : (
                <IconButton icon={IconPencil} label={t('training.owner.name', { name: nameOf(line) })} onClick={() => setNaming(line)} />
              ),
          },
        ]),
  ];
  return (
    <>
      {withoutOwner === 0 ? null : <Note tone="review">{t('training.withoutOwner', { count: withoutOwner })}</Note>}
      <Panel
        title={t('training.view.coverage')}
        aside={
          <Select<TrainingGroup>
            label={t('training.by')}
            labelHidden
            size="small"
            value={by}
            onChange={(next) => setParams({ view: 'coverage', by: next }, { replace: true })}
            options={TrainingGroup.options.map((value) => ({ value, label: t(`training.by.${value}`) }))}
          />
        }
      >
        <QueryView query={coverage}>
          {(lines) =>
            lines.length === 0 ? (
              <p className={classes['inPanel']}>{t('training.coverage.empty')}</p>
            ) : (
              <SimpleTable
                label={t(`training.by.${by}`)}
                columns={columns}
                groups={[{ id: 'all', rows: lines }]}
                rowKey={({ name }) => name}
                place="panel"
              />
            )
          }
        </QueryView>
      </Panel>
      {naming === null || by === 'duty' ? null : (
        <OwnerDialog by={by} line={naming} name={nameOf(naming)} onClose={() => setNaming(null)} />
      )}
    </>
  );
}

interface OwnerDialogProps {
  readonly by: OwnedBy;
  readonly line: CoverageLine;
  readonly name: string;
  readonly onClose: () => void;
}

function OwnerDialog({ by, line, name, onClose }: OwnerDialogProps) {
  const t = useText();
  const toast = useToast();
  const save = useHostCommand('training.saveOwner');
  const [owner, setOwner] = useState(line.owner);
  const submit = async () => {
    const reply = await save.run({ by, name: line.name, owner, revision: line.revision });
    if (!reply.ok) return;
    toast({ message: t('training.owner.saved') });
    onClose();
  };
  return (
    <FormDialog
      title={t('training.owner.name', { name })}
      onClose={onClose}
      submitLabel={t('programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      error={save.error}
    >
      <PersonField label={t('training.owner')} value={owner} onChange={setOwner} />
    </FormDialog>
  );
}
