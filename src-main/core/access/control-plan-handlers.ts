import type { ControlPlan, controlPlanMethods } from '../../../src-shared/contract/access.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { ExportRecord } from '../../../src-shared/contract/reports.ts';
import type { ReportPage } from '../../../src-shared/model/report-page.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName } from '../files/index.ts';
import { findAsset } from '../inventory/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { askWhere, contentHash, createPrinting, reportNumber, reportText, saveExportFile, withholdingFor } from '../reports/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { briefingsOf, findBriefing, putBriefing, removeBriefing } from './briefings.ts';
import { controlPlanOf } from './control-plan.ts';
import { controlPlanPage } from './control-plan-page.ts';
import { currentSurroundings, surroundingsNow } from './picture.ts';
import { hiddenControlPlan } from './redacted.ts';
import type { AccessJoins } from './sources.ts';

interface Drawn {
  readonly plan: ControlPlan;
  readonly page: ReportPage;
  readonly number: string;
  readonly hash: string;
  /** Name of the profile. */
  readonly redaction: string;
}

/** Answers the methods of technology control plans. Every export asks where to, writes, and records what left by whom with its hash. */
export function createControlPlanHandlers(deps: FeatureDeps, joins: AccessJoins): HandlersFor<typeof controlPlanMethods> {
  const text = reportText();
  const printing = createPrinting(deps);

  /** What the audit knows of everything, read a part at a time before it is asked for. */
  const ahead = () => surroundingsNow(deps.session, joins, createSlicer().pause);

  const draw = async (assetId: string, redaction: string): Promise<Reply<Drawn>> => {
    await ahead();
    const workspace = deps.session();
    const found = withholdingFor(workspace, redaction, text);
    if (!found.ok) return found;
    const held = found.value;
    const whole = controlPlanOf(workspace, joins, assetId, text);
    if (whole === undefined) return err({ code: 'record.notFound', entity: 'asset', id: assetId });
    const plan = hiddenControlPlan(whole, held);
    const hash = contentHash(held.content(plan));
    const number = reportNumber(workspace, 'controlPlan', plan.judgedOn, { assetId, contentHash: hash });
    const { name, kind } = workspace;
    const page = controlPlanPage(plan, { number, workspace: name, exercise: kind === 'exercise', redaction: held.redaction }, text);
    return ok({ plan, number, hash, redaction: held.redaction.profile, page: held.page(page) });
  };

  const draft = ({ plan, number, hash, redaction }: Drawn, format: 'pdf' | 'html') => ({
    number,
    what: 'controlPlan' as const,
    format,
    subject: [plan.assetName, plan.version].filter((part) => part !== null).join(' '),
    assetId: plan.assetId as ExportRecord['assetId'],
    redaction,
    on: plan.judgedOn,
    at: deps.ports.clock.now(),
    by: readWorkspaceSettings(deps.session().db).person.name || text.dynamic('report.noPerson'),
    contentHash: hash,
  });

  return {
    'access.controlPlan': async ({ assetId }) => {
      await ahead();
      const plan = controlPlanOf(deps.session(), joins, assetId, text);
      return plan === undefined ? err({ code: 'record.notFound', entity: 'asset', id: assetId }) : ok(plan);
    },

    'access.exportControlPlan': async ({ assetId, as, paper, redaction }) => {
      const before = await draw(assetId, redaction);
      if (!before.ok) return before;
      const { number, plan } = before.value;
      const name = `${safeFileName(text.dynamic('report.file.controlPlan', { number, asset: plan.assetName }), 'plan')}.${as}`;
      const target = await askWhere(deps, as === 'pdf' ? 'printTarget' : 'exportTarget', name, [
        { nameKey: `report.fileType.${as}`, extensions: [as] },
      ]);
      if (!target.ok) return target.error.code === 'cancelled' ? ok(null) : target;
      // Facts may have changed while the dialog stood open: what is written is what holds now.
      const drawn = await draw(assetId, redaction);
      if (!drawn.ok) return drawn;
      const bytes = await printing.file(drawn.value.page, as, paper);
      if (!bytes.ok) return bytes;
      const saved = saveExportFile(deps, 'access.exportControlPlan', draft(drawn.value, as), target.value, bytes.value);
      return saved.ok ? ok({ name: target.value.fileName, bytes: bytes.value.length }) : saved;
    },

    'access.saveBriefing': async ({ id, ...briefing }) => {
      await ahead();
      const workspace = deps.session();
      if (findAsset(workspace, briefing.assetId) === undefined)
        return err({ code: 'record.notFound', entity: 'asset', id: briefing.assetId });
      if (id !== null && findBriefing(workspace, id) === undefined) return err({ code: 'record.notFound', entity: 'briefing', id });
      const person = currentSurroundings(workspace, joins).people.people.find((one) => one.id === briefing.personId);
      if (person === undefined) return err({ code: 'record.notFound', entity: 'person', id: briefing.personId });
      if (briefing.briefedOn > deps.ports.clock.today())
        return err({ code: 'request.invalid', issues: ['briefedOn: a briefing is recorded once it has taken place'] });
      return workspace.write(
        { method: 'access.saveBriefing', params: { name: person.name || person.id }, subject: { entity: 'assets', id: briefing.assetId } },
        () => {
          putBriefing(workspace, { id: id ?? deps.ports.ids.next(), ...briefing });
          return ok(briefingsOf(workspace, briefing.assetId));
        },
      );
    },

    'access.removeBriefing': async ({ id }) => {
      await ahead();
      const workspace = deps.session();
      const briefing = findBriefing(workspace, id);
      if (briefing === undefined) return err({ code: 'record.notFound', entity: 'briefing', id });
      const person = currentSurroundings(workspace, joins).people.people.find((one) => one.id === briefing.personId);
      return workspace.write(
        {
          method: 'access.removeBriefing',
          params: { name: person?.name ?? briefing.personId },
          subject: { entity: 'assets', id: briefing.assetId },
        },
        () => {
          removeBriefing(workspace, id);
          return ok(briefingsOf(workspace, briefing.assetId));
        },
      );
    },
  };
}
