import { IconEyeOff } from '@tabler/icons-react';
import type { AccessFinding } from '../../../../src-shared/contract/access.ts';
import { Icon, Section, useText } from '../../../ui/index.ts';
import classes from './finding.module.css';

interface PersonRecordProps {
  readonly person: NonNullable<AccessFinding['person']>;
  readonly needsCitizenship: boolean;
}

/** What is on file of the person. Citizenship is hidden until asked for, and each look is journalled. */
export function PersonRecord({ person, needsCitizenship }: PersonRecordProps) {
  const t = useText();
  return (
    <Section title={t('access.person.record')}>
      {needsCitizenship ? (
        <div className={classes['reveal']}>
          <Icon of={IconEyeOff} />
          <span>{t('access.person.hidden')}</span>
        </div>
      ) : null}
      <p className="small">
        <a href={`#/people/${person.id}`}>{t('access.person.open', { name: person.name })}</a>
      </p>
    </Section>
  );
}
