import { useState } from 'react';
import type { DecisionView } from '../../../../src-shared/contract/programme.ts';
import { RecordKind } from '../../../../src-shared/model/record-ref.ts';
import { FormDialog, RecordPicker, useHostCommand } from '../../../host/index.ts';
import { DayField, dayOf, Segmented, TextArea, useText } from '../../../ui/index.ts';
import { PersonField } from '../PersonField.tsx';

interface DecisionDialogProps {
  readonly meetingId: string;
  readonly decision: DecisionView | null;
  readonly onClose: () => void;
}

/** What was decided: a ruling that stands, or something to do with an owner and a day. */
export function DecisionDialog({ meetingId, decision, onClose }: DecisionDialogProps) {
  const t = useText();
  const save = useHostCommand('programme.saveDecision');
  const [text, setText] = useState(decision?.text ?? '');
  const [kind, setKind] = useState<'ruling' | 'action'>(decision?.action === true ? 'action' : 'ruling');
  const [owner, setOwner] = useState(decision?.owner ?? '');
  const [due, setDue] = useState<string>(decision?.due ?? '');
  const [links, setLinks] = useState((decision?.linked ?? []).map(({ record, name }) => ({ record, name: name ?? t('plan.link.gone') })));
  const action = kind === 'action';
  const day = dayOf(due);
  const missing =
    text.trim() === ''
      ? t('programme.decision.textFirst')
      : action && owner.trim() === ''
        ? t('programme.decision.ownerFirst')
        : day === undefined
          ? t('field.noDay')
          : undefined;
  const submit = async () => {
    if (day === undefined) return;
    const reply = await save.run({
      ...{ id: decision?.id ?? null, revision: decision?.revision ?? 0, meetingId, text, action },
      ...{ owner: action ? owner : '', due: action ? day : null, links: links.map(({ record }) => record) },
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(decision === null ? 'programme.decision.add' : 'programme.decision.edit')}
      onClose={onClose}
      submitLabel={t(decision === null ? 'programme.decision.add' : 'programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={missing}
      error={save.error}
    >
      <TextArea label={t('programme.decision.text')} value={text} onChange={setText} rows={3} maxLength={2000} />
      <Segmented<'ruling' | 'action'>
        label={t('programme.decision.kind')}
        value={kind}
        onChange={setKind}
        choices={[
          { value: 'ruling', label: t('programme.decision.ruling') },
          { value: 'action', label: t('programme.decision.action') },
        ]}
      />
      {action ? (
        <>
          <PersonField label={t('programme.decision.owner')} value={owner} onChange={setOwner} />
          <DayField label={t('programme.decision.due')} value={due} onChange={setDue} />
        </>
      ) : null}
      <RecordPicker
        label={t('programme.decision.links')}
        hint={t('programme.decision.linksHint')}
        kinds={RecordKind.options}
        picked={links}
        onChange={(next) => setLinks(next.slice(0, 20))}
      />
    </FormDialog>
  );
}
