import type { VettingView } from '../../../src-shared/contract/vetting.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { useText } from '../../ui/index.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useHostCommand } from '../hooks.ts';

/** Asks before an entry goes; of one of staff nothing brings back what it said. */
export function RemoveVetting({ vetting, onClose }: { readonly vetting: VettingView; readonly onClose: () => void }) {
  const t = useText();
  const remove = useHostCommand('vetting.remove');
  const submit = async () => {
    const reply = await remove.run({ id: vetting.id, revision: vetting.revision });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('vetting.removeTitle')}
      onClose={onClose}
      submitLabel={t('vetting.remove')}
      onSubmit={() => void submit()}
      busy={remove.pending}
      error={remove.error}
    >
      <p>
        <b className="medium">{t(`vetting.kind.${vetting.kind}`)}</b>, {formatDay(vetting.doneOn, t.locale)}
      </p>
      <p>{t(vetting.subject.kind === 'person' ? 'vetting.removePerson' : 'vetting.removeText')}</p>
    </FormDialog>
  );
}
