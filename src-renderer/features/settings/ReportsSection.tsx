import { useState } from 'react';
import { leastContrast } from '../../../src-shared/contract/reports.ts';
import { contrastOnWhite } from '../../../src-shared/model/contrast.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { copyText, type OutputOf, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, TextArea, TextField, useText, Well } from '../../ui/index.ts';
import { RedactionProfiles } from './RedactionProfiles.tsx';
import { CommandFailure, SettingLine, SettingsColumn, SettingsSection } from './SettingsSection.tsx';
import classes from './settings.module.css';

/** Who presents the reports, what they can withhold, and the key that signs binders. */
export function ReportsSection() {
  const brand = useHostQuery('reports.brand', {});
  const binder = useHostQuery('reports.binder', {});
  return (
    <SettingsColumn>
      <QueryView query={brand}>{(value) => <BrandForm brand={value} />}</QueryView>
      <RedactionProfiles />
      <QueryView query={binder}>{({ key }) => <SigningKey signing={key} />}</QueryView>
    </SettingsColumn>
  );
}

function BrandForm({ brand }: { readonly brand: OutputOf<'reports.brand'> }) {
  const t = useText();
  const save = useHostCommand('reports.setBrand');
  const pick = useHostCommand('reports.pickLogo');
  const remove = useHostCommand('reports.removeLogo');
  const [colour, setColour] = useState(brand.colour ?? '');
  const [contact, setContact] = useState(brand.lines.join('\n'));
  const [shown, setShown] = useState(brand);
  // What is stored has changed: a field takes it over unless something else was typed meanwhile, which saving the other field must not undo.
  if (shown !== brand) {
    setShown(brand);
    if (colour === (shown.colour ?? '')) setColour(brand.colour ?? '');
    if (contact === shown.lines.join('\n')) setContact(brand.lines.join('\n'));
  }
  const wanted = colour.trim().toLowerCase();
  const isColour = wanted === '' || /^#[0-9a-f]{6}$/.test(wanted);
  const ratio = isColour && wanted !== '' ? contrastOnWhite(wanted) : null;
  const tooLight = ratio !== null && ratio < leastContrast;
  const commit = () => {
    const lines = contact
      .split('\n')
      .map((line) => line.trim().slice(0, 120))
      .filter((line) => line !== '')
      .slice(0, 4);
    const next = wanted === '' ? null : wanted;
    if (!isColour || tooLight || (next === brand.colour && lines.join('\n') === brand.lines.join('\n'))) return;
    void save.run({ colour: next, lines });
  };
  const words = ratio === null ? undefined : ratio.toFixed(1);
  return (
    <SettingsSection title={t('settings.brand')} text={t('settings.brand.text')}>
      <SettingLine label={t('settings.brand.logo')}>
        <span className="row">
          {brand.logo === null ? (
            <span className="muted">{t('settings.brand.noLogo')}</span>
          ) : (
            <img className={classes['logo']} src={brand.logo} alt={t('settings.brand.logo')} />
          )}
          <Button size="small" busy={pick.pending} onClick={() => void pick.run({})}>
            {t('settings.brand.pick')}
          </Button>
          {brand.logo === null ? null : (
            <Button size="small" kind="quiet" onClick={() => void remove.run({})}>
              {t('settings.brand.remove')}
            </Button>
          )}
        </span>
      </SettingLine>
      <p className="caption muted">{t('settings.brand.logoHint')}</p>
      <TextField
        label={t('settings.brand.colour')}
        hint={words === undefined || tooLight ? t('settings.brand.colourHint') : t('settings.brand.contrast', { ratio: words })}
        value={colour}
        maxLength={7}
        onChange={setColour}
        onCommit={commit}
        error={
          isColour
            ? tooLight
              ? t('settings.brand.tooLight', { ratio: words, least: leastContrast })
              : undefined
            : t('settings.brand.colourForm')
        }
      />
      <TextArea
        label={t('settings.brand.contact')}
        hint={t('settings.brand.contactHint')}
        value={contact}
        rows={4}
        maxLength={500}
        onChange={setContact}
        onCommit={commit}
      />
      <CommandFailure errors={[save.error, pick.error !== null && pick.error.code === 'cancelled' ? null : pick.error, remove.error]} />
    </SettingsSection>
  );
}

function SigningKey({ signing }: { readonly signing: OutputOf<'reports.binder'>['key'] }) {
  const t = useText();
  return (
    <SettingsSection title={t('settings.key')} text={t('settings.key.text')}>
      {signing === null ? (
        <p className="muted">{t('reports.key.none')}</p>
      ) : (
        <>
          <Well>{(signing.fingerprint.match(/.{1,8}/g) ?? []).join(' ')}</Well>
          <p className="caption muted">{t('settings.key.made', { at: formatInstant(signing.madeAt, t.locale) })}</p>
          <div>
            <Button size="small" onClick={() => void copyText(signing.fingerprint)}>
              {t('reports.key.copy')}
            </Button>
          </div>
        </>
      )}
    </SettingsSection>
  );
}
