import type { ImportField, TargetSchema } from '../../../src-shared/formats/import-target.ts';
import { TrainingResult } from '../../../src-shared/model/training.ts';
import { english } from '../../../src-shared/text/en/index.ts';

const words: Readonly<Record<string, string>> = english;
const say = (key: string) => words[key] ?? key;

const resultAliases: Readonly<Record<TrainingResult, readonly string[]>> = {
  attended: ['attended', 'present', 'completed', 'complete', 'done', 'yes', 'finished', 'teilgenommen', 'présent', 'asistió', 'x'],
  passed: ['passed', 'pass', 'successful', 'certified', 'bestanden', 'réussi', 'aprobado'],
  failed: ['failed', 'fail', 'not passed', 'unsuccessful', 'nicht bestanden', 'échoué', 'suspenso'],
  absent: [
    ...['absent', 'no show', 'no-show', 'not attended', 'missed', 'no', 'excused', 'cancelled', 'not started', 'in progress', 'incomplete'],
    ...['enrolled', 'registered', 'invited', 'nicht teilgenommen', 'gefehlt', 'ausente'],
  ],
};

const field = (id: string, rest: Omit<ImportField, 'id' | 'label'>): ImportField => ({ id, label: say(`training.import.${id}`), ...rest });

/** Columns of a list of attendance, as training systems and sign-in sheets write it. */
export const trainingTargetSchema: TargetSchema = {
  id: 'training',
  variant: '',
  label: say('training.import.target'),
  fields: [
    field('externalId', {
      type: 'text',
      required: false,
      common: true,
      aliases: [
        'employee id',
        'employee number',
        'emp id',
        'user id',
        'person id',
        'worker id',
        'learner id',
        'personalnummer',
        'matricule',
      ],
      examples: ['00417'],
    }),
    field('email', {
      type: 'text',
      required: false,
      common: true,
      aliases: ['e-mail', 'mail', 'email address', 'work email', 'login', 'username', 'user name', 'user email', 'learner email'],
      examples: ['priya.raman@example.com'],
    }),
    field('name', {
      type: 'text',
      required: false,
      common: true,
      aliases: [
        'full name',
        'employee',
        'employee name',
        'person',
        'participant',
        'attendee',
        'learner',
        'learner name',
        'display name',
        'teilnehmer',
      ],
      examples: ['Priya Raman'],
    }),
    field('course', {
      type: 'text',
      required: true,
      common: true,
      aliases: [
        'training',
        'course name',
        'course title',
        'training name',
        'training title',
        'module',
        'briefing',
        'learning',
        'kurs',
        'schulung',
        'formation',
      ],
      examples: ['Export control for engineers'],
    }),
    field('heldOn', {
      type: 'date',
      required: true,
      common: true,
      aliases: [
        ...[
          'date',
          'day',
          'held on',
          'completed on',
          'completion date',
          'date completed',
          'completed',
          'attended on',
          'training date',
          'session date',
        ],
        ...['finished on', 'datum', 'abgeschlossen am', 'date de fin'],
      ],
      examples: ['2026-03-02'],
    }),
    field('result', {
      type: 'choice',
      required: false,
      common: true,
      aliases: ['status', 'outcome', 'completion status', 'attendance', 'grade', 'passed', 'ergebnis', 'résultat'],
      choices: TrainingResult.options.map((value) => ({
        value,
        label: say(`training.result.${value}`),
        aliases: [...resultAliases[value]],
      })),
    }),
    field('by', {
      type: 'text',
      required: false,
      aliases: ['held by', 'trainer', 'instructor', 'facilitator', 'presenter', 'provider', 'referent', 'formateur'],
    }),
    field('note', {
      type: 'text',
      required: false,
      aliases: ['note', 'notes', 'comment', 'score', 'certificate', 'remark', 'evidence', 'bemerkung'],
    }),
  ],
  identity: [
    ['externalId', 'course', 'heldOn'],
    ['email', 'course', 'heldOn'],
    ['name', 'course', 'heldOn'],
  ],
  pointers: ['externalId', 'email', 'name', 'course', 'heldOn'],
  title: ['name', 'course'],
  needsOneOf: ['externalId', 'email', 'name'],
};
