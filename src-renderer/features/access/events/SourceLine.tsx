import { useState } from 'react';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, useText, Well } from '../../../ui/index.ts';
import classes from './events.module.css';

/** The line of a log as it stood in its file: place, original cells under their headings, and the file's hash. */
export function SourceLine({ eventId }: { readonly eventId: number }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const source = useHostQuery('access.eventSource', { id: eventId });
  return (
    <QueryView query={source} rows={4}>
      {({ event, fileSha256, header, cells }) => {
        const filled = cells.map((cell, place) => ({
          place,
          name: header[place] ?? t('access.source.column', { place: place + 1 }),
          cell,
        }));
        const shown = all ? filled : filled.filter(({ cell }) => cell !== '');
        const hidden = filled.length - shown.length;
        return (
          <div className={classes['source']}>
            <span className="small">
              {event.sheet === null
                ? t('access.source.place', { file: event.fileName, row: event.row })
                : t('access.source.sheetPlace', { file: event.fileName, sheet: event.sheet, row: event.row })}
            </span>
            <Well>
              <dl className={classes['cells']}>
                {shown.map(({ place, name, cell }) => (
                  <div key={place}>
                    <dt>{name}</dt>
                    <dd>{cell === '' ? '–' : cell}</dd>
                  </div>
                ))}
              </dl>
            </Well>
            {hidden > 0 || all ? (
              <Button kind="link" size="small" expanded={all} onClick={() => setAll(!all)}>
                {t(all ? 'access.source.hideEmpty' : 'access.source.showEmpty', { count: hidden })}
              </Button>
            ) : null}
            <span className="caption muted">
              {t('access.source.hash')} <code title={fileSha256}>{fileSha256.slice(0, 16)}…</code>
            </span>
          </div>
        );
      }}
    </QueryView>
  );
}
