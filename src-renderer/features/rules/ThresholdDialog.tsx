import { useState } from 'react';
import { GuideQuantity, type GuideThreshold } from '../../../src-shared/contract/rulelibrary.ts';
import { errorSentence, type HostCommand } from '../../host/index.ts';
import { Button, Dialog, Note, NumberField, Select, TextArea, TextField, useText } from '../../ui/index.ts';

interface DialogProps {
  /** Null adds a threshold of the company's own. */
  readonly threshold: GuideThreshold | null;
  readonly save: HostCommand<'rulepacks.saveGuideThreshold'>;
  readonly onClose: () => void;
}

/** Sources name the rate per watt in any of these, which is a billion times apart; the stored number is in plain operations. */
const rateScales = [1, 1e9, 1e12] as const;

/** Changes a guide's number or writes down one's own, with the reason. */
export function ThresholdDialog({ threshold, save, onClose }: DialogProps) {
  const t = useText();
  const isShipped = threshold?.origin === 'shipped';
  const known = GuideQuantity.safeParse(threshold?.quantity);
  const [title, setTitle] = useState(threshold?.title ?? '');
  const [quantity, setQuantity] = useState<GuideQuantity>(known.success ? known.data : 'totalOperations');
  const [value, setValue] = useState<number | null>(threshold?.value ?? null);
  const [reason, setReason] = useState(threshold?.reason ?? '');
  const [scale, setScale] = useState<(typeof rateScales)[number]>(1);
  const isRate = (isShipped ? threshold.quantity : quantity) === 'opsPerSecondPerWatt';
  const factor = isRate ? scale : 1;
  const unit = isShipped ? (threshold.unit ?? '') : t.dynamic(`quantity.${quantity}.unit`, {}, '');
  const missing =
    title.trim() === ''
      ? t('rules.needsTitle')
      : value === null || value <= 0
        ? t('rules.needsValue')
        : !isShipped && reason.trim() === ''
          ? t('rules.needsReason')
          : undefined;

  const commit = async () => {
    if (missing !== undefined || value === null) return;
    const reply = isShipped
      ? await save.run({
          origin: 'shipped',
          id: threshold.id,
          revision: threshold.revision,
          enabled: threshold.enabled,
          value: value === threshold.shippedValue ? null : value,
          reason,
        })
      : await save.run({
          origin: 'own',
          id: threshold?.id ?? null,
          revision: threshold?.revision ?? 0,
          title,
          quantity,
          value,
          enabled: threshold?.enabled ?? true,
          reason,
        });
    if (reply.ok) onClose();
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      title={threshold === null ? t('rules.addThreshold') : t('rules.editThreshold', { title: threshold.title })}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {isShipped && threshold.value !== threshold.shippedValue ? (
            <Button onClick={() => setValue(threshold.shippedValue)}>{t('rules.putBack')}</Button>
          ) : null}
          <Button kind="primary" busy={save.pending} disabledBecause={missing} onClick={() => void commit()}>
            {t('rules.saveThreshold')}
          </Button>
        </>
      }
    >
      {isShipped ? null : (
        <>
          <TextField label={t('rules.thresholdName')} value={title} maxLength={200} onChange={setTitle} autoFocus />
          <Select<GuideQuantity>
            label={t('rules.thresholdQuantity')}
            value={quantity}
            options={GuideQuantity.options.map((id) => ({ value: id, label: t.dynamic(`quantity.${id}`) }))}
            onChange={setQuantity}
          />
        </>
      )}
      {isRate ? (
        <Select
          label={t('rules.thresholdUnit')}
          value={String(scale)}
          options={rateScales.map((one) => ({ value: String(one), label: t(`rules.rateUnit.${one}`) }))}
          onChange={(next) => setScale(rateScales.find((one) => String(one) === next) ?? 1)}
        />
      ) : null}
      <NumberField
        key={factor}
        label={t('rules.thresholdValue')}
        hint={t('rules.thresholdHint')}
        value={value === null ? null : value / factor}
        unit={isRate ? t(`rules.rateUnit.${scale}`) : unit}
        onCommit={(next) => setValue(next === null ? null : next * factor)}
      />
      <TextArea label={t('rules.thresholdReason')} value={reason} maxLength={1000} onChange={setReason} />
      <Note tone="info">{t('rules.guidesNote')}</Note>
      {save.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, save.error)}
        </Note>
      )}
    </Dialog>
  );
}
