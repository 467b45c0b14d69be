import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { ExportRecord } from '../../../src-shared/contract/reports.ts';
import type { LookUpSign } from '../../../src-shared/contract/screening.ts';
import type { IsoDate, IsoInstant } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { screeningProfiles } from '../../engine/screening/profiles.ts';
import { screeningEngineVersion } from '../../engine/screening/version.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName } from '../files/index.ts';
import { listTitle, screenedLists } from '../lists/index.ts';
import { askWhere, contentHash, createPrinting, reportNumber, reportText, saveExportFile, withholdingFor } from '../reports/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { type Certificate, type CertifiedName, certificatePage, hiddenCertificate } from './certificate.ts';
import { listsOfLookUp, readLookUp } from './look-up.ts';
import { profileOf, readProfile } from './profile.ts';
import { decisionsOf, findRun, hitsOfSubject, screenedBefore } from './store.ts';
import { type ScreenedSubject, subjectKey } from './subjects.ts';

type PartySigns = (workspace: OpenWorkspace) => (id: string) => readonly LookUpSign[];
type Of = InputOf<'screening.exportCertificate'>['of'];

/** Prints what was screened, against which versions and with what result. Asks where to, writes, and records what left with its hash. */
export function createCertificateHandler(
  deps: FeatureDeps,
  subjects: (workspace: OpenWorkspace) => readonly ScreenedSubject[],
  partySigns: PartySigns,
) {
  const text = reportText();
  const printing = createPrinting(deps);

  const draw = (of: Of, redaction: string) => {
    const workspace = deps.session();
    const found = withholdingFor(workspace, redaction, text);
    if (!found.ok) return found;
    const held = found.value;
    const whole = certificateOf(deps, workspace, subjects, partySigns, of);
    if (!whole.ok) return whole;
    const certificate = hiddenCertificate(whole.value, held);
    const hash = contentHash(held.content(certificate));
    const number = reportNumber(workspace, 'screeningCertificate', certificate.on, { assetId: null, contentHash: hash });
    const page = certificatePage(certificate, { number, hash, workspace: workspace.name, exercise: workspace.kind === 'exercise' }, text);
    return ok({ certificate, number, hash, profile: held.redaction.profile, page: held.page(page) });
  };

  return async ({ of, as, redaction }: InputOf<'screening.exportCertificate'>): Promise<Reply<OutputOf<'screening.exportCertificate'>>> => {
    const before = draw(of, redaction);
    if (!before.ok) return before;
    const { number, certificate } = before.value;
    const name = `${safeFileName(text.dynamic('report.file.screeningCertificate', { number, name: certificate.title }), 'certificate')}.${as}`;
    const target = await askWhere(deps, as === 'pdf' ? 'printTarget' : 'exportTarget', name, [
      { nameKey: `report.fileType.${as}`, extensions: [as] },
    ]);
    if (!target.ok) return target.error.code === 'cancelled' ? ok(null) : target;
    // Decisions may have changed while the dialog stood open: what is written is what holds now.
    const drawn = draw(of, redaction);
    if (!drawn.ok) return drawn;
    const bytes = await printing.file(drawn.value.page, as, 'A4');
    if (!bytes.ok) return bytes;
    const record: Omit<ExportRecord, 'id' | 'fileName' | 'sizeBytes' | 'sha256'> = {
      number: drawn.value.number,
      what: 'screeningCertificate',
      format: as,
      subject: drawn.value.certificate.title,
      assetId: null,
      redaction: drawn.value.profile,
      on: drawn.value.certificate.on,
      at: deps.ports.clock.now(),
      by: readWorkspaceSettings(deps.session().db).person.name || text.dynamic('report.noPerson'),
      contentHash: drawn.value.hash,
    };
    const saved = saveExportFile(deps, 'screening.exportCertificate', record, target.value, bytes.value);
    return saved.ok ? ok({ name: target.value.fileName, bytes: bytes.value.length, sha256: saved.value.sha256 }) : saved;
  };
}

