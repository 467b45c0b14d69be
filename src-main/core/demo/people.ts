import type { classificationMethods } from '../../../src-shared/contract/classification.ts';
import type { AssetId, inventoryMethods } from '../../../src-shared/contract/inventory.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { operationMethods } from '../../../src-shared/contract/operation.ts';
import { dayAfter, isoDate } from '../../../src-shared/model/dates.ts';
import type { DemoFile } from './shorthand.ts';
import { held } from './steps.ts';

/** Commands the demo's people use; they are the product's own, so the history reads as if somebody had worked. */
export interface DemoCommands {
  readonly inventory: Pick<HandlersFor<typeof inventoryMethods>, 'safeguards.save'>;
  readonly operation: Pick<HandlersFor<typeof operationMethods>, 'operation.saveLevel' | 'operation.saveReading' | 'operation.reviewMap'>;
  readonly classification: Pick<
    HandlersFor<typeof classificationMethods>,
    'classification.get' | 'classification.decide' | 'classification.askReview' | 'classification.saveRuling' | 'notes.add'
  >;
}

/** Decisions, second looks, notes, ruling requests and safeguards of the invented company. */
export async function playPeople(file: DemoFile, commands: DemoCommands, idOf: (name: string) => string, today: string): Promise<void> {
  const { classification, inventory, operation } = commands;
  const asset = (name: string) => idOf(name) as AssetId;
  const findingOf = async (name: string): Promise<string> => {
    const view = await held(classification['classification.get']({ id: asset(name) }));
    if (view.findingId === null) throw new Error(`${name} has no finding`);
    return view.findingId;
  };
  for (const { asset: name, by, reason, holdsDays } of file.decisions) {
    const view = await held(classification['classification.get']({ id: asset(name) }));
    await held(
      classification['classification.decide']({
        findingId: await findingOf(name),
        kind: 'accepted',
        classification: view.finding?.classification ?? '',
        reason,
        decidedBy: by,
        expiresOn: dayAfter(today, holdsDays),
      }),
    );
  }
  for (const review of file.reviews) {
    await held(
      classification['classification.askReview']({
        findingId: await findingOf(review.asset),
        askedOf: review.of,
        askedBy: review.by,
        note: review.note,
      }),
    );
  }
  for (const { asset: name, ...note } of file.notes)
    await held(classification['notes.add']({ about: { entity: 'assets', id: asset(name) }, ...note }));
  for (const { asset: name, ...ruling } of file.rulings) {
    await held(
      classification['classification.saveRuling']({
        id: null,
        assetId: asset(name),
        authority: 'BIS',
        state: 'drafting',
        submittedOn: null,
        answer: '',
        answeredOn: null,
        ...ruling,
      }),
    );
  }
  for (const { asset: name, ...level } of file.levels)
    await held(operation['operation.saveLevel']({ id: null, revision: 0, assetId: asset(name), ...level }));
  for (const { asset: name, daysAgo, lasted, ...reading } of file.readings) {
    const from = dayAfter(today, -daysAgo);
    const until = dayAfter(from, lasted);
    await held(operation['operation.saveReading']({ id: null, revision: 0, assetId: asset(name), from, until, ...reading }));
  }
  for (const { asset: name, ...look } of file.mapReviews) await held(operation['operation.reviewMap']({ assetId: asset(name), ...look }));
  for (const { asset: name, owner, ...safeguard } of file.safeguards) {
    await held(
      inventory['safeguards.save']({
        id: null,
        revision: 0,
        assetId: asset(name),
        ownerName: owner,
        checkedOn: isoDate(today),
        ...safeguard,
      }),
    );
  }
}
