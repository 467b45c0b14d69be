import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { QueryView } from '../../../host/index.ts';
import { Button, EmptyState, Page, PageHeader, type SimpleColumn, SimpleTable, useText } from '../../../ui/index.ts';
import classes from '../people.module.css';

interface PapersPageProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** A page below People that holds one list of papers. */
export function PapersPage({ title, lead, children }: PapersPageProps) {
  const t = useText();
  return (
    <Page
      header={
        <PageHeader ruled title={title} crumbs={[{ label: t('people.title'), href: '#/people' }, { label: title }]} subtitle={lead} />
      }
    >
      <div className={classes['padded']}>{children}</div>
    </Page>
  );
}

interface PaperListProps<Row extends { readonly id: string }> {
  readonly label: string;
  readonly addLabel: string;
  readonly empty: { readonly title: string; readonly text: string };
  /** Brings papers in from a file; left out where the list is that of one person. */
  readonly bringIn: ReactNode;
  readonly query: Parameters<typeof QueryView<readonly Row[]>>[0]['query'];
  readonly columns: ReadonlyArray<SimpleColumn<Row>>;
  /** The form for one paper; `null` is a new one. */
  readonly form: (row: Row | null, onClose: () => void) => ReactNode;
}

/** Papers to read, add and change: one table, one button, one form. */
export function PaperList<Row extends { readonly id: string }>(props: PaperListProps<Row>) {
  const { label, addLabel, empty, bringIn, query, columns, form } = props;
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const buttons = (
    <div className={classes['buttons']}>
      <Button kind="primary" icon={IconPlus} onClick={() => setEditing('new')}>
        {addLabel}
      </Button>
      {bringIn}
    </div>
  );
  return (
    <>
      <QueryView query={query} rows={4}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState inline title={empty.title} actions={buttons}>
              {empty.text}
            </EmptyState>
          ) : (
            <>
              {buttons}
              <SimpleTable<Row>
                label={label}
                place="inline"
                groups={[{ id: 'all', rows }]}
                rowKey={(row) => row.id}
                onPress={setEditing}
                columns={columns}
              />
            </>
          )
        }
      </QueryView>
      {editing === null ? null : form(editing === 'new' ? null : editing, () => setEditing(null))}
    </>
  );
}
