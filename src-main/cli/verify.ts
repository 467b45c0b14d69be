import path from 'node:path';
import { err, ok } from '../../src-shared/model/result.ts';
import { type Verdict, verifyBinder } from '../core/binder/index.ts';
import { pathFault } from './arguments.ts';
import { defineCommand } from './command.ts';
import { altered, badArguments, inputRejected } from './refusal.ts';

const usage = `Usage: gatehouse verify PATH [--fingerprint HEX]

Checks an audit binder, a folder or a .zip, with nothing but itself: the signature, every file's SHA-256, nothing missing, nothing added.
  --fingerprint  of the key that must have signed it, as the sender gave it by another way; blanks are ignored
Exit codes: 0 whole, 5 altered (the first altered thing is named), 3 not a binder. Needs no workspace and no passphrase.
`;

const how: Readonly<Record<Extract<Verdict, { state: 'altered' }>['how'], (thing: string) => string>> = {
  altered: (thing) => `altered: ${thing} is not as it was signed.`,
  missing: (thing) => `altered: ${thing} is missing.`,
  added: (thing) => `altered: ${thing} was added; the signed list does not name it.`,
  otherKey: (thing) => `altered: ${thing} is another key than the fingerprint says. Somebody else signed this binder.`,
};

export const run = defineCommand({
  name: 'verify',
  usage,
  options: { binder: 'texts', fingerprint: 'text' },
  words: 'binder',
  perform: async ({ binder, fingerprint }, io) => {
    const [given, ...more] = binder ?? [];
    if (given === undefined || more.length > 0) return err(badArguments('One PATH is needed: the folder or the .zip of a binder.'));
    const wanted = fingerprint?.replace(/\s+/g, '').toLowerCase();
    if (wanted !== undefined && !/^[0-9a-f]{64}$/.test(wanted)) return err(badArguments('--fingerprint is 64 hexadecimal digits.'));
    const full = path.resolve(io.cwd, given);
    const fault = pathFault('binder', full, given.endsWith('.zip') ? 'file' : 'folder');
    if (fault !== undefined && pathFault('binder', full, 'file') !== undefined) return err(badArguments(fault.replace('--binder: ', '')));
    const verdict = verifyBinder(full, wanted);
    switch (verdict.state) {
      case 'noBinder':
        return err(inputRejected([`${given} is not an audit binder. ${verdict.why}`]));
      case 'altered':
        return err(altered(how[verdict.how](verdict.thing)));
      case 'whole': {
        const { manifest, files } = verdict;
        io.stdout(
          `${JSON.stringify({ state: 'whole', number: manifest.number, workspace: manifest.workspace.name, on: manifest.on, at: manifest.at, by: manifest.by, files, fingerprint: verdict.fingerprint })}\n`,
        );
        return ok(
          wanted === undefined
            ? `Whole: ${files} files are as they were signed. Compare the fingerprint with the one the sender gives you.`
            : `Whole: ${files} files are as they were signed with the key of that fingerprint.`,
        );
      }
    }
  },
});
