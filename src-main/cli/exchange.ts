import path from 'node:path';
import { ExchangeKind } from '../../src-shared/formats/exchange.ts';
import { ProfileName, readyMadeNames } from '../../src-shared/model/redaction.ts';
import { err, ok } from '../../src-shared/model/result.ts';
import { english } from '../../src-shared/text/en/index.ts';
import { failureSentence } from '../../src-shared/text/failure.ts';
import { createText } from '../../src-shared/text/format.ts';
import { readExchange } from '../core/exchange/index.ts';
import { pathFault } from './arguments.ts';
import { defineCommand } from './command.ts';
import { type CliCommand, exitCodes } from './io.ts';
import { passphraseOf } from './passphrase.ts';
import { altered, badArguments, inputRejected } from './refusal.ts';
import { openHeadless } from './workspace.ts';

const usage = `Usage: gatehouse exchange inspect FILE [--json] [--fingerprint HEX] [--sha256 HEX]
       gatehouse exchange export --workspace DIR --out FILE [--redaction PROFILE] [--passphrase-fd N]

inspect  proves that a file of another office is as it was signed, and says what it holds; needs no workspace and no passphrase
  --json         one JSON object; else lines to read
  --fingerprint  of the key that must have signed it, as the other office gave it by another way; blanks are ignored
  --sha256       that the whole file must have
  Exit codes: 0 whole, 5 altered or signed with another key, 3 not such a file, or too large
export   saves sites, assets and parties of a workspace for other offices, signed, and records it there
  --redaction      what they may not see: ${readyMadeNames.join(', ')}, or the name of a profile that the
                   workspace keeps; nothing is hidden where it is not given
  --passphrase-fd  number of an open file descriptor whose first line is the passphrase; asked at the terminal where it is not given
The passphrase is never an argument and never taken from the environment.
`;

const text = createText<Record<string, string>>('en', english);
const withoutPauses = () => Promise.resolve();

/** `gatehouse exchange inspect|export …` */
export const run: CliCommand = async ([word, ...args], io) => {
  if (word === 'inspect') return inspect(args, io);
  if (word === 'export') return save(args, io);
  if (word === '--help' || word === '-h') {
    io.stdout(usage);
    return exitCodes.done;
  }
  io.stderr(
    `gatehouse exchange: ${word === undefined ? 'say inspect or export.' : `there is no "${word}"; say inspect or export.`}\n\n${usage}`,
  );
  return exitCodes.badArguments;
};

const inspect = defineCommand({
  name: 'exchange inspect',
  usage,
  options: { file: 'texts', json: 'flag', fingerprint: 'text', sha256: 'text' },
  words: 'file',
  perform: async ({ file, json, ...wanted }, io) => {
    const [given, ...more] = file ?? [];
    if (given === undefined || more.length > 0) return err(badArguments('One FILE is needed: a file of another office.'));
    const [fingerprint, sha256] = [digits(wanted.fingerprint), digits(wanted.sha256)];
    if (fingerprint === null || sha256 === null) return err(badArguments('--fingerprint and --sha256 are 64 hexadecimal digits each.'));
    const full = path.resolve(io.cwd, given);
    const fault = pathFault('file', full, 'file');
    if (fault !== undefined) return err(badArguments(fault.replace('--file: ', '')));
    const read = await readExchange(full, withoutPauses);
    if (!read.ok) {
      const said = `${given}: ${failureSentence(text, read.error)}`;
      return err(read.error.code === 'file.refused' && read.error.reason === 'exchange.altered' ? altered(said) : inputRejected([said]));
    }
    const { about, records, ...sums } = read.value;
    if (sha256 !== undefined && sha256 !== sums.sha256) return err(altered(`altered: ${given} has another SHA-256 than was given.`));
    if (fingerprint !== undefined && fingerprint !== sums.fingerprint)
      return err(altered(`altered: ${given} was signed with another key than the fingerprint says.`));
    const counts = Object.fromEntries(
      ExchangeKind.options.map((kind) => [kind, records.filter((record) => record.kind === kind).length] as const),
    );
    const { office, at, by, redaction } = about;
    const said = { state: 'whole', office, at, by, redaction: redaction.profile, records: records.length, counts, ...sums };
    io.stdout(
      json === true
        ? `${JSON.stringify(said)}\n`
        : [
            `Made by ${office} (${by}), ${at}, redaction profile ${redaction.profile}`,
            `${records.length} records: ${Object.entries(counts)
              .map(([kind, count]) => `${kind} ${count}`)
              .join(', ')}`,
            `SHA-256 ${sums.sha256}`,
            `Fingerprint of the key ${sums.fingerprint}`,
            '',
          ].join('\n'),
    );
    return ok(
      fingerprint === undefined
        ? 'Whole: the file is as it was signed. Compare the fingerprint with the one the other office gives you.'
        : 'Whole: the file is as it was signed with the key of that fingerprint.',
    );
  },
});

const save = defineCommand({
  name: 'exchange export',
  usage,
  options: { workspace: 'text', out: 'text', redaction: 'text', 'passphrase-fd': 'text' },
  perform: async ({ workspace, out, ...given }, io) => {
    if (workspace === undefined || out === undefined) return err(badArguments('--workspace and --out are needed.'));
    const folder = path.resolve(io.cwd, workspace);
    const output = path.resolve(io.cwd, out);
    const fault = pathFault('workspace', folder, 'folder') ?? pathFault('out', path.dirname(output), 'folder');
    if (fault !== undefined) return err(badArguments(fault));
    if (output.startsWith(`${folder}${path.sep}`)) return err(badArguments('--out lies inside the workspace.'));
    const redaction = ProfileName.safeParse(given.redaction ?? 'none');
    if (!redaction.success) return err(badArguments('--redaction is the name of a profile, of 60 signs at most.'));
    const { host } = io;
    if (host === undefined) throw new Error('This command needs a host');
    const passphrase = await passphraseOf(given['passphrase-fd'], host);
    if (!passphrase.ok) return passphrase;
    const opened = await openHeadless({ folder, passphrase: passphrase.value, readOnly: false, on: null, output }, io, host);
    if (!opened.ok) return opened;
    try {
      const saved = await opened.value.call<{ fileName: string; records: number } | null>('exchange.save', { redaction: redaction.data });
      if (!saved.ok) return saved;
      const state = await opened.value.call<{ fingerprint: string | null }>('exchange.state', {});
      if (!state.ok) return state;
      const records = saved.value?.records ?? 0;
      io.stdout(`${JSON.stringify({ records, redaction: redaction.data, fingerprint: state.value.fingerprint })}\n`);
      return ok(`${records} records written to ${path.basename(output)}. Give the other office the fingerprint by another way.`);
    } finally {
      await opened.value.close();
    }
  },
});

/** 64 hexadecimal digits in one run of small letters; undefined where none were given, null where they are something else. */
function digits(given: string | undefined): string | null | undefined {
  const plain = given?.replace(/\s+/g, '').toLowerCase();
  return plain === undefined || /^[0-9a-f]{64}$/.test(plain) ? plain : null;
}
