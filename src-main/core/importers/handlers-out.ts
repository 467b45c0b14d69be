import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { importMethods } from '../../../src-shared/contract/imports.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { writeCsv, writeXlsx } from '../exports/index.ts';
import { saveWhereChosen } from '../files/index.ts';
import { fileRefused, type ImportContext } from './context.ts';
import { readModelFiles } from './hugging-face/index.ts';
import { rejectedSheet } from './session/rejected.ts';
import { type TemplateWords, templateSheets } from './template.ts';

type Outgoing = Pick<HandlersFor<typeof importMethods>, 'imports.template' | 'imports.rejectedRows' | 'imports.modelFiles'>;

const modelFileBytes = 5 * 1024 * 1024;

/** Files the frame writes (template, rejected rows) and the reader of a published model's own files. */
export function createOutgoingHandlers(context: ImportContext): Outgoing {
  return {
    'imports.template': async ({ target: targetId, variant }) => {
      const target = context.target(targetId, variant);
      if (!target.ok) return target;
      const schema = target.value.schema(variant);
      const bytes = await writeXlsx(templateSheets(schema, templateWords()));
      return saveWhereChosen(context.deps.ports, `${schema.label} template.xlsx`, 'xlsx', bytes);
    },
    'imports.rejectedRows': async ({ id, as }) => {
      const opened = context.open(id);
      if (!opened.ok) return opened;
      const pause = context.pause();
      const sheet = await rejectedSheet(context.workspace, opened.value.session, rejectedWords, pause);
      const bytes = as === 'csv' ? new TextEncoder().encode(writeCsv(sheet)) : await writeXlsx([sheet]);
      const stem = opened.value.session.fileName.replace(/\.[^.]{1,5}$/, '').slice(0, 120);
      return saveWhereChosen(context.deps.ports, `${stem} rejected.${as}`, as, bytes);
    },
    'imports.modelFiles': async ({ handles }) => {
      const files: { name: string; text: string }[] = [];
      for (const handle of handles) {
        const path = context.deps.ports.files.resolve(handle, 'modelConfig');
        if (!path.ok) return path;
        const { size } = await stat(path.value);
        if (size > modelFileBytes)
          return err(fileRefused({ reason: 'limitFile', place: basename(path.value).slice(0, 200), limit: modelFileBytes }));
        files.push({ name: basename(path.value).slice(0, 200), text: (await readFile(path.value, 'utf8')).replace(/^\uFEFF/, '') });
      }
      return ok(readModelFiles(files));
    },
  };
}

const word = (key: keyof typeof english) => english[key];

const rejectedWords = {
  sheet: word('imports.rejected.sheet'),
  row: word('imports.rejected.row'),
  reason: word('imports.rejected.reason'),
  reasonOf: (kind: string) =>
    (Object.hasOwn(english, `imports.reason.${kind}`)
      ? (english as Readonly<Record<string, string>>)[`imports.reason.${kind}`]
      : undefined) ?? kind,
};

function templateWords(): TemplateWords {
  return {
    yes: word('imports.template.yes'),
    no: word('imports.template.no'),
    unknown: word('imports.template.unknown'),
    instructions: word('imports.template.instructions'),
    choices: word('imports.template.choices'),
    countries: word('imports.template.countries'),
    column: word('imports.template.column'),
    meaning: word('imports.template.meaning'),
    required: word('imports.template.required'),
    accepted: word('imports.template.accepted'),
    value: word('imports.template.value'),
    code: word('imports.template.code'),
    country: word('imports.template.country'),
    anyText: word('imports.template.anyText'),
    numbers: word('imports.template.numbers'),
    dates: word('imports.template.dates'),
    several: word('imports.template.several'),
  };
}
