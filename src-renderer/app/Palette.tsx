import { Modal } from '@mantine/core';
import { IconArrowRight, IconFileText, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useHostQuery } from '../host/index.ts';
import { Icon, Kbd, type ProductText, recordHref, useText } from '../ui/index.ts';
import { availabilityOf, type Command, type ShellContext } from './commands.tsx';
import { fuzzyScore } from './fuzzy.ts';
import classes from './shell.module.css';

interface PaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
  readonly context: ShellContext;
  readonly run: (command: Command) => void;
  /** Ids of commands used lately, newest first. */
  readonly recent: readonly string[];
}

interface Entry {
  readonly id: string;
  readonly group: 'recent' | 'actions' | 'records';
  readonly title: string;
  readonly detail: string;
  readonly shortcut?: string | undefined;
  readonly because?: string | undefined;
  readonly start: () => void;
}

const MOST_ACTIONS = 12;

/** Everything by typing: actions and records, found through typing mistakes too, with their keys. */
export function Palette(props: PaletteProps) {
  const t = useText();
  return (
    <Modal.Root opened={props.opened} onClose={props.onClose} size={640} padding={0} yOffset="12vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content aria-label={t('palette.label')} className={classes['paletteFrame'] ?? ''}>
        <PaletteBody {...props} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose, commands, context, run, recent }: PaletteProps) {
  const t = useText();
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [entered, setEntered] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const wanted = useDeferredValue(text.trim());
  const asks = context.workspace === 'open' && wanted.length >= 2;
  const records = useHostQuery('search.records', { text: wanted || '-', limit: 12 }, { enabled: asks, keepPrevious: true });

  const entries = useMemo((): readonly Entry[] => {
    const start = (action: () => void) => () => {
      onClose();
      action();
    };
    const actions = rankCommands(t, commands, context, wanted, recent).map(({ command, group }) => {
      const available = availabilityOf(command, context);
      return {
        id: command.id,
        group,
        title: t(command.titleKey, command.titleParams),
        detail: available === true ? '' : t(available.because),
        because: available === true ? undefined : t(available.because),
        shortcut: command.shortcut,
        start: start(() => run(command)),
      } satisfies Entry;
    });
    const found =
      wanted.length < 2
        ? []
        : (records.data ?? []).map(
            (record) =>
              ({
                id: `${record.entity}:${record.id}`,
                group: 'records',
                title: record.title,
                detail: [t(`recordKind.${record.entity}`), record.detail].filter(Boolean).join(' · '),
                start: start(() => context.navigate(`${recordHref(record.ref)}${record.tab === null ? '' : `?tab=${record.tab}`}`)),
              }) satisfies Entry,
          );
    return [...actions.filter((entry) => entry.group === 'recent'), ...found, ...actions.filter((entry) => entry.group === 'actions')];
  }, [t, commands, context, wanted, recent, records.data, onClose, run]);

  useEffect(() => {
    if (at < 0) return;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setAt((now) => (now + step + entries.length) % entries.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      setEntered(true);
    }
  };

  // Enter means what was typed, so it waits for the list that belongs to it.
  const isCurrent = text.trim() === wanted && !(asks && (records.isPlaceholderData || records.isLoading));
  useEffect(() => {
    if (!entered || !isCurrent) return;
    setEntered(false);
    const entry = entries[at];
    if (entry !== undefined && entry.because === undefined) entry.start();
  }, [entered, isCurrent, entries, at]);

  return (
    <div className={classes['palette']}>
      <div className={classes['paletteInput']}>
        <Icon of={IconSearch} />
        <input
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={entries.length === 0 ? undefined : `${listId}-${at}`}
          aria-label={t('palette.label')}
          placeholder={t('palette.placeholder')}
          value={text}
          maxLength={200}
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            setEntered(false);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={t('palette.label')} className={classes['paletteList']}>
        {entries.map((entry, place) => (
          <div key={`${entry.group}-${entry.id}`} role="presentation">
            {entries[place - 1]?.group === entry.group ? null : (
              <div className={classes['paletteGroup']}>{t(`palette.${entry.group}`)}</div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox that owns this list */}
            <div
              id={`${listId}-${place}`}
              role="option"
              aria-selected={place === at}
              aria-disabled={entry.because === undefined ? undefined : true}
              className={classes['paletteItem']}
              onPointerMove={() => setAt(place)}
              onClick={() => (entry.because === undefined ? entry.start() : undefined)}
            >
              <Icon of={entry.group === 'records' ? IconFileText : IconArrowRight} />
              <span>{entry.title}</span>
              {entry.detail === '' ? null : <span className="caption muted ellipsis">{entry.detail}</span>}
              <span>{entry.shortcut === undefined ? null : <Kbd shortcut={entry.shortcut} />}</span>
            </div>
          </div>
        ))}
        {entries.length === 0 ? <div className={classes['paletteGroup']}>{t('palette.none', { text: wanted })}</div> : null}
      </div>
      <div className={classes['paletteFoot']}>
        <Kbd shortcut="ArrowUp" /> <Kbd shortcut="ArrowDown" /> {t('palette.keys')}
      </div>
    </div>
  );
}

interface Ranked {
  readonly command: Command;
  readonly group: 'recent' | 'actions';
}

function rankCommands(
  t: ProductText,
  commands: readonly Command[],
  context: ShellContext,
  wanted: string,
  recent: readonly string[],
): readonly Ranked[] {
  const offered = commands.filter((command) => command.id !== 'palette.open');
  if (wanted === '') {
    const lately = recent.flatMap((id) => offered.filter((command) => command.id === id)).slice(0, 4);
    const rest = offered.filter((command) => !lately.includes(command) && availabilityOf(command, context) === true);
    return [
      ...lately.map((command) => ({ command, group: 'recent' as const })),
      ...rest.map((command) => ({ command, group: 'actions' as const })),
    ];
  }
  return offered
    .map((command) => ({
      command,
      score: Math.max(
        fuzzyScore(wanted, t(command.titleKey, command.titleParams)),
        0.8 * fuzzyScore(wanted, (command.keywords ?? []).join(' ')),
      ),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_ACTIONS)
    .map(({ command }) => ({ command, group: 'actions' }));
}