function certificateOf(
  deps: FeatureDeps,
  workspace: OpenWorkspace,
  subjects: (workspace: OpenWorkspace) => readonly ScreenedSubject[],
  partySigns: PartySigns,
  of: Of,
): Reply<Certificate> {
  const text = reportText();
  const by = readWorkspaceSettings(workspace.db).person.name || text.dynamic('report.noPerson');
  const profile = profileOf(readProfile(workspace));
  if (of.kind === 'lookUp') {
    const lookUp = readLookUp(workspace, of.id);
    if (lookUp === undefined) return err({ code: 'record.notFound', entity: 'lookUp', id: of.id });
    return ok({
      of: 'lookUp',
      title: text.dynamic('screening.certificate.lookUpTitle', { count: lookUp.names.length }),
      screenedAt: lookUp.at,
      on: lookUp.at.slice(0, 10) as IsoDate,
      by,
      engine: screeningEngineVersion,
      profile: lookUp.manner === readProfile(workspace).manner ? profile : screeningProfiles[lookUp.manner],
      lists: lookUp.lists,
      names: lookUp.names.map(({ name, type, country, hits, signs }) => ({
        person: type === 'person' || type === 'unknown',
        name,
        signs,
        about: country === null ? '' : countryName('en', country),
        hits: hits.map((hit) => ({
          list: hit.listTitle,
          person: hit.type === 'person',
          entry: hit.entryName,
          matched: hit.matchedName,
          score: hit.score,
          state: 'open',
          decision: '',
        })),
      })),
    });
  }
  const run = of.kind === 'run' ? findRun(workspace, of.id) : undefined;
  if (of.kind === 'run' && run === undefined) return err({ code: 'record.notFound', entity: 'screeningRun', id: of.id });
  const everybody = subjects(workspace);
  const chosen =
    of.kind === 'subject' ? everybody.filter(({ subject }) => subject.kind === of.subject.kind && subject.id === of.subject.id) : everybody;
  const [first] = chosen;
  if (of.kind === 'subject' && first === undefined) return err({ code: 'record.notFound', entity: 'party', id: of.subject.id });
  const screened = screenedBefore(workspace);
  const done = chosen.filter(({ subject }) => screened.has(subjectKey(subject)));
  if (done.length === 0) return err({ code: 'policy.refused', detail: 'Nobody here has been screened yet: screen first, then print' });
  const lists = listsOfLookUp(screenedLists(workspace), deps.ports.clock.today());
  const signsOf = partySigns(workspace);
  const at = done.map(({ subject }) => screened.get(subjectKey(subject))?.at ?? '').sort()[0] ?? deps.ports.clock.now();
  return ok({
    of: of.kind,
    title: of.kind === 'subject' ? (first?.name ?? '') : text.dynamic('screening.certificate.runTitle', { count: done.length }),
    screenedAt: at as IsoInstant,
    on: at.slice(0, 10) as IsoDate,
    by,
    engine: screeningEngineVersion,
    profile,
    lists,
    names: done.map((one) => certified(workspace, one)),
  });

  function certified(here: OpenWorkspace, one: ScreenedSubject): CertifiedName {
    const person = one.query.type === 'person' || one.query.type === 'unknown';
    return {
      person,
      name: one.name,
      about: one.about,
      signs: one.subject.kind === 'party' ? signsOf(one.subject.id) : [],
      hits: hitsOfSubject(here, profile, one.subject)
        .filter(({ state }) => state !== 'gone')
        .map((hit) => {
          const [last] = decisionsOf(here, hit.id);
          return {
            list: listTitle(hit.list),
            person,
            entry: hit.entry_name,
            matched: hit.matched_name,
            score: hit.score,
            state: hit.state,
            decision:
              last === undefined
                ? ''
                : text.dynamic('screening.certificate.decided', {
                    by: last.decided_by,
                    day: last.decided_at.slice(0, 10),
                    reason: text.dynamic(`screening.reason.${last.reason}`, {}, last.reason),
                  }),
          };
        }),
    };
  }
}
