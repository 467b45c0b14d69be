import type { AppWindow } from './app-window.ts';
import { goTo } from './places.ts';

interface Listed {
  readonly id: string;
}

type Kept = 'assessment' | 'risk' | 'meeting' | 'version' | 'course' | 'session' | 'trainee';

/** Paths of the newest records of the demo's programme. */
async function pathOf(window: AppWindow, what: Kept): Promise<string> {
  switch (what) {
    case 'assessment':
      return `/programme/assessments/${(await window.call<Listed[]>('programme.assessments', {})).at(-1)?.id}`;
    case 'risk':
      return `/programme/risk/${(await window.call<{ list: Listed[] }>('programme.risks', {})).list.at(-1)?.id}`;
    case 'meeting':
      return `/programme/committee/${(await window.call<Listed[]>('programme.meetings', {}))[1]?.id}`;
    case 'course': {
      const { courses } = await window.call<{ courses: { course: Listed }[] }>('training.overview', {});
      return `/programme/training/courses/${courses[0]?.course.id}`;
    }
    case 'session': {
      const { rows } = await window.call<{ rows: Listed[] }>('training.sessions', { courseId: null, offset: 0, limit: 1 });
      return `/programme/training/sessions/${rows[0]?.id}`;
    }
    case 'trainee': {
      const input = {
        filter: { text: '', courseId: null, states: ['overdue'], group: null },
        ...{ sort: { by: 'name', descending: false }, offset: 0, limit: 1 },
      };
      const { rows } = await window.call<{ rows: Listed[] }>('training.people', input);
      return `/people/${rows[0]?.id}?tab=training`;
    }
    case 'version':
      return `/programme/manual/${(await window.call<{ versions: Listed[] }>('programme.manual', {})).versions[0]?.id}`;
  }
}

/** A record of the programme, in one of its views. */
export async function showProgramme(window: AppWindow, what: Kept, view: string): Promise<void> {
  const path = await pathOf(window, what);
  await goTo(window.page, view === '' || view === 'questions' || view === 'lines' ? path : `${path}?view=${view}`);
}

const drafts = new WeakMap<AppWindow, string>();

/** A question of an assessment that is still a draft. */
export async function showAnswer(window: AppWindow): Promise<void> {
  const begun = drafts.get(window) ?? (await beginDraft(window));
  drafts.set(window, begun);
  await goTo(window.page, `/programme/assessments/${begun}?question=ECP-3.4`);
}

async function beginDraft(window: AppWindow): Promise<string> {
  const [latest] = await window.call<{ assessedOn: string }[]>('programme.assessments', {});
  const input = { title: 'Self-assessment, winter', assessedOn: latest?.assessedOn, by: 'Ingrid Solheim', scope: '', carryOver: true };
  return (await window.call<{ summary: Listed }>('programme.startAssessment', input)).summary.id;
}

/** A line of a signed risk assessment beside the table. */
export async function showRiskLine(window: AppWindow): Promise<void> {
  const path = await pathOf(window, 'risk');
  const { rows } = await window.call<{ rows: Listed[] }>('programme.risk', { id: path.split('/').at(-1) });
  await goTo(window.page, `${path}?line=${rows[0]?.id}`);
}
