import { type FunctionComponent, type ReactNode, useEffect, useState } from 'react';
import { ErrorState, LoadingState } from './states.tsx';
import { useText } from './text.tsx';

/** Names of a module's exports that are components. */
type PartName<M> = { [Name in keyof M]: M[Name] extends (props: never) => ReactNode ? Name : never }[keyof M];
type PropsOf<C> = C extends (props: infer Props) => ReactNode ? (unknown extends Props ? object : Props) : never;

/** A part of the program that is fetched from disk only when it is needed. */
export interface Bundle<M> {
  /** Fetches it ahead of need. Fetching twice costs nothing; a failure is told by the part when it is drawn. */
  readonly load: () => Promise<void>;
  /** The component of that name, drawn at once where the bundle is there, else as soon as it is. */
  readonly part: <Name extends PartName<M>>(name: Name) => FunctionComponent<PropsOf<M[Name]>>;
}

/**
 * Keeps a room, or a heavy package, out of the start of the program: `bundle(() => import('./screens.ts'))`.
 *
 * Not `React.lazy`, which waits for one more frame although the bundle has come, and fails without a word of its own.
 */
export function bundle<M extends object>(fetchModule: () => Promise<M>): Bundle<M> {
  let known: M | null = null;
  const fetchOnce = async () => {
    known ??= await fetchModule();
  };
  return {
    load: () => fetchOnce().catch(() => undefined),
    part: <Name extends PartName<M>>(name: Name) => {
      // biome-ignore lint/correctness/noComponentHookFactories: called once for each name, where the module that draws it begins
      function Part(props: PropsOf<M[Name]>) {
        const t = useText();
        const [state, setState] = useState<'waiting' | 'there' | 'failed'>(known === null ? 'waiting' : 'there');
        useEffect(() => {
          if (state !== 'waiting') return undefined;
          let current = true;
          const end = (next: 'there' | 'failed') => () => (current ? setState(next) : undefined);
          void fetchOnce().then(end('there'), end('failed'));
          return () => {
            current = false;
          };
        }, [state]);
        if (known !== null) {
          const Loaded = known[name] as FunctionComponent<typeof props>;
          return <Loaded {...props} />;
        }
        if (state === 'failed')
          // The page remembers a failed fetch; only a new page asks for the file again. The workspace stays open meanwhile.
          return <ErrorState title={t('bundle.title')} detail={t('bundle.detail')} onRetry={() => window.location.reload()} />;
        return <LoadingState />;
      }
      return Part;
    },
  };
}
