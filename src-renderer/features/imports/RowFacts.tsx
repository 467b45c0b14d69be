import { Fragment } from 'react';
import type { StagedRow } from '../../../src-shared/contract/imports.ts';
import type { ImportField } from '../../../src-shared/formats/import-target.ts';
import { MathText, useText } from '../../ui/index.ts';
import { rawText, valueText } from './words.ts';

interface RowFactsProps {
  readonly row: StagedRow;
  readonly fieldOf: (fieldId: string) => ImportField | undefined;
}

const shownFacts = 4;

/** The first facts of a new row beside its name. */
export function FirstFacts({ row, fieldOf }: RowFactsProps) {
  const t = useText();
  const facts = Object.entries(row.values)
    .filter(([fieldId]) => fieldId !== 'name' && fieldId !== 'version')
    .slice(0, shownFacts);
  return facts.map(([fieldId, value], place) => {
    const field = fieldOf(fieldId);
    const said = (words: string) => t('imports.ui.valueOf', { field: field?.label ?? fieldId, value: words });
    return (
      <Fragment key={fieldId}>
        {place === 0 ? null : ' · '}
        <Said shown={said(valueText(t, value, field?.type))} raw={said(rawText(t, value))} />
      </Fragment>
    );
  });
}

/** Changes of a row in words: `Parameters: 7 → 8`. */
export function Changes({ row, fieldOf }: RowFactsProps) {
  const t = useText();
  return row.changes.map(({ fieldId, before, after }, place) => {
    const field = fieldOf(fieldId);
    const said = (old: string, now: string) => t('imports.ui.change', { field: field?.label ?? fieldId, before: old, after: now });
    return (
      <Fragment key={fieldId}>
        {place === 0 ? null : '; '}
        <Said
          shown={said(valueText(t, before, field?.type), valueText(t, after, field?.type))}
          raw={said(rawText(t, before), rawText(t, after))}
        />
      </Fragment>
    );
  });
}

/** Words with a figure in them: the figure in full stands in the tooltip and goes to the clipboard. */
function Said({ shown, raw }: { readonly shown: string; readonly raw: string }) {
  if (shown === raw) return shown;
  return (
    <span title={raw} data-copy={raw}>
      <MathText>{shown}</MathText>
    </span>
  );
}
