import type { InputOf, Method, OutputOf } from '../../../src-shared/contract/index.ts';
import { contract } from '../../../src-shared/contract/index.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { createSlicer } from '../jobs/index.ts';

/** Asks a room the question that its screens ask, so that a report cannot say anything else than they do. */
export type Ask = <M extends Method>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;

/** Makes `ask` over the handlers of the rooms. Only questions are asked; a question that is refused is a defect of the report. */
export function askOver(handlers: Readonly<Record<string, unknown>>): Ask {
  return async (method, input) => {
    const spec = contract[method];
    const handle = handlers[method] as ((input: unknown) => Reply<unknown> | Promise<Reply<unknown>>) | undefined;
    if (handle === undefined || spec.kind !== 'query') throw new Error(`A report asked for ${method}, which no room answers`);
    // A report asks one question after the other: each begins where others may have had their turn.
    await createSlicer().pause();
    const reply = await handle(spec.input.parse(input));
    if (!reply.ok) throw new Error(`A report asked for ${method} and was refused: ${reply.error.code}`);
    return reply.value as never;
  };
}

/** Everything behind a question that answers in pages. */
export async function everyPage<T>(
  limit: number,
  pause: () => Promise<void>,
  page: (offset: number) => Promise<{ readonly total: number; readonly rows: readonly T[] }>,
): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const { total, rows } = await page(all.length);
    all.push(...rows);
    await pause();
    if (rows.length < limit || all.length >= total) return all;
  }
}
