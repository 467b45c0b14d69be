export { type BuildOptions, buildIndex, createIndexBuilder, type IndexBuilder } from './index/build.ts';
export type { IndexData } from './index/data.ts';
export { namesIn, openIndex, partiesIn, type ScreeningIndex } from './open-index.ts';
export { screeningProfiles, thresholdsFor } from './profiles.ts';
export { explain, type ReadQuery, readQuery, type ScreenOptions, screen } from './screen.ts';
export { runScreenTask, type ScreenTask } from './screen-task.ts';
export {
  type BuildTask,
  type ExplainTask,
  runBuildTask,
  runExplainTask,
  runSubjectTask,
  type SubjectHit,
  type SubjectTask,
} from './subject-task.ts';
