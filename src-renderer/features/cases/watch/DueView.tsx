import type { Watch, WatchCheckView } from '../../../../src-shared/contract/cases.ts';
import { EmptyState, useText } from '../../../ui/index.ts';
import { ChecksTable } from './ChecksTable.tsx';
import { dueChecks, duePacks } from './due.ts';
import { PacksTable } from './PacksTable.tsx';
import type { LookAt } from './WatchScreen.tsx';

interface DueViewProps {
  readonly watch: Watch;
  readonly active: string | null;
  readonly onPress: (check: WatchCheckView) => void;
  readonly onLook: (at: LookAt) => void;
}

/** Exactly what waits for a look: the number on the overview opens this. */
export function DueView({ watch, active, onPress, onLook }: DueViewProps) {
  const t = useText();
  const [checks, packs] = [dueChecks(watch), duePacks(watch)];
  if (checks.length + packs.length === 0) return <EmptyState title={t('watch.noDue')}>{t('watch.noDueText')}</EmptyState>;
  return (
    <>
      {checks.length === 0 ? null : <ChecksTable checks={checks} active={active} onPress={onPress} />}
      {packs.length === 0 ? null : <PacksTable watch={{ ...watch, packs: [...packs] }} onLook={onLook} />}
    </>
  );
}
