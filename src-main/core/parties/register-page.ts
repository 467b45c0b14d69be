import { PartyOverall } from '../../../src-shared/contract/parties.ts';
import type { Block, ReportPage } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { cells, line, paragraph, reportFrame, tableOr } from '../reports/index.ts';
import type { PartyRegister, RegisteredParty, RegisterHead } from './register.ts';
import { ageWords, countryWords, filterWords, isPractice, resultWords, standingWords } from './register-words.ts';

/** The register for paper: what it comes to, the lists and their age, each party in a line, and each sign with its reason and source. */
export function registerPage(register: PartyRegister, head: RegisterHead, text: Text): ReportPage {
  const say = text.dynamic;
  const { parties, lists } = register;
  const counts = PartyOverall.options.map((overall) => ({ overall, count: parties.filter(({ row }) => row.overall === overall).length }));
  const page = reportFrame(
    { workspace: { name: head.workspace, kind: head.exercise ? 'exercise' : 'live' }, redaction: head.redaction, on: register.on },
    {
      title: say('parties.register.numbered', { number: head.number }),
      under: filterWords(register.filter, text),
      lead: [
        {
          kind: 'pairs',
          columns: 2,
          pairs: counts.map(({ overall, count }) => ({ term: say(`parties.overall.${overall}`), value: line(String(count)) })),
        },
        paragraph(say('parties.register.words'), true),
        ...(isPractice(register) ? [paragraph(line(say('parties.register.practice'), 'strong'))] : []),
      ],
      sections: [
        {
          title: say('parties.title'),
          blocks: [
            tableOr(
              [
                [say('parties.column.name'), 3.4],
                [say('parties.column.overall'), 2],
                [say('parties.column.standing'), 2],
                [say('parties.column.tier'), 1.2],
                [say('parties.column.countries'), 1.8],
                [say('parties.column.owners'), 1.6],
              ],
              parties.map(({ row, record }) =>
                cells(
                  [record.name, record.external_id].filter((part) => part !== '').join(', '),
                  say(`parties.overall.${row.overall}`),
                  say(`parties.standing.${row.standing}`),
                  record.tier === null ? '' : say(`parties.tier.${record.tier}`),
                  countryWords(row.countries, text),
                  row.kind === 'person' ? '' : say(`parties.ownersKnown.${row.ownersKnown}`),
                ),
              ),
              say('parties.register.none'),
            ),
          ],
        },
        { title: say('parties.signs'), blocks: [signTable(parties, text)] },
        { title: say('vetting.section'), blocks: [vettingTable(parties, text)] },
        {
          title: say('parties.overall.lists'),
          blocks: [
            tableOr(
              [
                [say('screening.certificate.column.list'), 5],
                [say('screening.certificate.column.published'), 2],
                [say('screening.certificate.column.age'), 1.5],
                [say('screening.certificate.column.version'), 3.5],
              ],
              lists.map((list) =>
                cells(list.title, formatDay(list.day, text.locale), ageWords(list.ageDays, text), [{ kind: 'code', text: list.version }]),
              ),
              say('parties.overall.noLists'),
            ),
          ],
        },
      ],
      tail: [
        {
          kind: 'paragraph',
          line: [
            { kind: 'quiet', text: say('screening.certificate.hash') },
            { kind: 'code', text: head.hash },
          ],
          quiet: true,
        },
      ],
    },
    text,
  );
  return { ...page, footer: { ...page.footer, middle: say('report.kind.partyRegister') } };
}

function signTable(parties: readonly RegisteredParty[], text: Text): Block {
  const say = text.dynamic;
  const grades = ['high', 'medium', 'low'];
  const signs = parties.flatMap(({ row, signs: all }) => all.map((sign) => ({ ...sign, party: row.name })));
  return tableOr(
    [
      [say('parties.column.name'), 3],
      [say('parties.register.severity'), 1.4],
      [say('parties.register.sign'), 4.6],
      [say('parties.register.source'), 3],
    ],
    signs
      .sort((a, b) => grades.indexOf(a.severity) - grades.indexOf(b.severity))
      .map((sign) =>
        cells(
          sign.party,
          [say(`parties.severity.${sign.severity}`), sign.question ? say('parties.signs.question') : ''].filter(Boolean).join(', '),
          `${sign.title} ${sign.why}`,
          sign.citations.join('; '),
        ),
      ),
    say('parties.signs.none'),
  );
}

/** What is expected and where it stands, and what was done last, party by party. */
function vettingTable(parties: readonly RegisteredParty[], text: Text): Block {
  const say = text.dynamic;
  return tableOr(
    [
      [say('parties.column.name'), 3],
      [say('vetting.column.kind'), 3],
      [say('vetting.column.state'), 2.4],
      [say('vetting.column.result'), 3.6],
    ],
    parties.flatMap(({ row, standings, vettings }) => {
      const kinds = new Set([...standings.map(({ kind }) => kind), ...vettings.map(({ kind }) => kind)]);
      return [...kinds].map((kind) => {
        const standing = standings.find((one) => one.kind === kind);
        const last = vettings.find((one) => one.kind === kind);
        return cells(
          row.name,
          say(`vetting.kind.${kind}`),
          standing === undefined ? '' : standingWords({ ...standing, bare: true }, text),
          last === undefined ? '' : [resultWords(last, text), last.conditions, last.doneOn, last.doneBy].filter(Boolean).join(', '),
        );
      });
    }),
    say('vetting.register.none'),
  );
}
