import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { type CurrentModel, modelsAfter } from '../inventory/index.ts';

const pageSize = 1000;

/** Every model in use by name, read a page at a time; or those that nobody changed after a day. */
export async function modelsInSlices(
  session: () => OpenWorkspace,
  pause: () => Promise<void>,
  unchangedSince?: IsoDate,
): Promise<CurrentModel[]> {
  const models: CurrentModel[] = [];
  for (let after = ''; ; ) {
    const page = modelsAfter(session(), after, pageSize, unchangedSince);
    models.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) break;
    after = last.id;
    await pause();
  }
  const keyed = models.map((model) => ({ model, key: model.name.toLowerCase() }));
  await pause();
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.model.id < b.model.id ? -1 : 1)).map(({ model }) => model);
}
