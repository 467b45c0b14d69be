import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { EscalationPath, Organisation } from '../../../../src-shared/contract/programme.ts';
import type { DutyRole } from '../../../../src-shared/model/duty-role.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Button, EmptyState, IconButton, Note, type ProductText, StatusText, useText, useToast } from '../../../ui/index.ts';
import classes from '../programme.module.css';

interface EscalationViewProps {
  readonly organisation: Organisation;
  readonly onOpen: (path: EscalationPath | null) => void;
}

/** Whom somebody calls: when a path is taken, what stops at once, and who answers within how many hours. */
export function EscalationView({ organisation, onOpen }: EscalationViewProps) {
  const t = useText();
  const toast = useToast();
  const save = useHostCommand('programme.savePath');
  const remove = useHostCommand('programme.removePath');
  const undo = useHostCommand('journal.undo');
  const { paths, duties } = organisation;
  const offer = async () => {
    for (const path of usualPaths(t)) if (!(await save.run({ id: null, revision: 0, ...path })).ok) return;
    toast({ message: t('programme.path.offered') });
  };
  const drop = async ({ id, revision, name }: EscalationPath) => {
    const reply = await remove.run({ id, revision });
    if (reply.ok) toast({ message: t('programme.path.removed', { name }), onUndo: () => void undo.run({}) });
  };
  if (paths.length === 0)
    return (
      <EmptyState
        title={t('programme.path.empty')}
        actions={
          <>
            <Button kind="primary" icon={IconPlus} busy={save.pending} onClick={() => void offer()}>
              {t('programme.path.offer')}
            </Button>
            <Button onClick={() => onOpen(null)}>{t('programme.path.add')}</Button>
          </>
        }
      >
        {t('programme.path.emptyText')}
      </EmptyState>
    );
  const holders = (role: DutyRole) => [...new Set(duties.filter((duty) => duty.role === role).map(({ person }) => person))];
  const failure = remove.error ?? save.error;
  return (
    <div className={classes['paths']}>
      {failure === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, failure)}
        </Note>
      )}
      {paths.map((path) => (
        <article key={path.id} className={classes['path']} aria-label={path.name}>
          <div className={classes['headed']}>
            <h2>{path.name}</h2>
            <span className="row" style={{ gap: 0 }}>
              <IconButton icon={IconPencil} label={`${t('programme.edit')}: ${path.name}`} onClick={() => onOpen(path)} />
              <IconButton icon={IconTrash} label={`${t('programme.remove')}: ${path.name}`} onClick={() => void drop(path)} />
            </span>
          </div>
          <p>{path.when}</p>
          {path.halt === '' ? null : (
            <StatusText tone="restricted">
              {t('programme.path.halt')}: {path.halt}
            </StatusText>
          )}
          <ol className={classes['ladder']}>
            {path.steps.map((step, place) => {
              const names = holders(step.role);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a path is shown whole, and a role may stand twice in it
                <li key={place}>
                  <b className="medium">{t(`role.${step.role}`)}</b>
                  <span className="caption muted">
                    {t('programme.path.within', { hours: step.withinHours })}
                    {' · '}
                    {names.length === 0 ? t('programme.path.noHolder') : names.join(', ')}
                  </span>
                  <span>{step.what}</span>
                </li>
              );
            })}
          </ol>
        </article>
      ))}
    </div>
  );
}

/** Paths most companies begin with, to be adapted. */
function usualPaths(t: ProductText): readonly Pick<EscalationPath, 'name' | 'when' | 'halt' | 'steps'>[] {
  const step = (role: DutyRole, withinHours: number, what: 'own' | 'officer' | 'legal' | 'management') => ({
    role,
    withinHours,
    what: t(`programme.path.offer.step.${what}`),
  });
  const path = (id: 'flag' | 'violation' | 'question', steps: EscalationPath['steps']) => ({
    name: t(`programme.path.offer.${id}.name`),
    when: t(`programme.path.offer.${id}.when`),
    halt: t(`programme.path.offer.${id}.halt`),
    steps,
  });
  return [
    path('flag', [
      step('sales', 4, 'own'),
      step('headquartersOfficer', 24, 'officer'),
      step('legal', 48, 'legal'),
      step('management', 72, 'management'),
    ]),
    path('violation', [
      step('it', 1, 'own'),
      step('headquartersOfficer', 4, 'officer'),
      step('legal', 24, 'legal'),
      step('management', 48, 'management'),
    ]),
    path('question', [step('legal', 2, 'legal'), step('headquartersOfficer', 8, 'officer'), step('management', 24, 'management')]),
  ];
}
