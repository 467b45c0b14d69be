export { type BuildOptions, buildIndex, IndexBuilder } from './index/build.ts';
export type { IndexData } from './index/data.ts';
export { entryOf, type IndexEntry } from './index/entry.ts';
export { readyTables } from './names/index.ts';
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
