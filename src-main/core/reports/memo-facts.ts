import type { FieldValue } from '../../../src-shared/model/asset-fields.ts';
import { applicableFields, assetField } from '../../../src-shared/model/asset-fields.ts';
import type { MemoCapability, MemoFact } from '../../../src-shared/model/report.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { factLabel, factValue } from './fact-words.ts';
import type { MemoInput } from './memo-input.ts';

/** Facts the asset holds, in catalogue order; capability answers have their own section, the purpose stands under the title. */
export function memoFacts({ asset, facts }: MemoInput, text: Text): MemoFact[] {
  const inOrder = applicableFields(asset.kind, facts).map(({ id }) => id);
  const others = Object.keys(facts).filter((id) => !inOrder.includes(id));
  return [...inOrder, ...others]
    .filter((id) => id !== 'purpose' && assetField(id)?.group !== 'capability')
    .flatMap((id) => {
      const fact = Object.hasOwn(facts, id) ? facts[id] : undefined;
      return fact === undefined ? [] : [memoFact(id, fact, text)];
    });
}

function memoFact(fieldId: string, fact: FieldValue, text: Text): MemoFact {
  const named = { fieldId, label: factLabel(fieldId, text), personal: false } as const;
  switch (fact.state) {
    case 'known': {
      const source = [fact.source, fact.asOf === undefined ? undefined : formatDay(fact.asOf, text.locale)].filter(
        (part) => part !== undefined,
      );
      return {
        ...named,
        value: factValue(fieldId, fact.value, text),
        standing: fact.sourceKind ?? 'unsourced',
        ...(source.length === 0 ? {} : { source: source.join(', ') }),
      };
    }
    case 'unknown':
      return { ...named, value: text.dynamic('report.factStanding.unknown'), standing: 'unknown' };
    case 'notApplicable':
      return {
        ...named,
        value: text.dynamic('report.factStanding.notApplicable'),
        standing: 'notApplicable',
        ...(fact.reason === undefined ? {} : { source: fact.reason }),
      };
  }
}

/** Questions on what the item could be used for, asked whatever the compute; one without an answer is shown as not known. */
export function memoCapabilities({ asset, facts }: MemoInput, text: Text): MemoCapability[] {
  return applicableFields(asset.kind, facts)
    .filter(({ group, type }) => group === 'capability' && type === 'yesNo')
    .map(({ id }) => {
      const fact = Object.hasOwn(facts, id) ? facts[id] : undefined;
      const answer = fact?.state === 'known' && (fact.value === 'yes' || fact.value === 'no') ? fact.value : 'unknown';
      const note = fact?.state === 'known' ? fact.source : undefined;
      return { id, ask: text.dynamic(`field.${id}.ask`, undefined, factLabel(id, text)), answer, ...(note === undefined ? {} : { note }) };
    });
}
