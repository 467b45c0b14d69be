import type { ProgrammeElements } from '../../../../src-shared/formats/programme-catalogue.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { useText } from '../../../ui/index.ts';

/** Where the elements come from, how well that is known, and when it was looked at. */
export function SourceLine({ catalogue }: { readonly catalogue: ProgrammeElements }) {
  const t = useText();
  const { title, confidence, note } = catalogue.source;
  return (
    <p className="caption muted">
      {t('programme.sources', { title, confidence: t(`programme.confidence.${confidence}`), day: formatDay(catalogue.asOf, t.locale) })}{' '}
      {note}
    </p>
  );
}
