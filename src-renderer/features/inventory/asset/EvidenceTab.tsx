import { useSearchParams } from 'react-router';
import type { AssetDetail } from '../../../../src-shared/contract/inventory.ts';
import { fieldsOf } from '../../../../src-shared/model/asset-fields.ts';
import { questionOf, questionRecord } from '../../../../src-shared/model/record-ref.ts';
import { factName } from '../../../../src-shared/text/trace.ts';
import { EvidenceOf, useHostQuery } from '../../../host/index.ts';
import { Section, useText } from '../../../ui/index.ts';
import classes from './asset.module.css';

/** Evidence of an asset, each piece with the fact it proves, and what hangs on its questions, answered or not. */
export function EvidenceTab({ asset }: { readonly asset: AssetDetail }) {
  const t = useText();
  const [params] = useSearchParams();
  const { id, kind } = asset.row;
  const held = useHostQuery('evidence.page', {
    filter: { search: '', kind: null, on: 'question', about: { kind: 'asset', id } },
    ...{ offset: 0, limit: 500 },
  });
  const asked = params.get('question');
  const facts = new Set([...(asked === null ? [] : [asked]), ...(held.data?.rows ?? []).map(({ record }) => questionOf(record).factId)]);
  return (
    <div className={classes['padded']}>
      <EvidenceOf record={{ kind: 'asset', id }} parts={fieldsOf(kind).map((one) => ({ value: one.id, label: factName(one.id, t) }))} />
      {[...facts].map((fact) => (
        <Section key={fact} title={t('evidence.ofQuestion', { fact: factName(fact, t) })}>
          <EvidenceOf record={questionRecord({ assetId: id, factId: fact })} />
        </Section>
      ))}
    </div>
  );
}
