import { eq } from 'drizzle-orm';
import type { classificationMethods } from '../../../src-shared/contract/classification.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { identityText } from '../importers/index.ts';
import { findState, markDecided } from '../inventory/index.ts';
import type { ChipRates } from './facts/compute-inputs.ts';
import type { JudgingFor } from './judging.ts';
import { notesOf } from './notes.ts';
import { decisions, findings, notes, reviews, rulings } from './tables.ts';
import { classificationView } from './view.ts';

type Handlers = HandlersFor<typeof classificationMethods>;
type HumanMethod =
  | 'classification.decide'
  | 'classification.askReview'
  | 'classification.review'
  | 'classification.saveRuling'
  | 'notes.list'
  | 'notes.add';

/** The human side: decisions, second looks, formal requests and notes. None of them edits a finding. */
export function createHumanHandlers(deps: FeatureDeps, judgingFor: JudgingFor, rates: ChipRates): Pick<Handlers, HumanMethod> {
  const view = (workspace: OpenWorkspace, assetId: string, versionId?: string) =>
    classificationView(workspace, assetId, versionId, judgingFor(workspace), rates);
  const findingRow = (workspace: OpenWorkspace, id: string): Reply<{ assetId: string; versionId: string }> => {
    const row = workspace.orm
      .select({ assetId: findings.assetId, versionId: findings.versionId })
      .from(findings)
      .where(eq(findings.id, id))
      .get();
    return row === undefined ? err({ code: 'record.notFound', entity: 'finding', id }) : ok(row);
  };
  const subject = (id: string) => ({ entity: 'assets', id });

  return {
    'classification.decide': ({ findingId, ...decision }) => {
      const workspace = deps.session();
      const finding = findingRow(workspace, findingId);
      if (!finding.ok) return finding;
      const { assetId, versionId } = finding.value;
      const { today } = judgingFor(workspace);
      if (decision.expiresOn <= today) return err({ code: 'request.invalid', issues: ['expiresOn: a decision must hold past today'] });
      return workspace.write(
        {
          method: 'classification.decide',
          params: { classification: decision.classification, by: decision.decidedBy },
          subject: subject(assetId),
        },
        () => {
          workspace.orm
            .insert(decisions)
            .values({ id: deps.ports.ids.next(), findingId, assetId, ...decision, decidedOn: today })
            .run();
          if (findState(workspace, assetId)?.findingId === findingId) markDecided(workspace, assetId, decision.expiresOn);
          return view(workspace, assetId, versionId);
        },
      );
    },

    'classification.askReview': ({ findingId, askedOf, askedBy, note }) => {
      const workspace = deps.session();
      const finding = findingRow(workspace, findingId);
      if (!finding.ok) return finding;
      const { assetId, versionId } = finding.value;
      if (isSamePerson(askedOf, askedBy)) return err({ code: 'policy.refused', detail: 'A review needs a second person.' });
      return workspace.write({ method: 'classification.askReview', params: { of: askedOf }, subject: subject(assetId) }, () => {
        workspace.orm
          .insert(reviews)
          .values({
            id: deps.ports.ids.next(),
            findingId,
            assetId,
            askedOf,
            askedBy,
            askedOn: judgingFor(workspace).today,
            outcome: 'waiting',
            note,
            reviewedOn: null,
          })
          .run();
        return view(workspace, assetId, versionId);
      });
    },

    'classification.review': ({ reviewId, outcome, note, reviewedBy }) => {
      const workspace = deps.session();
      const review = workspace.orm.select().from(reviews).where(eq(reviews.id, reviewId)).get();
      if (review === undefined) return err({ code: 'record.notFound', entity: 'review', id: reviewId });
      if (isSamePerson(reviewedBy, review.askedBy)) return err({ code: 'policy.refused', detail: 'A review needs a second person.' });
      return workspace.write(
        { method: 'classification.review', params: { outcome, by: reviewedBy }, subject: subject(review.assetId) },
        () => {
          workspace.orm
            .update(reviews)
            .set({
              outcome,
              note,
              askedOf: reviewedBy,
              reviewedOn: judgingFor(workspace).today,
              // What was looked at is the finding in force now, not the one of the day of asking.
              findingId: findState(workspace, review.assetId)?.findingId ?? review.findingId,
            })
            .where(eq(reviews.id, reviewId))
            .run();
          return view(workspace, review.assetId);
        },
      );
    },

    'classification.saveRuling': ({ id, ...ruling }) => {
      const workspace = deps.session();
      return workspace.write(
        { method: 'classification.saveRuling', params: { reference: ruling.reference }, subject: subject(ruling.assetId) },
        () => {
          if (id === null)
            workspace.orm
              .insert(rulings)
              .values({ id: deps.ports.ids.next(), ...ruling })
              .run();
          else if (workspace.orm.update(rulings).set(ruling).where(eq(rulings.id, id)).run().changes === 0)
            return err({ code: 'record.notFound', entity: 'ruling', id });
          return view(workspace, ruling.assetId);
        },
      );
    },

    'notes.list': ({ about }) => ok(notesOf(deps.session(), about)),
    'notes.add': ({ about, ...note }) => {
      const workspace = deps.session();
      const row = { id: deps.ports.ids.next(), ...note, writtenAt: deps.ports.clock.now() };
      return workspace.write({ method: 'notes.add', subject: about }, () => {
        workspace.orm
          .insert(notes)
          .values({ ...row, entity: about.entity, recordId: about.id })
          .run();
        return ok({ ...row, about });
      });
    },
  };
}

/** Letters, accents and spaces aside: "tess tester " is not a second person beside "Tess Tester". */
function isSamePerson(a: string, b: string): boolean {
  return identityText(a) === identityText(b);
}
