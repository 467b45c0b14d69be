import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { AssetKind, type FieldValue, fieldsOf } from '../../../../src-shared/model/asset-fields.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Button, Note, Page, PageHeader, Section, useGoOn, useText } from '../../../ui/index.ts';
import { roomOf } from '../rooms.ts';
import { fieldLabel } from '../words.ts';
import classes from './asset.module.css';
import { type RegisterEntry, RegisterFields } from './RegisterFields.tsx';
import { ValueInput } from './ValueInput.tsx';

/** A short form for one asset that is not a model: its name and the facts that weigh most. The rest is asked on its page. */
export function NewAssetScreen() {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const { kind: asked = 'software' } = useParams();
  const kind = AssetKind.safeParse(asked).data ?? 'software';
  const room = roomOf(kind);
  const create = useHostCommand('inventory.create');
  const [entry, setEntry] = useState<RegisterEntry>({ name: '', versionLabel: '', ownerName: '', stage: 'unknown' });
  const [facts, setFacts] = useState<Readonly<Record<string, FieldValue>>>({});
  const fields = fieldsOf(kind).filter(
    (field) => field.weight >= 2 && (field.when === undefined || matches(facts[field.when.field], field.when.is)),
  );
  const submit = async () => {
    const reply = await create.run({ kind, ...entry, facts });
    if (reply.ok) goOn(`/assets/${reply.value.row.id}`);
  };
  return (
    <Page
      padded
      header={
        <PageHeader
          ruled
          title={t('inventory.newAsset', { kind: t(`assetKind.${kind}`) })}
          crumbs={[{ label: t(room.titleKey), href: `#${room.path}` }, { label: t('inventory.add') }]}
          actions={
            <>
              <Button onClick={() => void navigate(room.path)}>{t('common.cancel')}</Button>
              <Button
                kind="primary"
                shortcut="Mod+Enter"
                busy={create.pending}
                disabledBecause={entry.name.trim() === '' ? t('inventory.nameFirst') : undefined}
                onClick={() => void submit()}
              >
                {t('inventory.addAsset')}
              </Button>
            </>
          }
        />
      }
    >
      <div className={`${classes['form'] ?? ''} ${classes['narrow'] ?? ''}`}>
        {create.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, create.error)}
          </Note>
        )}
        <RegisterFields value={entry} onChange={setEntry} autoFocus />
        <Section title={t('inventory.factsThatWeigh')} aside={t('inventory.leaveOpen')}>
          <div className={classes['form']}>
            {fields.map((field) => {
              const fact = facts[field.id];
              return (
                <div key={field.id} className={classes['newFact']}>
                  <div>
                    {field.type === 'yesNo' ? <span aria-hidden>{fieldLabel(t, field.id)}</span> : null}
                    <ValueInput
                      field={field}
                      value={fact?.state === 'known' ? fact.value : null}
                      onChange={(value) =>
                        setFacts((now) => {
                          const { [field.id]: _, ...rest } = now;
                          return value === null || value === ''
                            ? rest
                            : { ...rest, [field.id]: { state: 'known', value, sourceKind: 'stated' } };
                        })
                      }
                    />
                  </div>
                  <Button
                    size="small"
                    kind="quiet"
                    pressed={fact?.state === 'unknown'}
                    onClick={() => setFacts((now) => ({ ...now, [field.id]: { state: 'unknown' } }))}
                  >
                    {t('common.unknown')}
                  </Button>
                </div>
              );
            })}
          </div>
        </Section>
      </div>
    </Page>
  );
}

function matches(fact: FieldValue | undefined, wanted: readonly string[]): boolean {
  return fact?.state === 'known' && typeof fact.value === 'string' && wanted.includes(fact.value);
}
